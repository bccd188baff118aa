#pragma once

#include "core/services/clearml/widgets/clearml_widget.h"
#include "ui/runs/run_place.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QListWidget;

namespace plotleaf {

/// What of its runs a frame shows: metrics and variants, or the axes of parallel coordinates. Lists
/// what the runs have, and what the frame names although they have it not. GUI thread.
class FrameNameFields : public QWidget
{
    Q_OBJECT

public:
    FrameNameFields(ClearmlWidget::Type type, QWidget *parent = nullptr);

    void setNames(const QStringList &metrics, const QStringList &variants);
    /// Those that are ticked, the ones from before in their order.
    QStringList metrics() const;
    QStringList variants() const;
    /// Asks what these have.
    void setRuns(const std::shared_ptr<RunCatalog> &catalog, const RunPick &runs);

signals:
    void changed();

private:
    /// A line to tick: its text and what the address says for it.
    struct Choice
    {
        QString text;
        QString value;
    };

    enum class Question { Metrics, Variants };

    template <typename T, typename Then>
    void ask(Question which, const QFuture<Result<T>> &question, Then then);
    void showProblems();
    void takeNames(const QVector<MetricName> &names);
    void takeAxes(const QVector<RunMetric> &metrics);
    void takeParameters(const QVector<RunParameter> &parameters);
    void fillMetrics();
    void fillVariants();
    static void fill(QListWidget &list, const QVector<Choice> &choices, const QStringList &ticked);
    static QStringList tickedIn(const QListWidget &list, const QStringList &before);

    const ClearmlWidget::Type m_type;
    std::shared_ptr<RunCatalog> m_catalog; ///< that was asked
    quint64 m_asked = 0;                   ///< answers to older questions are dropped
    QStringList m_metricsBefore;
    QStringList m_variantsBefore;
    QVector<MetricName> m_names; ///< what the runs have
    QListWidget *m_metrics;
    QListWidget *m_variants;
    QMap<Question, QString> m_problems; ///< of questions that failed
    QLabel *m_problem;
};

} // namespace plotleaf
