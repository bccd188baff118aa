#include "core/services/clearml/browser/clearml_run_documents.h"

#include "core/runs/natural_sort.h"
#include "core/services/clearml/browser/clearml_run_lists.h"
#include "core/services/clearml/clearml_run_fields.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Client = std::shared_ptr<ClearmlClient>;

/// Orders names of two parts as people do.
struct NaturalPairs
{
    using Pair = std::pair<QString, QString>;

    bool operator()(const Pair &a, const Pair &b) const
    {
        const auto first = naturalOrder(a.first, b.first);
        return std::is_eq(first) ? naturalLess(a.second, b.second) : std::is_lt(first);
    }
};

template <typename Entry>
using ByName = std::map<NaturalPairs::Pair, Entry, NaturalPairs>;

template <typename Entry>
QVector<Entry> entriesOf(const ByName<Entry> &named)
{
    QVector<Entry> entries;
    for (const auto &[name, entry] : named)
        entries.append(entry);
    return entries;
}

/// Says of each which is not the same everywhere.
template <typename Entry>
QVector<Entry> withDifferences(QVector<Entry> entries, qsizetype runs)
{
    for (Entry &entry : entries) {
        const QString first = entry.runs.begin().value();
        entry.differs =
            entry.runs.size() < runs ||
            std::ranges::any_of(entry.runs, [&first](const QString &one) { return one != first; });
    }
    return entries;
}

/// A name is encoded where it is a key, and plain in the entry itself.
QString nameIn(const QJsonValue &entry, QLatin1String field, const QString &key)
{
    return entry[field].toString(key);
}

void addParametersOf(ByName<RunParameter> &named, const QJsonObject &task)
{
    const RunId run(task["id"_L1].toString());
    const QJsonObject sections = task["hyperparams"_L1].toObject();
    for (auto section = sections.begin(); section != sections.end(); ++section) {
        const QJsonObject entries = section->toObject();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            const QString place = nameIn(*entry, "section"_L1, section.key());
            const QString name = nameIn(*entry, "name"_L1, entry.key());
            RunParameter &parameter = named[{place, name}];
            parameter.section = place;
            parameter.name = name;
            parameter.runs[run] = (*entry)["value"_L1].toString();
        }
    }
}

void addConfigurationsOf(ByName<RunConfiguration> &named, const QJsonObject &task)
{
    const RunId run(task["id"_L1].toString());
    const QJsonObject entries = task["configuration"_L1].toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const QString name = nameIn(*entry, "name"_L1, entry.key());
        RunConfiguration &configuration = named[{name, QString()}];
        configuration.name = name;
        configuration.type = (*entry)["type"_L1].toString();
        configuration.runs[run] = (*entry)["value"_L1].toString();
    }
}

} // namespace

QCoro::Task<Result<QVector<RunMetric>>> askClearmlMetrics(Client client, RunPick runs)
{
    const QStringList fields = {u"last_metrics"_s};
    const Result<QVector<QJsonObject>> documents =
        co_await askClearmlDocuments(client, runs, fields);
    if (!documents)
        co_return documents.error();
    ByName<RunMetric> named;
    for (const QJsonObject &document : *documents) {
        const RunId run(document["id"_L1].toString());
        for (const ClearmlLastMetric &last : readClearmlLastMetrics(document)) {
            if (!last.hasSteps)
                continue;
            RunMetric &metric = named[{last.name.metric, last.name.variant}];
            metric.name = last.name;
            metric.runs[run] = last.summary;
        }
    }
    co_return entriesOf(named);
}

QCoro::Task<Result<QVector<RunParameter>>> askClearmlParameters(Client client, RunPick runs)
{
    if (runs.kind == RunKind::Model)
        co_return QVector<RunParameter>();
    const QStringList fields = {u"hyperparams"_s};
    const Result<QVector<QJsonObject>> documents =
        co_await askClearmlDocuments(client, runs, fields);
    if (!documents)
        co_return documents.error();
    ByName<RunParameter> named;
    for (const QJsonObject &document : *documents)
        addParametersOf(named, document);
    co_return withDifferences(entriesOf(named), documents->size());
}

QCoro::Task<Result<QVector<RunConfiguration>>> askClearmlConfigurations(Client client, RunPick runs)
{
    if (runs.kind == RunKind::Model)
        co_return QVector<RunConfiguration>();
    const QStringList fields = {u"configuration"_s};
    const Result<QVector<QJsonObject>> documents =
        co_await askClearmlDocuments(client, runs, fields);
    if (!documents)
        co_return documents.error();
    ByName<RunConfiguration> named;
    for (const QJsonObject &document : *documents)
        addConfigurationsOf(named, document);
    co_return withDifferences(entriesOf(named), documents->size());
}

} // namespace plotleaf
