#include "core/panels/panel_query.h"

#include "core/panels/panel_kind.h"
#include "core/panels/panel_messages.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

namespace plotleaf {

namespace {

/// Series that the filter and the order look at, of every run that has them.
QVector<RunDataRequest> selectionRequests(const RunSelection &selection, const QVector<Run> &runs)
{
    QVector<RunDataRequest> requests;
    const QVector<RunField> fields = selection.fields();
    for (const Run &run : runs) {
        QStringList asked;
        for (const RunField &field : fields) {
            const QString metric = seriesOfField(field, run);
            if (metric.isEmpty() || asked.contains(metric))
                continue;
            asked << metric;
            requests.push_back({RunDataRequest::Kind::Series, run.id, metric});
        }
    }
    return requests;
}

/// Asks for everything at once, so that a source can work in parallel, and waits for all of it.
QCoro::Task<RunData> askAll(std::shared_ptr<AnswerSource> source, QVector<RunDataRequest> requests)
{
    QVector<QFuture<RunDataAnswer>> futures;
    for (const RunDataRequest &request : requests)
        futures << source->ask(request);
    RunData data;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        QFuture<RunDataAnswer> &future = futures[i];
        const RunDataAnswer answer = co_await future;
        data.insert(requests[i], answer);
    }
    co_return data;
}

/// What choosing runs leads to; made on the pool.
struct Choice
{
    SelectedRuns selected;
    QVector<RunDataRequest> requests;
};

Choice chooseRuns(const PanelSpec &spec,
                  const QVector<Run> &all,
                  const RunData &seen,
                  const QDateTime &now)
{
    const auto lookup = [&](const Run &run, const QString &metric) {
        return seen.series(run.id, metric);
    };
    Choice choice;
    choice.selected = selectRuns(spec.runs, all, lookup, now);
    choice.requests = spec.kind->wants(spec, choice.selected.runs);
    return choice;
}

// Work for the pool is started by plain functions and its future named before it is awaited: GCC 12
// destroys closures that are temporaries of an awaited expression twice (GCC bug 99576 and its
// kin).

QFuture<Choice> startChoosing(QThreadPool &pool,
                              const std::shared_ptr<const PanelSpec> &spec,
                              const QVector<Run> &all,
                              const RunData &seen,
                              const QDateTime &now)
{
    return QtConcurrent::run(&pool, [=] { return chooseRuns(*spec, all, seen, now); });
}

using Preparation = std::shared_ptr<const PanelPreparation>;

QFuture<Preparation> startPreparing(QThreadPool &pool, const PanelMaterialPtr &material)
{
    return QtConcurrent::run(
        &pool, [material] { return material->spec->kind->prepare(material->input()); });
}

} // namespace

PanelMaterialPtr staleMaterial(const PanelMaterial &material, const Figure &why)
{
    auto stale = std::make_shared<PanelMaterial>(material);
    stale->staleReason = why.content[QStringLiteral("text")].toString();
    return stale;
}

QCoro::Task<PanelMaterialPtr> queryPanel(std::shared_ptr<const PanelSpec> spec,
                                         std::shared_ptr<AnswerSource> source,
                                         std::shared_ptr<QThreadPool> pool,
                                         QString place,
                                         QDateTime now)
{
    auto material = std::make_shared<PanelMaterial>();
    material->spec = spec;
    QFuture<Result<QVector<Run>>> runs = source->runs();
    const Result<QVector<Run>> all = co_await runs;
    if (!all) {
        material->message = sourceMessage(place, all.error());
        material->isLost = true;
        co_return material;
    }
    QCoro::Task<RunData> seeing = askAll(source, selectionRequests(spec->runs, *all));
    const RunData seen = co_await seeing;
    QFuture<Choice> choosing = startChoosing(*pool, spec, *all, seen, now);
    const Choice choice = co_await choosing;
    material->runs = choice.selected.runs;
    if (material->runs.isEmpty()) {
        material->message = noRunsMessage(spec->runs, place, *all);
        material->message->notes = fewNotes(seen.failures() + source->warnings());
        material->isLost = all->isEmpty();
        co_return material;
    }
    QCoro::Task<RunData> asking = askAll(source, choice.requests);
    material->data = co_await asking;
    material->lacksData = seen.lacksSomething() || material->data.lacksSomething();
    material->notes = selectionNotes(choice.selected, spec->runs) + seen.failures() +
                      material->data.failures() + source->warnings();
    QFuture<Preparation> preparing = startPreparing(*pool, material);
    material->prepared = co_await preparing;
    co_return material;
}

} // namespace plotleaf
