#include "core/services/clearml/clearml_sample_names.h"

#include "core/services/clearml/clearml_documents.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qsizetype tasksAtOnce = 500;

QJsonObject bodyFor(const QStringList &tasks)
{
    return {{u"tasks"_s, QJsonArray::fromStringList(tasks)},
            {u"event_type"_s, u"training_debug_image"_s}};
}

/// By task: what it has samples of. Tasks without any are left out.
QHash<QString, QStringList> metricsOfTasks(const QJsonObject &answer)
{
    QHash<QString, QStringList> metrics;
    const QJsonArray tasks = answer["metrics"_L1].toArray();
    for (const QJsonValue task : tasks) {
        const QStringList names = clearmlStrings(task["metrics"_L1]);
        if (!names.isEmpty())
            metrics.insert(task["task"_L1].toString(), names);
    }
    return metrics;
}

QHash<QString, QStringList> variantsOfMetrics(const QJsonObject &answer)
{
    QHash<QString, QStringList> variants;
    const QJsonArray metrics = answer["metrics"_L1].toArray();
    for (const QJsonValue metric : metrics)
        variants.insert(metric["metric"_L1].toString(), clearmlStrings(metric["variants"_L1]));
    return variants;
}

using Names = QHash<QString, QStringList>;

QCoro::Task<Result<Names>> askNames(std::shared_ptr<ClearmlClient> client, QStringList tasks)
{
    auto asking = client->call(u"events.get_task_metrics"_s, bodyFor(tasks));
    const Result<QJsonObject> byTask = co_await asking;
    if (!byTask)
        co_return byTask.error();
    const Names metrics = metricsOfTasks(*byTask);
    if (metrics.isEmpty())
        co_return Names();
    auto askingVariants = client->call(u"events.get_multi_task_metrics"_s, bodyFor(metrics.keys()));
    const Result<QJsonObject> together = co_await askingVariants;
    if (!together)
        co_return together.error();
    const Names variants = variantsOfMetrics(*together);
    Names names;
    for (auto task = metrics.cbegin(); task != metrics.cend(); ++task) {
        for (const QString &metric : *task) {
            for (const QString &variant : variants.value(metric))
                names[task.key()] << QString(metric + u'/' + variant);
        }
    }
    co_return names;
}

} // namespace

QCoro::Task<Result<QHash<QString, QStringList>>>
ClearmlSampleNames::ask(std::shared_ptr<ClearmlSampleNames> names,
                        std::shared_ptr<ClearmlClient> client,
                        QVector<Task> tasks)
{
    QStringList changed;
    QHash<QString, Known> known;
    for (const Task &task : std::as_const(tasks)) {
        const auto before = names->m_known.constFind(task.id);
        if (before != names->m_known.constEnd() && before->updated == task.updated)
            known.insert(task.id, *before);
        else
            changed << task.id;
    }
    Names found;
    for (qsizetype i = 0; i < changed.size(); i += tasksAtOnce) {
        const Result<Names> some = co_await askNames(client, changed.mid(i, tasksAtOnce));
        if (!some)
            co_return some.error();
        found.insert(*some);
    }
    Names all;
    for (const Task &task : std::as_const(tasks)) {
        if (!known.contains(task.id))
            known.insert(task.id, {task.updated, found.value(task.id)});
        all.insert(task.id, known[task.id].names);
    }
    names->m_known = std::move(known);
    co_return all;
}

} // namespace plotleaf
