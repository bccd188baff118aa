#include "core/services/clearml/clearml_reports.h"

#include "core/services/clearml/clearml_change_cursor.h"
#include "core/services/clearml/clearml_documents.h"
#include "core/services/clearml/clearml_pages.h"
#include "core/services/clearml/clearml_projects.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int mostIds = 500; // objects that one list answers
/// In UTF-8. A report is one document of MongoDB, which holds 16 MiB (clearml.md 1.7).
constexpr qsizetype largestText = 15 * 1024 * 1024;

QJsonArray idArray(const QVector<RemoteId> &ids)
{
    QJsonArray array;
    for (const RemoteId &id : ids)
        array.append(id.toString());
    return array;
}

QString wishMark(const QString &key)
{
    return u"plotleaf:"_s + key;
}

QJsonObject changeBody(const RemoteId &id, const RemoteChange &change)
{
    QJsonObject body = {{u"task"_s, id.toString()}};
    if (change.name)
        body["name"_L1] = *change.name;
    if (change.description)
        body["comment"_L1] = *change.description;
    if (change.tags)
        body["tags"_L1] = QJsonArray::fromStringList(*change.tags);
    if (change.text)
        body["report"_L1] = *change.text;
    return body;
}

Result<void> checkedText(const QString &text)
{
    if (text.toUtf8().size() <= largestText)
        return {};
    return Error{ErrorCode::LimitExceeded,
                 QCoreApplication::translate("plotleaf::ClearmlReports",
                                             "The text is larger than a ClearML server can keep."),
                 QString::number(text.size())};
}

RemoteChange wholeChange(const ReportState &state)
{
    RemoteChange change;
    change.name = state.fields.name;
    change.description = state.fields.description;
    change.tags = state.fields.tags;
    change.text = state.text;
    return change;
}

} // namespace

ClearmlReports::ClearmlReports(std::shared_ptr<ClearmlClient> client) : m_client(std::move(client))
{
}

ClearmlReports::~ClearmlReports() = default;

QCoro::Task<ClearmlReports::Documents> ClearmlReports::list(QJsonObject body)
{
    const Result<QJsonObject> data = co_await m_client->call(u"reports.get_all_ex"_s, body);
    if (!data)
        co_return data.error();
    if (!(*data)["tasks"_L1].isArray()) {
        co_return Error{ErrorCode::Damaged,
                        QCoreApplication::translate("plotleaf::ClearmlReports",
                                                    "The server answered without reports."),
                        u"reports.get_all_ex"_s};
    }
    QVector<QJsonObject> reports;
    const QJsonArray tasks = (*data)["tasks"_L1].toArray();
    for (const QJsonValue task : tasks)
        reports.append(task.toObject());
    co_return reports;
}

/// Names for the ids of those who changed something. Without them ids are shown, so a failure does
/// not matter.
QCoro::Task<> ClearmlReports::learnNames(QVector<QJsonObject> reports)
{
    const bool knowsAll = std::ranges::all_of(reports, [this](const QJsonObject &report) {
        return m_userNames.contains(report["last_changed_by"_L1].toString());
    });
    if (knowsAll)
        co_return;
    const QJsonObject body = {{u"only_fields"_s, QJsonArray{u"name"_s}},
                              {u"order_by"_s, QJsonArray{u"name"_s}}};
    const Result<QJsonArray> users =
        co_await askClearmlPages(m_client, u"users.get_all_ex"_s, u"users"_s, body);
    if (!users)
        co_return;
    for (const QJsonValue user : *users)
        m_userNames[user["id"_L1].toString()] = user["name"_L1].toString();
    for (const QJsonObject &report : reports) {
        // Gone from the server: not to be asked for again.
        const QString id = report["last_changed_by"_L1].toString();
        if (!m_userNames.contains(id))
            m_userNames[id] = id;
    }
}

QCoro::Task<Result<RemoteCards>> ClearmlReports::changes(const QDateTime &since,
                                                         const QString &next)
{
    return changesFrom(since, next);
}

QCoro::Task<Result<RemoteCards>> ClearmlReports::changesFrom(QDateTime since, QString next)
{
    Result<ClearmlChangeCursor> cursor =
        next.isEmpty() ? ClearmlChangeCursor(since) : ClearmlChangeCursor::fromText(next);
    if (!cursor)
        co_return cursor.error();
    QJsonObject body = {{u"only_fields"_s, clearmlCardFields()}};
    cursor->addTo(body);
    const Documents reports = co_await list(body);
    if (!reports)
        co_return reports.error();
    co_await learnNames(*reports);
    RemoteCards piece;
    for (const QJsonObject &report : *reports)
        piece.cards.append(readClearmlCard(report, m_userNames));
    const QDateTime first = piece.cards.isEmpty() ? QDateTime() : piece.cards.first().changed;
    const QDateTime last = piece.cards.isEmpty() ? QDateTime() : piece.cards.last().changed;
    if (cursor->advance(piece.cards.size(), first, last))
        piece.next = cursor->text();
    co_return piece;
}

