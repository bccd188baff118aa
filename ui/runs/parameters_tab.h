#pragma once

#include "ui/runs/run_tab.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace plotleaf {

class RunTable;

/// The hyper-parameters of the runs chosen, side by side. From a comparison, parallel coordinates
/// of the rows that are chosen (or of those that differ) and a metric can be embedded.
class ParametersTab : public RunTab
{
    Q_OBJECT

public:
    explicit ParametersTab(Theme &theme, QWidget *parent = nullptr);

protected:
    void load() override;
    void clear() override;

private:
    QWidget *makeParallelRow();
    void fill(const QVector<RunParameter> &parameters);
    void fillMetrics(const QVector<RunMetric> &metrics);
    void showRows();
    RunEmbed parallel() const;

    QVector<RunParameter> m_parameters;
    QVector<RunParameter> m_shown; ///< those in the table, row by row
    QVector<MetricName> m_metrics;
    QLineEdit *m_filter;
    QCheckBox *m_onlyDifferences;
    RunTable *m_table;
    QWidget *m_parallelRow;
    QComboBox *m_metric;
    QComboBox *m_value;
    EmbedButton *m_embed;
    QLabel *m_metricProblem; ///< why there is no metric to choose
};

} // namespace plotleaf
