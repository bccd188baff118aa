#include "core/services/clearml/widgets/clearml_task_data.h"

#include "core/services/clearml/widgets/clearml_figures.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr std::chrono::milliseconds longestWait{120'000};

bool isSameAnswer(const Result<QJsonObject> &a, const Result<QJsonObject> &b)
{
    if (!a || !b)
        return !a && !b && a.error().message == b.error().message;
    return *a == *b;
}

} // namespace

ClearmlTaskData::ClearmlTaskData(std::shared_ptr<ClearmlClient> client,
                                 QJsonObject body,
                                 QString tenant)
    : m_client(std::move(client)), m_body(std::move(body)), m_tenant(std::move(tenant))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClearmlTaskData::ask);
}

std::chrono::milliseconds ClearmlTaskData::interval() const
{
    return *std::min_element(m_followers.cbegin(), m_followers.cend());
}

bool ClearmlTaskData::isUnfinished() const
{
    return !m_answer || !*m_answer || areClearmlTasksRunning(**m_answer);
}

void ClearmlTaskData::follow(const QObject *who, std::chrono::milliseconds interval)
{
    m_followers.insert(who, interval);
    // Who comes after a failure has perhaps a reason to think that it is over.
    if (!m_isAsking && m_answer && !*m_answer) {
        m_timer.stop();
        m_answer.reset();
    }
    const bool isLookedAfter = m_isAsking || m_timer.isActive();
    if (!isLookedAfter && isUnfinished())
        ask();
}

void ClearmlTaskData::unfollow(const QObject *who)
{
    m_followers.remove(who);
    if (m_followers.isEmpty())
        m_timer.stop();
}

void ClearmlTaskData::ask()
{
    m_isAsking = true;
    run(m_client, m_body, m_tenant, this);
}

// Static, and with values only: the question may outlive all who wanted the answer.
QCoro::Task<> ClearmlTaskData::run(std::shared_ptr<ClearmlClient> client,
                                   QJsonObject body,
                                   QString tenant,
                                   QPointer<ClearmlTaskData> self)
{
    if (const Result<void> may = client->mayLook(); !may) {
        if (self)
            self->take(may.error());
        co_return;
    }
    auto asking = client->call(u"reports.get_task_data"_s, body, ClearmlEffect::Reads, tenant);
    const Result<QJsonObject> answer = co_await asking;
    if (self)
        self->take(answer);
}

void ClearmlTaskData::take(const Result<QJsonObject> &answer)
{
    m_isAsking = false;
    const bool isNew = !m_answer || !isSameAnswer(*m_answer, answer);
    m_answer = answer;
    m_revision += isNew ? 1 : 0;
    if (!m_followers.isEmpty()) {
        m_wait = isNew ? interval() : std::min(m_wait * 2, std::max(longestWait, interval()));
        if (isUnfinished())
            m_timer.start(m_wait);
    }
    emit answered();
}

ClearmlTaskDataPool::ClearmlTaskDataPool(ClearmlClient &client) : QObject(&client), m_client(client)
{
}

ClearmlTaskDataPool &ClearmlTaskDataPool::of(ClearmlClient &client)
{
    auto *pool = client.findChild<ClearmlTaskDataPool *>(QString(), Qt::FindDirectChildrenOnly);
    return pool ? *pool : *new ClearmlTaskDataPool(client);
}

/// While nothing may be asked they are those of the web app.
void ClearmlTaskDataPool::wantColours()
{
    if (m_areColoursAsked)
        return;
    m_areColoursAsked = m_client.mayLook().isOk();
    if (m_areColoursAsked) {
        readColours(m_client.shared_from_this(), this);
    } else if (!m_colours) {
        m_colours = ClearmlPickedColours();
        emit coloursRead();
    }
}

// Static, and with values only, as above.
QCoro::Task<> ClearmlTaskDataPool::readColours(std::shared_ptr<ClearmlClient> client,
                                               QPointer<ClearmlTaskDataPool> self)
{
    // Without them the colours are those of the web app.
    auto asking = client->call(u"users.get_preferences"_s, {});
    const Result<QJsonObject> answer = co_await asking;
    if (!self)
        co_return;
    self->m_colours = answer ? readClearmlPickedColours(*answer) : ClearmlPickedColours();
    emit self->coloursRead();
}

std::shared_ptr<ClearmlTaskData> ClearmlTaskDataPool::data(const QJsonObject &body,
                                                           const QString &tenant)
{
    wantColours();
    m_known.removeIf([](const auto &known) { return known.value().expired(); });
    std::weak_ptr<ClearmlTaskData> &known =
        m_known[{QJsonDocument(body).toJson(QJsonDocument::Compact), tenant}];
    auto data = known.lock();
    if (!data)
        known = data = std::make_shared<ClearmlTaskData>(m_client.shared_from_this(), body, tenant);
    return data;
}

} // namespace plotleaf
