#include "fakes/clearml/clearml_calls.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

constexpr qsizetype shownText = 100; // characters of `fields.report`

QString companyOf(const CallContext &call)
{
    return call.world.company;
}

CallError missingField(const QString &field)
{
    return {400, 12, u"Validation error (error for field '%1'. field is required!)"_s.arg(field)};
}

/// What the code of the real server runs into, and answers.
CallError noSuchProject()
{
    return {500, 0, u"'NoneType' object has no attribute 'name'"_s};
}

std::optional<CallError> nameProblem(const QJsonValue &name)
{
    if (name.isNull())
        return CallError{400, 800, u"Data validation error"_s};
    const QString text = name.toString();
    if (text.size() < 3) {
        return CallError{400, 12,
                         u"Validation error (error for field 'name': value '%1' length is lower "
                         "than allowed minimum '3'..)"_s.arg(text)};
    }
    if (text.trimmed().size() < 3)
        return CallError{400, 800, u"Data validation error"_s};
    return std::nullopt;
}

std::variant<QJsonObject *, CallError> reportOf(CallContext &call)
{
    const QString id = call.body["task"_L1].toString();
    if (!call.body.contains("task"_L1))
        return missingField(u"task"_s);
    QJsonObject *task = call.world.task(id);
    if (!task)
        return CallError{400, 101,
                         u"Invalid task id: id=%1, company=%2"_s.arg(id, companyOf(call))};
    if ((*task)["type"_L1] != u"report"_s)
        return CallError{400, 150, u"Passed task is not report: id=%1"_s.arg(id)};
    if ((*task)["company"_L1].toString().isEmpty())
        return CallError{403, 21, u"Forbidden (no write permission)"_s};
    return task;
}

QJsonArray sortedTags(const QJsonValue &value)
{
    QStringList tags = stringsOf(value);
    tags.removeDuplicates();
    tags.sort();
    return QJsonArray::fromStringList(tags);
}

CallResult createReport(CallContext &call)
{
    if (!call.body.contains("name"_L1))
        return missingField(u"name"_s);
    if (const auto problem = nameProblem(call.body["name"_L1]))
        return *problem;
    const QString project = call.body["project"_L1].toString();
    if (!project.isEmpty() && !call.world.projects.contains(project))
        return noSuchProject();
    // `report` and `report_assets` are taken and thrown away.
    const QString id = call.world.addReport(call.body["name"_L1].toString().trimmed(), {}, {});
    QJsonObject &report = *call.world.report(id);
    const QString before = report["project"_L1].toString();
    report["project"_L1] = call.world.reportsProject(project);
    report["user"_L1] = call.user;
    report["last_changed_by"_L1] = call.user;
    report["comment"_L1] = call.body["comment"_L1].toString();
    report["tags"_L1] = sortedTags(call.body["tags"_L1]);
    call.world.dropEmptyReportsProject(before);
    return QJsonObject{{u"id"_s, id}, {u"project_id"_s, report["project"_L1]}};
}

QString shortened(const QString &text)
{
    QString simple = text.simplified();
    if (simple.size() <= shownText)
        return simple;
    // At a word, with room for the mark.
    const qsizetype cut = simple.lastIndexOf(u' ', shownText - 6);
    return simple.left(cut) + u" [...]"_s;
}

CallResult updateReport(CallContext &call)
{
    const auto found = reportOf(call);
    if (const auto *error = std::get_if<CallError>(&found))
        return *error;
    QJsonObject &report = *std::get<QJsonObject *>(found);
    if (call.body.contains("name"_L1)) {
        if (const auto problem = nameProblem(call.body["name"_L1]))
            return *problem;
    }
    const bool locked = call.body.contains("report"_L1) || call.body.contains("report_assets"_L1);
    const QString status = report["status"_L1].toString();
    if (locked && status != "created"_L1)
        return CallError{400, 110,
                         u"Invalid task status: expected=created, status=%1"_s.arg(status)};
    QJsonObject fields;
    for (const QString &key :
         {u"name"_s, u"tags"_s, u"comment"_s, u"report"_s, u"report_assets"_s}) {
        if (!call.body.contains(key))
            continue;
        QJsonValue value = call.body[key];
        if (key == "tags"_L1)
            value = sortedTags(value);
        if (key == "name"_L1)
            value = value.toString().trimmed();
        report[key] = value;
        fields[key] = key == "report"_L1 ? QJsonValue(shortened(value.toString())) : value;
    }
    if (fields.isEmpty())
        return QJsonObject{{u"updated"_s, 0}, {u"fields"_s, fields}};
    call.world.touch(report, call.user, true);
    return QJsonObject{{u"updated"_s, 1}, {u"fields"_s, fields}};
}

bool isTooShort(const QString &path)
{
    const QStringList segments = path.split(u'/');
    return std::ranges::any_of(segments, [](const QString &part) { return part.size() < 3; });
}

