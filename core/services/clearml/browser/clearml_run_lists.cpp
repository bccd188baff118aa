#include "core/services/clearml/browser/clearml_run_lists.h"

#include "core/runs/natural_sort.h"
#include "core/runs/run_catalog.h"
#include "core/services/clearml/clearml_documents.h"
#include "core/services/clearml/clearml_pages.h"
#include "core/services/clearml/clearml_run_fields.h"
#include "core/services/clearml/widgets/clearml_widget.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

using Client = std::shared_ptr<ClearmlClient>;

constexpr int rowsAtOnce = 500; // the most that a list answers (clearml.md 1.8)

QJsonArray jsonTexts(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QJsonObject projectBody()
{
    return {{u"search_hidden"_s, false},
            {u"include_stats"_s, true},
            {u"stats_for_state"_s, u"active"_s},
            {u"order_by"_s, jsonTexts({u"name"_s})},
            {u"only_fields"_s, jsonTexts({u"name"_s, u"basename"_s, u"last_update"_s})}};
}

/// Names of hidden projects (".reports", ".pipelines") begin with a dot.
int visibleChildren(const QJsonValue &project, const QString &path)
{
    QStringList children;
    const QJsonArray below = project["sub_projects"_L1].toArray();
    for (const QJsonValue inner : below) {
        const QString rest = inner["name"_L1].toString().mid(path.size() + 1);
        const QStringList steps = rest.split(u'/');
        const bool isHidden = std::ranges::any_of(
            steps, [](const QString &step) { return step.isEmpty() || step.startsWith(u'.'); });
        if (!isHidden && !children.contains(steps.first()))
            children << steps.first();
    }
    return int(children.size());
}

RunProject readRunProject(const QJsonValue &document)
{
    RunProject project;
    project.id = document["id"_L1].toString();
    project.path = document["name"_L1].toString();
    project.runs = document["stats"_L1]["active"_L1]["total_tasks"_L1].toInt();
    project.children = visibleChildren(document, project.path);
    project.updated = readClearmlTime(document["last_update"_L1]);
    return project;
}

QCoro::Task<Result<QVector<RunProject>>>
askProjectPages(Client client, QJsonObject body, qsizetype most)
{
    const Result<QJsonArray> rows =
        co_await askClearmlPages(client, u"projects.get_all_ex"_s, u"projects"_s, body, most);
    if (!rows)
        co_return rows.error();
    QVector<RunProject> projects;
    for (const QJsonValue row : *rows)
        projects.append(readRunProject(row));
    std::ranges::stable_sort(projects, [](const RunProject &a, const RunProject &b) {
        return naturalLess(a.path, b.path);
    });
    co_return projects;
}

QLatin1String orderField(RunListQuery::Order order)
{
    switch (order) {
    case RunListQuery::Order::Updated:
        return "last_update"_L1;
    case RunListQuery::Order::Created:
        return "created"_L1;
    case RunListQuery::Order::Name:
        break;
    }
    return "name"_L1;
}

/// A model is a draft or published ("ready") and nothing else; false: none can be in the list.
bool addModelStates(QJsonObject &body, const QVector<RunState> &states)
{
    const bool wantsReady = states.contains(RunState::Finished);
    const bool wantsDraft = states.contains(RunState::Unknown);
    if (wantsReady != wantsDraft)
        body["ready"_L1] = wantsReady;
    return states.isEmpty() || wantsReady || wantsDraft;
}

void addTaskStates(QJsonObject &body, const QVector<RunState> &states)
{
    QStringList words;
    for (const RunState state : states)
        words << clearmlStatuses(state);
    if (!words.isEmpty())
        body["status"_L1] = jsonTexts(words);
}

/// As the web app searches: without regard to case, in all that a person sees of a run.
void addSearch(QJsonObject &body, const RunListQuery &query)
{
    if (query.text.isEmpty())
        return;
    const QString pattern =
        query.textIsPattern ? query.text : QRegularExpression::escape(query.text);
    body["_any_"_L1] =
        QJsonObject{{u"pattern"_s, pattern},
                    {u"fields"_s, jsonTexts({u"id"_s, u"name"_s, u"tags"_s, u"comment"_s})}};
}

QStringList cardFields(RunKind kind)
{
    const QStringList common = {u"name"_s,    u"project.name"_s, u"user.name"_s,  u"tags"_s,
                                u"comment"_s, u"created"_s,      u"last_update"_s};
    return common + (kind == RunKind::Model ? QStringList{u"ready"_s}
                                            : QStringList{u"status"_s, u"last_iteration"_s});
}

RunCard readRunCard(const QJsonObject &document, RunKind kind)
{
    RunCard card;
    card.id = RunId(document["id"_L1].toString());
    card.kind = kind;
    card.name = document["name"_L1].toString();
    card.project = document["project"_L1]["name"_L1].toString();
    card.user = document["user"_L1]["name"_L1].toString();
    card.tags = clearmlStrings(document["tags"_L1]);
    card.description = document["comment"_L1].toString();
    card.created = readClearmlTime(document["created"_L1]);
    card.updated = readClearmlTime(document["last_update"_L1]);
    if (kind == RunKind::Model) {
        const bool isReady = document["ready"_L1].toBool();
        card.state = isReady ? RunState::Finished : RunState::Unknown;
        card.status = isReady ? u"published"_s : u"created"_s;
        return card;
    }
    card.status = document["status"_L1].toString();
    card.state = clearmlRunState(card.status);
    card.lastIteration = document["last_iteration"_L1].toInteger(-1);
    return card;
}

QString listCall(RunKind kind)
{
    return kind == RunKind::Model ? u"models.get_all_ex"_s : u"tasks.get_all_ex"_s;
}

QJsonArray listRows(const QJsonObject &data, RunKind kind)
{
    return data[kind == RunKind::Model ? "models"_L1 : "tasks"_L1].toArray();
}

QJsonObject pageBody(const RunListQuery &query)
{
    const QString order = orderField(query.order);
    QJsonObject body = {{u"only_fields"_s, jsonTexts(cardFields(query.kind))},
                        {u"order_by"_s, jsonTexts({query.descending ? u'-' + order : order})},
                        {u"system_tags"_s, jsonTexts({u"-archived"_s})},
                        {u"page"_s, std::max(query.page, 0)},
                        {u"page_size"_s, std::clamp(query.pageSize, 1, rowsAtOnce)}};
    if (!query.project.isEmpty()) {
        body["project"_L1] = jsonTexts({query.project});
        body["include_subprojects"_L1] = query.withChildren;
    }
    // With an operator in front a tag may begin with a minus (clearml.md 1.8).
    if (!query.tags.isEmpty())
        body["tags"_L1] =
            jsonTexts(QStringList{query.allTags ? u"__$and"_s : u"__$or"_s} + query.tags);
    addSearch(body, query);
    return body;
}

} // namespace

