#include "core/services/cloud/cloud_keys.h"

#include "core/base/task_future.h"
#include "core/services/cloud/cloud_environment.h"
#include "core/store/library.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qint64 failureHolds = 60; // seconds

QString cloudKeysSetting()
{
    return u"cloud.keys"_s;
}

Result<QJsonArray> readList(const QString &text)
{
    if (text.isEmpty())
        return QJsonArray();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &problem);
    if (document.isArray())
        return document.array();
    return Error{ErrorCode::Damaged,
                 CloudKeys::tr("Which keys there are to cloud stores cannot be read."),
                 problem.errorString()};
}

} // namespace

CloudKeys::CloudKeys(Library &library,
                     std::shared_ptr<SecretStore> secrets,
                     std::shared_ptr<const Clock> clock,
                     const QProcessEnvironment &environment)
    : m_library(&library)
    , m_secrets(std::move(secrets))
    , m_clock(std::move(clock))
    , m_environment(environment)
{
    m_reading = futureOf(read());
    m_lastChange = m_reading;
}

CloudKeys::~CloudKeys() = default;

QCoro::Task<Result<void>> CloudKeys::read()
{
    const QPointer<CloudKeys> self = this;
    auto reading = m_library->setting(cloudKeysSetting());
    const Result<QString> text = co_await reading;
    if (!text)
        co_return text.error();
    const Result<QJsonArray> all = readList(*text);
    if (!all)
        co_return all.error();
    if (!self)
        co_return Result<void>();
    for (const QJsonValue one : *all) {
        if (const Result<CloudKey> key = readCloudKey(one.toObject()))
            m_keys.append(*key);
        else
            m_unknown.append(one);
    }
    if (!m_keys.isEmpty())
        emit changed();
    co_return Result<void>();
}

const CloudKey *CloudKeys::find(const CloudPlace &place) const
{
    const auto found = std::ranges::find(m_keys, place, &CloudKey::place);
    return found == m_keys.end() ? nullptr : &*found;
}

QCoro::Task<Result<void>> CloudKeys::write(QVector<CloudKey> keys)
{
    if (!m_library)
        co_return Error{ErrorCode::Cancelled, {}, {}};
    QJsonArray all = m_unknown;
    for (const CloudKey &key : keys)
        all.append(cloudKeyJson(key));
    const QByteArray text = QJsonDocument(all).toJson(QJsonDocument::Compact);
    auto writing = m_library->setSetting(cloudKeysSetting(), QString::fromUtf8(text));
    Result<void> written = co_await writing;
    if (written) {
        m_keys = std::move(keys);
        emit changed();
    }
    co_return written;
}

QCoro::Task<Result<void>> CloudKeys::keep(CloudCredential credential)
{
    const auto self = shared_from_this();
    m_lastChange = futureOf(keepAfter(m_lastChange, std::move(credential)));
    const QFuture<Result<void>> keeping = m_lastChange;
    co_return co_await keeping;
}