CallResult moveReport(CallContext &call)
{
    const auto found = reportOf(call);
    if (const auto *error = std::get_if<CallError>(&found))
        return *error;
    QJsonObject &report = *std::get<QJsonObject *>(found);
    QString parent;
    if (call.body.contains("project_name"_L1)) {
        const QString path = call.body["project_name"_L1].toString();
        if (isTooShort(path))
            return CallError{400, 407, u"Invalid project name: name=%1"_s.arg(path)};
        parent = call.world.makeProject(path);
    } else if (!call.body.contains("project"_L1)) {
        return CallError{400, 11,
                         u"Missing required fields (project or project_name is required)"_s};
    } else if (!call.body["project"_L1].isNull()) {
        parent = call.body["project"_L1].toString();
        if (!call.world.projects.contains(parent))
            return noSuchProject();
    }
    const QString before = report["project"_L1].toString();
    report["project"_L1] = call.world.reportsProject(parent);
    call.world.touch(report, call.user, false);
    const QString now = report["project"_L1].toString();
    if (now != before)
        call.world.dropEmptyReportsProject(before);
    return QJsonObject{{u"project_id"_s, now}};
}

CallResult publishReport(CallContext &call)
{
    const auto found = reportOf(call);
    if (const auto *error = std::get_if<CallError>(&found))
        return *error;
    QJsonObject &report = *std::get<QJsonObject *>(found);
    call.world.touch(report, call.user, true);
    report["status"_L1] = u"published"_s;
    report["status_reason"_L1] = QString();
    report["status_message"_L1] = call.body["message"_L1].toString();
    report["status_changed"_L1] = report["last_change"_L1];
    report["published"_L1] = report["last_change"_L1];
    QJsonObject fields;
    for (const QString &key :
         {u"status"_s, u"status_reason"_s, u"status_message"_s, u"status_changed"_s,
          u"last_update"_s, u"last_change"_s, u"last_changed_by"_s, u"published"_s})
        fields[key] = report[key];
    return QJsonObject{{u"updated"_s, 1}, {u"fields"_s, fields}};
}

CallResult setArchived(CallContext &call, bool archived)
{
    const auto found = reportOf(call);
    if (const auto *error = std::get_if<CallError>(&found))
        return *error;
    QJsonObject &report = *std::get<QJsonObject *>(found);
    QStringList tags = stringsOf(report["system_tags"_L1]);
    tags.removeAll(u"archived"_s);
    if (archived)
        tags << u"archived"_s;
    tags.sort();
    report["system_tags"_L1] = QJsonArray::fromStringList(tags);
    report["status_message"_L1] = call.body["message"_L1].toString();
    call.world.touch(report, call.user, false);
    return QJsonObject{{archived ? u"archived"_s : u"unarchived"_s, 1}};
}

CallResult archiveReport(CallContext &call)
{
    return setArchived(call, true);
}

CallResult unarchiveReport(CallContext &call)
{
    return setArchived(call, false);
}

/// The real one means to refuse published ones without `force`, but never does (clearml.md 2.7).
CallResult deleteReport(CallContext &call)
{
    const auto found = reportOf(call);
    if (const auto *error = std::get_if<CallError>(&found))
        return *error;
    call.world.deleteReport(call.body["task"_L1].toString());
    return QJsonObject{{u"deleted"_s, 1}};
}

QVector<QJsonObject> allReports(const ClearmlWorld &world)
{
    QVector<QJsonObject> reports;
    for (const QJsonObject &task : world.tasks) {
        if (task["type"_L1] == u"report"_s)
            reports.append(task);
    }
    return reports;
}

/// "One level down": a project means its `.reports` too, and null the root's.
QJsonArray reportProjects(const ClearmlWorld &world, const QJsonValue &asked)
{
    QJsonArray result;
    if (asked.isNull())
        return {world.projectNamed(u".reports"_s)};
    for (const QString &id : stringsOf(asked)) {
        result.append(id);
        result.append(
            world.projectNamed(world.projects.value(id)["name"_L1].toString() + u"/.reports"_s));
    }
    return result;
}

CallResult listReports(CallContext &call)
{
    if (call.body.contains("project"_L1))
        call.body["project"_L1] = reportProjects(call.world, call.body["project"_L1]);
    return listAnswer(call, allReports(call.world), u"tasks"_s, u"report"_s);
}

CallResult reportTags(CallContext &call)
{
    QStringList tags;
    for (const QJsonObject &report : allReports(call.world))
        tags << stringsOf(report["tags"_L1]);
    tags.removeDuplicates();
    tags.sort();
    return QJsonObject{{u"tags"_s, QJsonArray::fromStringList(tags)}};
}

} // namespace

QHash<QString, CallAction> reportActions()
{
    return {{u"reports.create"_s, createReport},   {u"reports.update"_s, updateReport},
            {u"reports.move"_s, moveReport},       {u"reports.publish"_s, publishReport},
            {u"reports.archive"_s, archiveReport}, {u"reports.unarchive"_s, unarchiveReport},
            {u"reports.delete"_s, deleteReport},   {u"reports.get_all_ex"_s, listReports},
            {u"reports.get_tags"_s, reportTags}};
}

} // namespace plotleaf::test
