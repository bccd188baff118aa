#pragma once

#include "ui/runs/chart_curve.h"
#include "ui/runs/run_embed_wish.h"
#include "ui/runs/run_place.h"

#include <QFrame>

class QVBoxLayout;

namespace plotleaf {

class EmbedButton;
class RunChart;
class Theme;

/// One graphic of scalars: a metric with some or all of its variants, of the runs chosen. Its
/// curves are asked for when it comes into sight. Lives on the GUI thread.
class ScalarCard : public QFrame
{
    Q_OBJECT

public:
    /// `variants`: those it shows.
    ScalarCard(Theme &theme,
               const RunChoice &runs,
               const QString &metric,
               const QStringList &variants,
               QWidget *parent = nullptr);

    const QString &metricName() const { return m_metric; }
    const QStringList &variants() const { return m_variants; }
    /// "loss", "loss / train"
    QString title() const;
    void setOptions(const ChartOptions &options);
    /// Null until it was in sight.
    RunChart *chart() const { return m_chart; }
    EmbedButton *embedButton() const { return m_embed; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void load();
    void take(const Result<QVector<RunCurve>> &curves);
    ChartCurve chartCurve(const RunCurve &curve, const CurveColour &colour) const;

    Theme &m_theme;
    const RunChoice m_runs;
    const QString m_metric;
    const QStringList m_variants;
    ChartOptions m_options;
    QVBoxLayout *m_column;
    EmbedButton *m_embed;
    RunChart *m_chart = nullptr;
};

} // namespace plotleaf
