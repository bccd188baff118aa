#include "fakes/clearml/clearml_calls.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

QString nameOf(const QJsonObject &project)
{
    return project["name"_L1].toString();
}

bool isArchived(const QJsonObject &task)
{
    return stringsOf(task["system_tags"_L1]).contains(u"archived"_s);
}

/// Reports, or tasks that are none, that are not archived, in the project itself or also below it.
QVector<QJsonObject>
countedIn(const ClearmlWorld &world, const QString &path, bool below, bool reports)
{
    QVector<QJsonObject> found;
    for (const QJsonObject &task : world.tasks) {
        const QString own = nameOf(world.projects[task["project"_L1].toString()]);
        if ((task["type"_L1] == u"report"_s) == reports && !isArchived(task) &&
            (own == path || (below && own.startsWith(path + u'/'))))
            found.append(task);
    }
    return found;
}

QVector<QJsonObject> reportsIn(const ClearmlWorld &world, const QString &path, bool below)
{
    return countedIn(world, path, below, true);
}

QJsonObject statsOf(const QVector<QJsonObject> &reports)
{
    QJsonObject counts;
    for (const QString &status :
         {u"closed"_s, u"completed"_s, u"created"_s, u"failed"_s, u"in_progress"_s, u"published"_s,
          u"publishing"_s, u"queued"_s, u"stopped"_s, u"unknown"_s}) {
        counts[status] = std::ranges::count_if(reports, [&status](const QJsonObject &report) {
            return report["status"_L1].toString() == status;
        });
    }
    return {{u"active"_s, QJsonObject{{u"status_count"_s, counts},
                                      {u"total_tasks"_s, reports.size()},
                                      {u"total_runtime"_s, 0},
                                      {u"completed_tasks_24h"_s, 0},
                                      {u"last_task_run"_s, QJsonValue::Null}}}};
}

QJsonArray subProjects(const ClearmlWorld &world, const QString &path)
{
    QVector<QJsonObject> found;
    for (const QJsonObject &project : world.projects) {
        if (nameOf(project).startsWith(path + u'/'))
            found.append({{u"id"_s, project["id"_L1]}, {u"name"_s, nameOf(project)}});
    }
    std::ranges::sort(found, {}, nameOf);
    QJsonArray result;
    for (const QJsonObject &project : found)
        result.append(project);
    return result;
}

/// Those of `rows` that the level asked for holds and that have reports, own or below.
QVector<QJsonObject> onLevel(const CallContext &call, QVector<QJsonObject> rows)
{
    const QString parent =
        nameOf(call.world.projects.value(stringsOf(call.body["parent"_L1]).value(0)));
    const bool shallow = call.body["shallow_search"_L1].toBool();
    rows.removeIf([&](const QJsonObject &row) {
        const QString name = nameOf(row);
        const QString rest = parent.isEmpty() ? name : name.mid(parent.size() + 1);
        const bool isBelow = parent.isEmpty() || name.startsWith(parent + u'/');
        if (!isBelow || (shallow && rest.contains(u'/')))
            return true;
        return call.body["children_type"_L1].toString() == "report"_L1 &&
               reportsIn(call.world, name, true).isEmpty();
    });
    return rows;
}

CallResult listProjects(CallContext &call)
{
    const QString children = call.body["children_type"_L1].toString();
    if (!children.isEmpty() &&
        !QStringList{u"report"_s, u"pipeline"_s, u"dataset"_s}.contains(children))
        return CallError{400, 12, u"Validation error"_s};
    CallResult result =
        listAnswer(call, onLevel(call, call.world.projects.values()), u"projects"_s, u"project"_s);
    auto *answer = std::get_if<QJsonObject>(&result);
    if (!answer || !call.body["include_stats"_L1].toBool())
        return result;
    QJsonArray projects = (*answer)["projects"_L1].toArray();
    for (QJsonValueRef entry : projects) {
        QJsonObject project = entry.toObject();
        const QString path = nameOf(call.world.projects[project["id"_L1].toString()]);
        const bool below = call.body["stats_with_children"_L1].toBool(true);
        project["stats"_L1] = statsOf(countedIn(call.world, path, below, children == "report"_L1));
        project["sub_projects"_L1] = subProjects(call.world, path);
        if (call.body["search_hidden"_L1].toBool())
            project["hidden"_L1] = path.endsWith(".reports"_L1);
        if (call.body["check_own_contents"_L1].toBool()) {
            project["own_tasks"_L1] = reportsIn(call.world, path, false).size();
            project["own_models"_L1] = 0;
        }
        entry = project;
    }
    (*answer)["projects"_L1] = projects;
    return result;
}

CallResult createProject(CallContext &call)
{
    const QString path = call.body["name"_L1].toString();
    if (!call.world.projectNamed(path).isEmpty())
        return CallError{400, 801, u"Value combination already exists: name=%1"_s.arg(path)};
    const QStringList segments = path.split(u'/');
    if (std::ranges::any_of(segments, [](const QString &part) { return part.size() < 3; }))
        return CallError{400, 407, u"Invalid project name: name=%1"_s.arg(path)};
    return QJsonObject{{u"id"_s, call.world.makeProject(path)}};
}

CallResult currentUser(CallContext &call)
{
    QJsonObject user = call.world.users[call.user];
    user["company"_L1] = QJsonObject{{u"id"_s, call.world.company}, {u"name"_s, u"clearml"_s}};
    return QJsonObject{{u"user"_s, user},
                       {u"getting_started"_s, QJsonObject{{u"agentName"_s, u"clearml"_s},
                                                          {u"configure"_s, u"clearml-init"_s},
                                                          {u"install"_s, u"pip install clearml"_s},
                                                          {u"packageName"_s, u"clearml"_s}}},
                       {u"settings"_s, QJsonObject{{u"max_download_items"_s, 50000}}}};
}

CallResult listUsers(CallContext &call)
{
    return listAnswer(call, call.world.users.values(), u"users"_s, u"user"_s);
}

CallResult preferences(CallContext &call)
{
    return QJsonObject{{u"preferences"_s, call.world.preferences.value(call.user)}};
}

CallResult organizationTags(CallContext &call)
{
    QStringList tags;
    for (const QJsonObject &task : std::as_const(call.world.tasks))
        tags << stringsOf(task["tags"_L1]);
    tags.removeDuplicates();
    tags.sort();
    return QJsonObject{{u"tags"_s, QJsonArray::fromStringList(tags)}};
}

} // namespace

QHash<QString, CallAction> projectActions()
{
    return {
        {u"projects.get_all_ex"_s, listProjects},   {u"projects.create"_s, createProject},
        {u"users.get_current_user"_s, currentUser}, {u"users.get_all_ex"_s, listUsers},
        {u"users.get_preferences"_s, preferences},  {u"organization.get_tags"_s, organizationTags}};
}

} // namespace plotleaf::test