QCoro::Task<Result<QVector<RunProject>>> askClearmlRunProjects(Client client, const QString &parent)
{
    QJsonObject body = projectBody();
    body["shallow_search"_L1] = true;
    if (!parent.isEmpty())
        body["parent"_L1] = jsonTexts({parent});
    return askProjectPages(std::move(client), body, std::numeric_limits<qsizetype>::max());
}

QCoro::Task<Result<QVector<RunProject>>> findClearmlRunProjects(Client client, const QString &text)
{
    QJsonObject body = projectBody();
    body["_any_"_L1] = QJsonObject{{u"pattern"_s, QRegularExpression::escape(text)},
                                   {u"fields"_s, jsonTexts({u"name"_s})}};
    return askProjectPages(std::move(client), body, RunCatalog::mostFound);
}

QCoro::Task<Result<RunPage>> askClearmlRunPage(Client client, RunListQuery query)
{
    QJsonObject body = pageBody(query);
    if (query.kind == RunKind::Model) {
        if (!addModelStates(body, query.states))
            co_return RunPage();
    } else {
        addTaskStates(body, query.states);
    }
    const Result<QJsonObject> data =
        co_await client->call(listCall(query.kind), body, ClearmlEffect::Reads, query.tenant);
    if (!data)
        co_return data.error();
    RunPage page;
    const QJsonArray rows = listRows(*data, query.kind);
    for (const QJsonValue row : rows)
        page.runs.append(readRunCard(row.toObject(), query.kind));
    page.hasMore = rows.size() == body["page_size"_L1].toInt();
    co_return page;
}

QCoro::Task<Result<QVector<QJsonObject>>>
askClearmlDocuments(Client client, RunPick runs, QStringList fields)
{
    QVector<QJsonObject> documents;
    if (runs.ids.isEmpty()) // would be every task there is
        co_return documents;
    QJsonArray ids;
    for (const RunId &id : runs.ids.mid(0, RunCatalog::largestPick))
        ids.append(id.toString());
    const QJsonObject body = {
        {u"id"_s, ids}, {u"only_fields"_s, jsonTexts(fields)}, {u"page_size"_s, rowsAtOnce}};
    const Result<QJsonObject> data =
        co_await client->call(listCall(runs.kind), body, ClearmlEffect::Reads, runs.tenant);
    if (!data)
        co_return data.error();
    QHash<QString, QJsonObject> found;
    const QJsonArray rows = listRows(*data, runs.kind);
    for (const QJsonValue row : rows)
        found[row["id"_L1].toString()] = row.toObject();
    for (const QJsonValue id : std::as_const(ids)) {
        if (found.contains(id.toString()))
            documents.append(found.take(id.toString()));
    }
    co_return documents;
}

QCoro::Task<Result<QVector<RunCard>>> askClearmlRunCards(Client client, RunPick runs)
{
    const Result<QVector<QJsonObject>> documents =
        co_await askClearmlDocuments(client, runs, cardFields(runs.kind));
    if (!documents)
        co_return documents.error();
    QVector<RunCard> cards;
    for (const QJsonObject &document : *documents)
        cards.append(readRunCard(document, runs.kind));
    co_return cards;
}

QCoro::Task<Result<QVector<RunCard>>> askClearmlFrameRuns(Client client, QString address)
{
    const Result<ClearmlWidget> widget = readClearmlWidget(address);
    if (!widget)
        co_return widget.error();
    Result<QJsonObject> body = clearmlRunsBody(*widget);
    if (!body)
        co_return body.error();
    const RunKind kind = widget->isModel ? RunKind::Model : RunKind::Run;
    (*body)["only_fields"_L1] = jsonTexts(cardFields(kind));
    const Result<QJsonObject> data = co_await client->call(u"reports.get_task_data"_s, *body,
                                                           ClearmlEffect::Reads, widget->company);
    if (!data)
        co_return data.error();
    QVector<RunCard> cards;
    const QJsonArray rows = (*data)["tasks"_L1].toArray(); // models too
    for (const QJsonValue row : rows)
        cards.append(readRunCard(row.toObject(), kind));
    co_return cards;
}

QCoro::Task<Result<QStringList>> askClearmlTags(Client client)
{
    const Result<QJsonObject> data =
        co_await client->call(u"organization.get_tags"_s, QJsonObject());
    if (!data)
        co_return data.error();
    QStringList tags = clearmlStrings((*data)["tags"_L1]);
    naturalSort(tags);
    co_return tags;
}

} // namespace plotleaf
