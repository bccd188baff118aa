#pragma once

#include "core/report/remote_reports.h"
#include "core/services/clearml/clearml_client.h"

#include <QHash>
#include <QUrl>

#include <memory>

namespace plotleaf {

/// The reports of a ClearML server (clearml.md 2). Where the server surprises:
///
/// * a text given to `create` is thrown away, so making a report takes several calls; `create` says
///   how they find each other again when an answer is lost;
/// * `update` answers a shortened text and no times: whoever wants them reads again;
/// * a wrong project is "500", so projects are always looked up by their path;
/// * a text that its database cannot hold is refused here, before it is sent;
/// * any report is deleted at once, archived or not: `remove` refuses those that are not.
class ClearmlReports final : public RemoteReports
{
public:
    explicit ClearmlReports(std::shared_ptr<ClearmlClient> client);
    ~ClearmlReports() override;

    QCoro::Task<Result<RemoteCards>> changes(const QDateTime &since, const QString &next) override;
    QCoro::Task<Result<QHash<RemoteId, QDateTime>>> versions(const QVector<RemoteId> &ids) override;
    QCoro::Task<Result<QVector<RemoteReport>>> read(const QVector<RemoteId> &ids) override;

    /// In four steps, each of which leaves a trace by which the next attempt finds the report: it
    /// is made with `key` as description; the key goes into its status message, which nobody sees;
    /// text and description are written. An attempt with the same key looks for either first.
    QCoro::Task<Result<RemoteId>> create(const QString &key, const ReportState &state) override;
    QCoro::Task<Result<void>> update(const RemoteId &id, const RemoteChange &change) override;
    QCoro::Task<Result<void>> move(const RemoteId &id, const QString &project) override;
    QCoro::Task<Result<void>> setArchived(const RemoteId &id, bool archived) override;
    QCoro::Task<Result<void>> publish(const RemoteId &id) override;
    /// Errors also: NotAllowed (not in the archive).
    QCoro::Task<Result<void>> remove(const RemoteId &id) override;
    QDateTime retryAfter() const override { return m_client->retryAfter(); }
    void stop() override { m_client->stop(); }

    /// The address that people send each other (clearml.md 6.1).
    QCoro::Task<Result<QUrl>> shareLink(RemoteId id);

private:
    using Documents = Result<QVector<QJsonObject>>;

    struct Made
    {
        QString id;
        bool isComplete = false;
    };

    QCoro::Task<Documents> list(QJsonObject body);
    QCoro::Task<Result<RemoteCards>> changesFrom(QDateTime since, QString next);
    QCoro::Task<Result<QHash<RemoteId, QDateTime>>> versionsOf(QVector<RemoteId> ids);
    QCoro::Task<Result<QVector<RemoteReport>>> readAll(QVector<RemoteId> ids);
    QCoro::Task<Result<RemoteId>> createOrComplete(QString key, ReportState state);
    QCoro::Task<Result<Made>> findMade(QString mark);
    QCoro::Task<Result<QString>> make(QString mark, ReportState state);
    QCoro::Task<Result<QString>> projectId(QString path);
    QCoro::Task<Result<void>> updateChecked(RemoteId id, RemoteChange change);
    QCoro::Task<Result<void>> write(QString endpoint, QJsonObject body);
    QCoro::Task<Result<void>> removeArchived(QString id);
    QCoro::Task<> learnNames(QVector<QJsonObject> reports);

    std::shared_ptr<ClearmlClient> m_client;
    QHash<QString, QString> m_userNames; ///< by id
};

} // namespace plotleaf
