#pragma once

#include "core/services/clearml/clearml_client.h"
#include "core/services/clearml/widgets/clearml_picked_colours.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace plotleaf {

/// What `reports.get_task_data` answers to one query, asked once for everybody who shows it. While
/// somebody looks and a task of it runs (or the server does not answer), it is asked for again,
/// more and more seldom while nothing changes; a finished one is not. Lives on the GUI thread.
class ClearmlTaskData final : public QObject
{
    Q_OBJECT

public:
    /// `tenant`: see ClearmlClient::call().
    ClearmlTaskData(std::shared_ptr<ClearmlClient> client, QJsonObject body, QString tenant);

    /// The newest answer; nothing before the first.
    const std::optional<Result<QJsonObject>> &answer() const { return m_answer; }
    /// Grows with each answer that is another one.
    int revision() const { return m_revision; }

    /// `who` is on screen, and wants news every `interval` at best; the most eager one counts. Asks
    /// at once where there is no answer, one that nobody has looked after, or a failure.
    void follow(const QObject *who, std::chrono::milliseconds interval);
    void unfollow(const QObject *who);

signals:
    /// The server has answered; see revision() for whether it said something new.
    void answered();

private:
    void ask();
    static QCoro::Task<> run(std::shared_ptr<ClearmlClient> client,
                             QJsonObject body,
                             QString tenant,
                             QPointer<ClearmlTaskData> self);
    void take(const Result<QJsonObject> &answer);
    bool isUnfinished() const;
    std::chrono::milliseconds interval() const;

    const std::shared_ptr<ClearmlClient> m_client;
    const QJsonObject m_body;
    const QString m_tenant;
    QHash<const QObject *, std::chrono::milliseconds> m_followers;
    std::optional<Result<QJsonObject>> m_answer;
    int m_revision = 0;
    bool m_isAsking = false;
    std::chrono::milliseconds m_wait{0};
    QTimer m_timer; ///< runs until the next question is due
};

/// What the widgets of one client share: the queries that are in somebody's hands, by what they
/// ask, and the colours that the person chose, which are asked for once. Lives as long as the
/// client.
class ClearmlTaskDataPool final : public QObject
{
    Q_OBJECT

public:
    /// The one of this client, made when first asked for.
    static ClearmlTaskDataPool &of(ClearmlClient &client);

    std::shared_ptr<ClearmlTaskData> data(const QJsonObject &body, const QString &tenant);
    /// Nothing before the server has answered; none where it does not.
    const std::optional<ClearmlPickedColours> &colours() const { return m_colours; }

signals:
    /// colours() are known.
    void coloursRead();

private:
    explicit ClearmlTaskDataPool(ClearmlClient &client);
    void wantColours();
    static QCoro::Task<> readColours(std::shared_ptr<ClearmlClient> client,
                                     QPointer<ClearmlTaskDataPool> self);

    ClearmlClient &m_client;
    std::optional<ClearmlPickedColours> m_colours;
    bool m_areColoursAsked = false;
    QHash<std::pair<QByteArray, QString>, std::weak_ptr<ClearmlTaskData>> m_known;
};

} // namespace plotleaf
