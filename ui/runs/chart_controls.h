#pragma once

#include "ui/runs/chart_curve.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace plotleaf {

/// How curves are to be looked at: the x axis, logarithms, smoothing.
class ChartControls : public QWidget
{
    Q_OBJECT

public:
    explicit ChartControls(QWidget *parent = nullptr);

    ChartOptions options() const;
    void setOptions(const ChartOptions &options);

signals:
    void optionsChanged(const plotleaf::ChartOptions &options);

private:
    void announce();

    QComboBox *m_xAxis;
    QToolButton *m_logX;
    QToolButton *m_logY;
    QSlider *m_smoothing;
    QLabel *m_weight;
};

} // namespace plotleaf