QCoro::Task<Result<void>> CloudKeys::keepAfter(QFuture<Result<void>> before,
                                               CloudCredential credential)
{
    const auto self = shared_from_this();
    (void)co_await before;
    const Result<void> known = co_await m_reading;
    if (!known)
        co_return known.error();
    const QString name = cloudSecretName(credential.key);
    auto writing = m_secrets->write(name, cloudSecretText(credential.secret));
    const Result<void> kept = co_await writing;
    m_asked.remove(name);
    if (!kept)
        co_return kept.error();
    QString replaced;
    QVector<CloudKey> keys = m_keys;
    const auto old = std::ranges::find(keys, credential.key.place, &CloudKey::place);
    if (old == keys.end()) {
        keys.append(credential.key);
    } else {
        replaced = cloudSecretName(*old);
        *old = credential.key;
    }
    auto listing = write(keys);
    const Result<void> listed = co_await listing;
    if (!listed)
        co_return listed.error();
    if (!replaced.isEmpty() && replaced != name) {
        m_asked.remove(replaced);
        auto removing = m_secrets->remove(replaced);
        (void)co_await removing;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> CloudKeys::remove(CloudPlace place)
{
    const auto self = shared_from_this();
    m_lastChange = futureOf(removeAfter(m_lastChange, std::move(place)));
    const QFuture<Result<void>> removing = m_lastChange;
    co_return co_await removing;
}

QCoro::Task<Result<void>> CloudKeys::removeAfter(QFuture<Result<void>> before, CloudPlace place)
{
    const auto self = shared_from_this();
    (void)co_await before;
    const Result<void> known = co_await m_reading;
    if (!known)
        co_return known.error();
    const CloudKey *key = find(place);
    if (!key)
        co_return Result<void>();
    const QString name = cloudSecretName(*key);
    QVector<CloudKey> keys = m_keys;
    keys.removeIf([&place](const CloudKey &one) { return one.place == place; });
    auto listing = write(keys);
    const Result<void> listed = co_await listing;
    if (!listed)
        co_return listed.error();
    m_asked.remove(name);
    auto removing = m_secrets->remove(name);
    const Result<void> removed = co_await removing;
    if (removed)
        co_return Result<void>();
    co_return Error{removed.error().code,
                    tr("The key for %1 is removed, but its secret may still be in this system's "
                       "key store. %2")
                        .arg(place.text(), removed.error().message),
                    removed.error().detail};
}

QCoro::Task<CloudKeys::AskedSecret> CloudKeys::askFor(std::shared_ptr<SecretStore> secrets,
                                                      std::shared_ptr<const Clock> clock,
                                                      QString name)
{
    auto reading = secrets->read(name);
    const Result<QString> secret = co_await reading;
    co_return AskedSecret{secret, clock->now()};
}

/// Each question may put a password dialog of the system in front of the person.
QFuture<CloudKeys::AskedSecret> CloudKeys::secretOf(const QString &name)
{
    const auto asked = m_asked.constFind(name);
    if (asked != m_asked.constEnd()) {
        if (!asked->isFinished())
            return *asked;
        const AskedSecret answer = asked->result();
        if (answer.secret || std::abs(answer.at.secsTo(m_clock->now())) < failureHolds)
            return *asked;
    }
    return m_asked[name] = futureOf(askFor(m_secrets, m_clock, name));
}

QCoro::Task<Result<CloudCredential>> CloudKeys::keyFor(CloudPlace bucket)
{
    const auto self = shared_from_this();
    const Result<void> known = co_await m_reading;
    const auto best = std::ranges::max_element(
        m_keys, {}, [&bucket](const CloudKey &key) { return cloudKeyFits(key.place, bucket); });
    if (best == m_keys.end() || cloudKeyFits(best->place, bucket) == 0) {
        if (const auto outside = cloudKeyOfEnvironment(m_environment, bucket))
            co_return *outside;
        co_return known ? noCloudKey(bucket) : known.error();
    }
    CloudCredential found{*best, {}}; // the list may be another one after the wait
    const QFuture<AskedSecret> asking = secretOf(cloudSecretName(found.key));
    const AskedSecret asked = co_await asking;
    if (asked.secret) {
        found.secret = readCloudSecret(*asked.secret);
        co_return found;
    }
    const Error &problem = asked.secret.error();
    if (problem.code != ErrorCode::NotFound)
        co_return Error{problem.code,
                        tr("The secret of the key for %1 cannot be read: %2. Unlock the key store, "
                           "or give the key once more: Settings > Cloud storage.")
                            .arg(bucket.text(), problem.message),
                        problem.detail};
    co_return Error{ErrorCode::NotAllowed,
                    tr("The secret of the key for %1 is not in this system's key store. Give it "
                       "once more: Settings > Cloud storage.")
                        .arg(bucket.text()),
                    bucket.text()};
}

} // namespace plotleaf
