#include "core/services/clearml/clearml_projects.h"

#include "core/services/clearml/clearml_documents.h"
#include "core/services/clearml/clearml_pages.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

QJsonObject levelBody(const QString &parentId)
{
    QJsonObject body = {{u"children_type"_s, u"report"_s},
                        {u"shallow_search"_s, true},
                        {u"search_hidden"_s, false},
                        {u"include_stats"_s, true},
                        {u"stats_for_state"_s, u"active"_s},
                        {u"order_by"_s, QJsonArray{u"-last_update"_s}},
                        {u"only_fields"_s, QJsonArray{u"name"_s, u"basename"_s, u"last_update"_s}}};
    if (!parentId.isEmpty())
        body["parent"_L1] = QJsonArray{parentId};
    return body;
}

/// The card of the reports that are in the project itself.
QJsonObject ownBody(const QString &parent)
{
    const QString hidden = parent.isEmpty() ? u".reports"_s : parent + u"/.reports"_s;
    return {{u"name"_s, exactClearmlPattern(hidden)},
            {u"search_hidden"_s, true},
            {u"children_type"_s, u"report"_s},
            {u"stats_with_children"_s, false},
            {u"stats_for_state"_s, u"active"_s},
            {u"include_stats"_s, true},
            {u"check_own_contents"_s, true},
            {u"only_fields"_s, QJsonArray{u"name"_s, u"last_update"_s}}};
}

ProjectSummary projectCard(const QJsonValue &project, const QString &path)
{
    const QJsonValue active = project["stats"_L1]["active"_L1];
    ProjectSummary card;
    card.path = path;
    card.reports = active["total_tasks"_L1].toInt();
    card.published = active["status_count"_L1]["published"_L1].toInt();
    card.updated = readClearmlTime(project["last_update"_L1]);
    const QJsonArray below = project["sub_projects"_L1].toArray();
    for (const QJsonValue inner : below) {
        const QString rest = inner["name"_L1].toString().mid(path.size() + 1);
        const QString child = rest.section(u'/', 0, 0);
        if (child != ".reports"_L1 && !child.isEmpty() && !card.subprojects.contains(child))
            card.subprojects << child;
    }
    return card;
}

QCoro::Task<Result<QJsonArray>> askProjects(std::shared_ptr<ClearmlClient> client, QJsonObject body)
{
    return askClearmlPages(std::move(client), u"projects.get_all_ex"_s, u"projects"_s,
                           std::move(body));
}

} // namespace

QCoro::Task<Result<QString>> clearmlProjectId(std::shared_ptr<ClearmlClient> client, QString path)
{
    const QJsonObject body = {{u"name"_s, exactClearmlPattern(path)},
                              {u"search_hidden"_s, true},
                              {u"only_fields"_s, QJsonArray{u"name"_s}}};
    const Result<QJsonArray> found = co_await askProjects(client, body);
    if (!found)
        co_return found.error();
    for (const QJsonValue project : *found) {
        if (project["name"_L1].toString() == path)
            co_return project["id"_L1].toString();
    }
    co_return Error{ErrorCode::NotFound,
                    QCoreApplication::translate("plotleaf::ClearmlProjects",
                                                "There is no project “%1” on the server.")
                        .arg(path),
                    {}};
}

QCoro::Task<Result<QVector<ProjectSummary>>> clearmlProjects(std::shared_ptr<ClearmlClient> client,
                                                             QString parent)
{
    Result<QString> id = QString();
    if (!parent.isEmpty())
        id = co_await clearmlProjectId(client, parent);
    if (!id)
        co_return id.error();
    const Result<QJsonArray> own = co_await askProjects(client, ownBody(parent));
    if (!own)
        co_return own.error();
    const Result<QJsonArray> level = co_await askProjects(client, levelBody(*id));
    if (!level)
        co_return level.error();
    QVector<ProjectSummary> cards;
    if (!own->isEmpty() && own->first()["own_tasks"_L1].toInt() > 0)
        cards.append(projectCard(own->first(), parent));
    for (const QJsonValue project : *level)
        cards.append(projectCard(project, project["name"_L1].toString()));
    co_return cards;
}

} // namespace plotleaf
