#pragma once

#include "core/report/remote_reports.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>
#include <memory>

namespace plotleaf::test {

/// A server of reports that lives in memory and behaves as RemoteReports describes: last writer
/// wins, published texts are locked, every change moves `changed`. People who use its web page call
/// it directly.
class MemoryServer
{
public:
    RemoteId create(const QString &key, const ReportState &state, const QString &author);
    Result<void> change(const RemoteId &id,
                        const QString &author,
                        const std::function<void(ReportState &)> &change);
    Result<void> publish(const RemoteId &id, const QString &author);
    Result<void> remove(const RemoteId &id);
    void setWritable(const RemoteId &id, bool writable)
    {
        m_reports[id].card.isWritable = writable;
    }

    bool has(const RemoteId &id) const { return m_reports.contains(id); }
    RemoteReport report(const RemoteId &id) const { return m_reports.value(id); }
    ReportState state(const RemoteId &id) const;
    QVector<RemoteId> ids() const { return m_reports.keys(); }
    RemoteCards cards(const QDateTime &since, const QString &next) const;

    /// A client has this text now: it is not lost any more.
    void noteRead(const RemoteReport &read)
    {
        if (m_reports.value(read.card.id).text == read.text)
            m_unread.remove(read.card.id);
    }
    /// Texts that a write replaced before any client had read them. The server has no "if
    /// unchanged since", so nobody can save them (reference/clearml.md 2.6).
    const QStringList &overwrittenUnread() const { return m_overwrittenUnread; }

    int cardsAtOnce = 3;
    qint64 msBetweenChanges = 1;
    /// What the server makes of a state before it keeps it (a server that trims names, say).
    std::function<void(ReportState &)> custom;

private:
    void touch(RemoteReport &report, const QString &author);

    QMap<RemoteId, RemoteReport> m_reports;
    QHash<QString, RemoteId> m_created;
    QSet<RemoteId> m_unread;
    QStringList m_overwrittenUnread;
    qint64 m_time = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    int m_last = 0;
};

/// What happens to a request on its way.
enum class Fault {
    None,
    Lost,     ///< never arrives: Network
    CutAfter, ///< arrives, the answer does not: Network
    Doubled,  ///< arrives twice
    Delayed,  ///< others come first
    Kill,     ///< the client dies before the answer
    KillBefore,
};

/// One client's line to a MemoryServer.
class MemoryReports final : public RemoteReports
{
public:
    MemoryReports(MemoryServer &server, QString author)
        : m_server(server), m_author(std::move(author))
    {
    }

    /// Asked before every request; none set: no faults.
    std::function<Fault()> faults;
    /// Requests so far, by name: "changes", "read", …
    QHash<QString, int> calls;
    /// Asked with the name of each request; an error is the answer instead of the server's.
    std::function<std::optional<Error>(const QString &request)> refusal;
    QDateTime wait; ///< what retryAfter() says
    /// Longer texts are refused (LimitExceeded); as on ClearML, a report whose text is refused when
    /// it is created is there all the same, without it. -1: none.
    qsizetype longestText = -1;
    /// More letters of text in one answer to read() are too many (LimitExceeded).
    qsizetype largestAnswer = 1'000'000;
    /// An answer of read() with one of these breaks (Damaged).
    QSet<RemoteId> unreadable;
    bool isStopped() const { return m_isStopped; }

    QCoro::Task<Result<RemoteCards>> changes(const QDateTime &since, const QString &next) override;
    QCoro::Task<Result<QHash<RemoteId, QDateTime>>> versions(const QVector<RemoteId> &ids) override;
    QCoro::Task<Result<QVector<RemoteReport>>> read(const QVector<RemoteId> &ids) override;
    QCoro::Task<Result<RemoteId>> create(const QString &key, const ReportState &state) override;
    QCoro::Task<Result<void>> update(const RemoteId &id, const RemoteChange &change) override;
    QCoro::Task<Result<void>> move(const RemoteId &id, const QString &project) override;
    QCoro::Task<Result<void>> setArchived(const RemoteId &id, bool archived) override;
    QCoro::Task<Result<void>> publish(const RemoteId &id) override;
    QCoro::Task<Result<void>> remove(const RemoteId &id) override;
    QDateTime retryAfter() const override { return wait; }
    void stop() override { m_isStopped = true; }

private:
    bool isTooLong(const QString &text) const
    {
        return longestText >= 0 && text.size() > longestText;
    }
    template <typename T>
    QCoro::Task<Result<T>> ask(QString name, std::function<Result<T>()> work);

    MemoryServer &m_server;
    QString m_author;
    bool m_isStopped = false;
};

} // namespace plotleaf::test