QCoro::Task<Result<QHash<RemoteId, QDateTime>>>
ClearmlReports::versions(const QVector<RemoteId> &ids)
{
    return versionsOf(ids);
}

QCoro::Task<Result<QHash<RemoteId, QDateTime>>> ClearmlReports::versionsOf(QVector<RemoteId> ids)
{
    QHash<RemoteId, QDateTime> versions;
    for (qsizetype from = 0; from < ids.size(); from += mostIds) {
        const QJsonObject body = {{u"id"_s, idArray(ids.mid(from, mostIds))},
                                  {u"only_fields"_s, QJsonArray{u"last_change"_s}},
                                  {u"page"_s, 0},
                                  {u"page_size"_s, mostIds}};
        const Documents reports = co_await list(body);
        if (!reports)
            co_return reports.error();
        for (const QJsonObject &report : *reports)
            versions[RemoteId(report["id"_L1].toString())] =
                readClearmlTime(report["last_change"_L1]);
    }
    co_return versions;
}

QCoro::Task<Result<QVector<RemoteReport>>> ClearmlReports::read(const QVector<RemoteId> &ids)
{
    return readAll(ids);
}

QCoro::Task<Result<QVector<RemoteReport>>> ClearmlReports::readAll(QVector<RemoteId> ids)
{
    if (ids.isEmpty()) // the server would take it for all
        co_return QVector<RemoteReport>();
    QJsonArray fields = clearmlCardFields();
    fields.append(u"report"_s);
    const QJsonObject body = {{u"id"_s, idArray(ids)}, {u"only_fields"_s, fields}};
    const Documents reports = co_await list(body);
    if (!reports)
        co_return reports.error();
    co_await learnNames(*reports);
    QVector<RemoteReport> result;
    for (const QJsonObject &report : *reports)
        result.append({readClearmlCard(report, m_userNames), report["report"_L1].toString()});
    co_return result;
}

QCoro::Task<Result<RemoteId>> ClearmlReports::create(const QString &key, const ReportState &state)
{
    return createOrComplete(key, state);
}

QCoro::Task<Result<RemoteId>> ClearmlReports::createOrComplete(QString key, ReportState state)
{
    const Result<void> fits = checkedText(state.text);
    if (!fits)
        co_return fits.error();
    const QString mark = wishMark(key);
    const Result<Made> before = co_await findMade(mark);
    if (!before)
        co_return before.error();
    if (before->isComplete) // somebody may have changed it since
        co_return RemoteId(before->id);
    Result<QString> id = before->id;
    if (id->isEmpty())
        id = co_await make(mark, state);
    if (!id)
        co_return id.error();
    // Restoring what is not archived changes nothing but the status message.
    const QJsonObject marking = {{u"task"_s, *id}, {u"message"_s, mark}};
    const Result<void> marked = co_await write(u"reports.unarchive"_s, marking);
    if (!marked)
        co_return marked.error();
    const QJsonObject rest = changeBody(RemoteId(*id), wholeChange(state));
    const Result<void> written = co_await write(u"reports.update"_s, rest);
    if (!written)
        co_return written.error();
    co_return RemoteId(*id);
}

/// What an earlier attempt made; an empty id: nothing.
QCoro::Task<Result<ClearmlReports::Made>> ClearmlReports::findMade(QString mark)
{
    const Result<ClearmlToken> who = co_await m_client->signIn();
    if (!who)
        co_return who.error();
    const QJsonObject body = {{u"user"_s, QJsonArray{who->user}},
                              {u"only_fields"_s, QJsonArray{u"comment"_s, u"status_message"_s}},
                              {u"order_by"_s, QJsonArray{u"-created"_s}},
                              {u"page"_s, 0},
                              {u"page_size"_s, mostIds}};
    const Documents own = co_await list(body);
    if (!own)
        co_return own.error();
    for (const QJsonObject &report : *own) {
        const bool isBegun = report["comment"_L1].toString() == mark;
        if (isBegun || report["status_message"_L1].toString() == mark)
            co_return Made{report["id"_L1].toString(), !isBegun};
    }
    co_return Made{};
}

