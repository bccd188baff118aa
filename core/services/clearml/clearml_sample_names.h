#pragma once

#include "core/services/clearml/clearml_client.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

#include <memory>

namespace plotleaf {

/// Which samples the tasks of a server have, remembered for as long as a task does not change.
/// Lives on one thread.
class ClearmlSampleNames
{
public:
    struct Task
    {
        QString id;
        QDateTime updated;
    };

    /// "metric/variant" of the samples of each task, by its id; those without samples may be
    /// missing. The server tells metrics for each task, and their variants only for several
    /// together (clearml.md 2, events.get_task_metrics and get_multi_task_metrics), so a task may
    /// be said to have a variant that only another one has. `names` must outlive the task. Errors:
    /// those of ClearmlClient.
    static QCoro::Task<Result<QHash<QString, QStringList>>>
    ask(std::shared_ptr<ClearmlSampleNames> names,
        std::shared_ptr<ClearmlClient> client,
        QVector<Task> tasks);

private:
    struct Known
    {
        QDateTime updated;
        QStringList names;
    };
    QHash<QString, Known> m_known;
};

} // namespace plotleaf
