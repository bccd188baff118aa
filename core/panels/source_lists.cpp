#include "core/panels/source_lists.h"

#include "core/runs/natural_sort.h"

#include <QCoroFuture>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using SourcePtr = std::shared_ptr<RunSource>;

RunCard cardOf(const Run &run)
{
    RunCard card;
    card.id = run.id;
    card.name = run.name;
    card.state = run.state;
    card.tags = run.tags;
    card.created = run.created;
    card.updated = run.updated;
    return card;
}

QCoro::Task<Result<QVector<Run>>> allRuns(SourcePtr source)
{
    const QFuture<Result<QVector<Run>>> asked = source->runs();
    const Result<QVector<Run>> runs = co_await asked;
    co_return runs;
}

bool hasTags(const Run &run, const RunListQuery &query)
{
    const auto has = [&run](const QString &tag) { return run.tags.contains(tag); };
    if (query.tags.isEmpty())
        return true;
    return query.allTags ? std::ranges::all_of(query.tags, has)
                         : std::ranges::any_of(query.tags, has);
}

bool holdsText(const Run &run, const QRegularExpression &text)
{
    const auto holds = [&text](const QString &field) { return text.match(field).hasMatch(); };
    return holds(run.name) || holds(run.id.toString()) || std::ranges::any_of(run.tags, holds);
}

bool isRunBefore(const Run &a, const Run &b, RunListQuery::Order order)
{
    switch (order) {
    case RunListQuery::Order::Updated:
        return a.updated < b.updated;
    case RunListQuery::Order::Created:
        return a.created < b.created;
    case RunListQuery::Order::Name:
        break;
    }
    return naturalLess(a.name, b.name);
}

} // namespace

QCoro::Task<Result<QVector<Run>>> pickedSourceRuns(SourcePtr source, RunPick pick)
{
    const Result<QVector<Run>> all = co_await allRuns(source);
    if (!all)
        co_return all.error();
    QVector<Run> picked;
    for (const RunId &id : pick.ids.mid(0, RunCatalog::largestPick)) {
        const auto found = std::ranges::find(*all, id, &Run::id);
        if (found != all->end())
            picked.append(*found);
    }
    co_return picked;
}

QCoro::Task<Result<RunPage>> listSourceRuns(SourcePtr source, RunListQuery query)
{
    const QRegularExpression text(query.textIsPattern ? query.text
                                                      : QRegularExpression::escape(query.text),
                                  QRegularExpression::CaseInsensitiveOption);
    if (!text.isValid())
        co_return Error{ErrorCode::InvalidInput, text.errorString(), query.text};
    const Result<QVector<Run>> all = co_await allRuns(source);
    if (!all)
        co_return all.error();
    QVector<Run> runs;
    std::ranges::copy_if(*all, std::back_inserter(runs), [&](const Run &run) {
        return query.kind == RunKind::Run && hasTags(run, query) && holdsText(run, text) &&
               (query.states.isEmpty() || query.states.contains(run.state));
    });
    std::ranges::stable_sort(runs, [&query](const Run &a, const Run &b) {
        return query.descending ? isRunBefore(b, a, query.order) : isRunBefore(a, b, query.order);
    });
    const int size = std::clamp(query.pageSize, 1, RunCatalog::largestPick);
    const qsizetype first = qsizetype(std::max(query.page, 0)) * size;
    RunPage page;
    for (const Run &run : runs.mid(std::min(first, runs.size()), size))
        page.runs.append(cardOf(run));
    page.hasMore = first + size < runs.size();
    co_return page;
}

QCoro::Task<Result<QStringList>> listSourceTags(SourcePtr source)
{
    const Result<QVector<Run>> all = co_await allRuns(source);
    if (!all)
        co_return all.error();
    QStringList tags;
    for (const Run &run : *all)
        tags << run.tags;
    tags.removeDuplicates();
    naturalSort(tags);
    co_return tags;
}

QCoro::Task<Result<QVector<RunCard>>> listSourceCards(SourcePtr source, RunPick pick)
{
    const Result<QVector<Run>> runs = co_await pickedSourceRuns(source, pick);
    if (!runs)
        co_return runs.error();
    QVector<RunCard> cards;
    for (const Run &run : *runs)
        cards.append(cardOf(run));
    co_return cards;
}

} // namespace plotleaf