QCoro::Task<Result<QString>> ClearmlReports::make(QString mark, ReportState state)
{
    QJsonObject body = {{u"name"_s, state.fields.name}, {u"comment"_s, mark}};
    if (!state.fields.project.isEmpty()) {
        const Result<QString> project = co_await projectId(state.fields.project);
        if (!project)
            co_return project.error();
        body["project"_L1] = *project;
    }
    const Result<QJsonObject> made =
        co_await m_client->call(u"reports.create"_s, body, ClearmlEffect::Writes);
    if (!made)
        co_return made.error();
    const QString id = (*made)["id"_L1].toString();
    if (id.isEmpty()) {
        co_return Error{
            ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::ClearmlReports",
                                        "The server made a report and did not say which."),
            u"reports.create"_s};
    }
    co_return id;
}

/// Looked up each time: a project that somebody has removed would be answered with "500".
QCoro::Task<Result<QString>> ClearmlReports::projectId(QString path)
{
    Result<QString> found = co_await clearmlProjectId(m_client, path);
    if (found || found.error().code != ErrorCode::NotFound)
        co_return found;
    const QJsonObject body = {{u"name"_s, path}, {u"description"_s, QString()}};
    const Result<QJsonObject> made =
        co_await m_client->call(u"projects.create"_s, body, ClearmlEffect::Writes);
    if (made)
        co_return (*made)["id"_L1].toString();
    if (made.error().code != ErrorCode::AlreadyExists)
        co_return made.error();
    found = co_await clearmlProjectId(m_client, path); // somebody was faster
    co_return found;
}

QCoro::Task<Result<void>> ClearmlReports::write(QString endpoint, QJsonObject body)
{
    const Result<QJsonObject> data = co_await m_client->call(endpoint, body, ClearmlEffect::Writes);
    if (!data)
        co_return data.error();
    co_return Result<void>();
}

QCoro::Task<Result<void>> ClearmlReports::update(const RemoteId &id, const RemoteChange &change)
{
    return updateChecked(id, change);
}

QCoro::Task<Result<void>> ClearmlReports::updateChecked(RemoteId id, RemoteChange change)
{
    const Result<void> fits = checkedText(change.text.value_or(QString()));
    if (!fits)
        co_return fits;
    const Result<void> written = co_await write(u"reports.update"_s, changeBody(id, change));
    co_return written;
}

QCoro::Task<Result<void>> ClearmlReports::move(const RemoteId &id, const QString &project)
{
    QJsonObject body = {{u"task"_s, id.toString()}};
    if (project.isEmpty())
        body["project"_L1] = QJsonValue::Null;
    else
        body["project_name"_L1] = project;
    return write(u"reports.move"_s, body);
}

QCoro::Task<Result<void>> ClearmlReports::setArchived(const RemoteId &id, bool archived)
{
    return write(archived ? u"reports.archive"_s : u"reports.unarchive"_s,
                 {{u"task"_s, id.toString()}});
}

QCoro::Task<Result<void>> ClearmlReports::publish(const RemoteId &id)
{
    return write(u"reports.publish"_s, {{u"task"_s, id.toString()}});
}

QCoro::Task<Result<void>> ClearmlReports::remove(const RemoteId &id)
{
    return removeArchived(id.toString());
}

QCoro::Task<Result<void>> ClearmlReports::removeArchived(QString id)
{
    const QJsonObject body = {{u"id"_s, QJsonArray{id}},
                              {u"only_fields"_s, QJsonArray{u"system_tags"_s}}};
    const Documents found = co_await list(body);
    if (!found)
        co_return found.error();
    // Of one that is not there the server itself shall say so.
    if (!found->isEmpty() &&
        !clearmlStrings(found->first()["system_tags"_L1]).contains("archived"_L1)) {
        co_return Error{ErrorCode::NotAllowed,
                        QCoreApplication::translate("plotleaf::ClearmlReports",
                                                    "Only a report in the archive can be deleted."),
                        id};
    }
    const QJsonObject wish = {{u"task"_s, id}};
    const Result<void> removed = co_await write(u"reports.delete"_s, wish);
    co_return removed;
}

QCoro::Task<Result<QUrl>> ClearmlReports::shareLink(RemoteId id)
{
    const QJsonObject body = {{u"id"_s, QJsonArray{id.toString()}},
                              {u"only_fields"_s, QJsonArray{u"project"_s}}};
    const Documents found = co_await list(body);
    if (!found)
        co_return found.error();
    if (found->isEmpty()) {
        co_return Error{ErrorCode::NotFound,
                        QCoreApplication::translate("plotleaf::ClearmlReports",
                                                    "The report is not on the server."),
                        id.toString()};
    }
    const QString project = found->first()["project"_L1]["id"_L1].toString();
    co_return QUrl(m_client->servers().web.toString(QUrl::StripTrailingSlash) +
                   u"/reports/%1/%2"_s.arg(project, id.toString()));
}

} // namespace plotleaf
