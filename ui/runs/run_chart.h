#pragma once

#include "ui/runs/chart_curve.h"

#include <QSet>
#include <QWidget>

#include <vector>

class QLabel;

namespace plotleaf {

class ChartCanvas;
class ChartLegend;
class Theme;

/// Curves of runs with axes, legend and what is read at the pointer (how to look around: see
/// ChartCanvas). Curves are prepared on a pool and reduced to the pixels there are, again with
/// every zoom. Lives on the GUI thread.
class RunChart : public QWidget
{
    Q_OBJECT

public:
    explicit RunChart(const Theme &theme, QWidget *parent = nullptr);
    ~RunChart() override;

    /// What is shown from now on. What was hidden or zoomed stays so, where it still is there.
    void setCurves(const QVector<ChartCurve> &curves);
    const QVector<ChartCurve> &curves() const { return m_curves; }
    void setOptions(const ChartOptions &options);
    const ChartOptions &options() const { return m_options; }
    /// Words in place of the curves: they are on their way, there are none, what went wrong. Empty:
    /// the curves.
    void setMessage(const QString &text);
    QString message() const;
    void setCurveShown(const QString &key, bool shown);

    ChartCanvas *canvas() const { return m_canvas; }
    const ChartView &view() const { return m_view; }
    void resetView();

signals:
    /// Curves that were set, or the options, are on screen now.
    void shown();

private:
    void prepare();
    void take(const std::vector<PreparedCurvePtr> &prepared);
    void redraw();
    void readAt(std::optional<double> x);
    void stepReading(int direction);
    void showLegend();
    void explain();
    QColor colorOf(const ChartCurve &curve) const;
    QString xTitle() const;
    bool isShown(qsizetype curve) const { return !m_hidden.contains(m_curves[curve].key); }

    const Theme &m_theme;
    ChartCanvas *m_canvas;
    ChartLegend *m_legend;
    QLabel *m_message;
    QLabel *m_note; ///< what is not drawn, and why
    QVector<ChartCurve> m_curves;
    ChartOptions m_options;
    /// In the order of the curves; fewer while they are on their way.
    QVector<PreparedCurvePtr> m_prepared;
    ChartOptions m_preparedOptions; ///< those of m_prepared
    quint64 m_asked = 0;            ///< answers to older questions are dropped
    QSet<QString> m_hidden;
    ChartView m_view;
};

} // namespace plotleaf
