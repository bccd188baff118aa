#include "core/services/cloud/cloud_keys.h"

#include "core/secrets/kept_secrets.h"
#include "support/clearml_fixture.h"
#include "support/library_fixture.h"

#include <QCoroFuture>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

CloudPlace placeOf(const QString &address)
{
    return readCloudAddress(address)->place;
}

CloudCredential credential(const CloudPlace &place, const QString &id, const QString &secret)
{
    return {{place, u"eu-west-1"_s, id, false}, {secret, {}}};
}

/// A key store that counts who asks, answers when it is told to, and may be locked.
class SlowStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    int asked = 0;
    bool isLocked = false;
    bool isHolding = false;
    void release() { m_gate.finish(); }

    bool isLasting() const override { return true; }
    QCoro::Task<Result<QString>> read(const QString &key) override { return answer(key); }
    QCoro::Task<Result<void>> write(const QString &key, const QString &secret) override
    {
        return take(key, secret);
    }
    QCoro::Task<Result<void>> remove(const QString &key) override { return m_secrets.remove(key); }

signals:
    void writing();

private:
    QCoro::Task<> opened()
    {
        if (!isHolding)
            co_return;
        m_gate.start();
        const QFuture<void> gate = m_gate.future();
        co_await gate;
    }

    QCoro::Task<Result<void>> take(QString key, QString secret)
    {
        emit writing();
        co_await opened();
        auto keeping = m_secrets.write(key, secret);
        Result<void> kept = co_await keeping;
        co_return kept;
    }

    QCoro::Task<Result<QString>> answer(QString key)
    {
        ++asked;
        co_await opened();
        if (isLocked)
            co_return Error{ErrorCode::Io, u"it is locked"_s, {}};
        auto reading = m_secrets.read(key);
        Result<QString> secret = co_await reading;
        co_return secret;
    }

    MemorySecretStore m_secrets;
    QPromise<void> m_gate;
};

/// A system without a key store.
class NoStore final : public SecretStore
{
public:
    bool isLasting() const override { return true; }
    QCoro::Task<Result<QString>> read(const QString &) override { co_return problem(); }
    QCoro::Task<Result<void>> write(const QString &, const QString &) override
    {
        co_return problem();
    }
    QCoro::Task<Result<void>> remove(const QString &) override { co_return problem(); }

private:
    static Error problem() { return {ErrorCode::Io, u"no key store"_s, {}}; }
};

struct KeysFixture : LibraryFixture
{
    std::shared_ptr<SecretStore> secrets = std::make_shared<MemorySecretStore>();
    std::shared_ptr<TestClock> clock = std::make_shared<TestClock>();
    std::shared_ptr<CloudKeys> keys = makeKeys();

    std::shared_ptr<CloudKeys> makeKeys(const QProcessEnvironment &environment = {}) const
    {
        return std::make_shared<CloudKeys>(*library, secrets, clock, environment);
    }
    void keep(const CloudCredential &one)
    {
        const Result<void> kept = awaitTask(keys->keep(one));
        if (!kept)
            qFatal("%s", qPrintable(kept.error().message));
    }
    Result<CloudCredential> find(const QString &address)
    {
        return awaitTask(keys->keyFor(placeOf(address)));
    }
};

const CloudPlace bucket{CloudProvider::Amazon, {}, u"bucket"_s};
const CloudPlace all{CloudProvider::Amazon, {}, {}};

} // namespace

class TestCloudKeys : public QObject
{
    Q_OBJECT

private slots:
    void keptListedReplacedRemoved()
    {
        KeysFixture f;
        QSignalSpy changed(f.keys.get(), &CloudKeys::changed);
        QVERIFY(!f.find(u"s3://bucket/x"_s));
        f.keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        QCOMPARE(f.keys->list().size(), 1);
        QVERIFY(changed.count() > 0);
        QCOMPARE(f.find(u"s3://bucket/x"_s)->secret.secret, u"s3cret-1"_s);
        f.keep(credential(bucket, u"TWO"_s, u"s3cret-2"_s));
        QCOMPARE(f.keys->list().size(), 1);
        QCOMPARE(f.find(u"s3://bucket/x"_s)->key.id, u"TWO"_s);
        // Of the one that was replaced nothing is left.
        QVERIFY(!awaitTask(f.secrets->read(u"ONE@s3://bucket"_s)));
        QVERIFY(awaitTask(f.keys->remove(bucket)));
        QVERIFY(f.keys->list().isEmpty());
        QVERIFY(!awaitTask(f.secrets->read(u"TWO@s3://bucket"_s)));
        QVERIFY(awaitTask(f.keys->remove(bucket)));
        QCOMPARE(f.find(u"s3://bucket/x"_s).error().code, ErrorCode::NotAllowed);
    }

    /// As the keys of a clearml.conf are: all at once.
    void severalAtOnceAreAllKept()
    {
        KeysFixture f;
        const CloudPlace other{CloudProvider::Google, {}, u"other"_s};
        auto first = f.keys->keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        auto second = f.keys->keep(credential(all, u"TWO"_s, u"s3cret-2"_s));
        auto third = f.keys->remove(bucket);
        auto fourth = f.keys->keep(credential(other, u"THREE"_s, u"s3cret-3"_s));
        QVERIFY(awaitTask(std::move(first)));
        QVERIFY(awaitTask(std::move(second)));
        QVERIFY(awaitTask(std::move(third)));
        QVERIFY(awaitTask(std::move(fourth)));
        f.keys = f.makeKeys();
        QVERIFY(f.find(u"s3://bucket/x"_s)); // they are read
        QCOMPARE(f.keys->list().size(), 2);
        QCOMPARE(f.find(u"s3://bucket/x"_s)->key.id, u"TWO"_s);
        QCOMPARE(f.find(u"gs://other/x"_s)->secret.secret, u"s3cret-3"_s);
        QVERIFY(!awaitTask(f.secrets->read(u"ONE@s3://bucket"_s)));
    }

    void withoutAKeyStoreTheyCanBeRemoved()
    {
        KeysFixture f;
        f.keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        f.secrets = std::make_shared<KeptSecrets>(std::make_shared<NoStore>());
        f.keys = f.makeKeys();
        const Result<void> removed = awaitTask(f.keys->remove(bucket));
        QVERIFY(!removed);
        QVERIFY2(removed.error().message.contains(u"is removed, but its secret"_s),
                 qPrintable(removed.error().message));
        QVERIFY(f.keys->list().isEmpty());
        f.keys = f.makeKeys();
        QCOMPARE(f.find(u"s3://bucket/x"_s).error().code, ErrorCode::NotAllowed);
        QVERIFY(f.keys->list().isEmpty());
    }

    void theKeyStoreIsAskedOnce()
    {
        KeysFixture f;
        const auto store = std::make_shared<SlowStore>();
        f.secrets = store;
        f.keys = f.makeKeys();
        f.keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        store->isHolding = true;
        auto first = f.keys->keyFor(bucket);
        auto second = f.keys->keyFor(bucket);
        QTRY_COMPARE(store->asked, 1);
        store->release();
        QCOMPARE(awaitTask(std::move(first))->secret.secret, u"s3cret-1"_s);
        QCOMPARE(awaitTask(std::move(second))->secret.secret, u"s3cret-1"_s);
        store->isHolding = false;
        f.clock->advance(3'600'000);
        QVERIFY(f.find(u"s3://bucket/x"_s));
        QCOMPARE(store->asked, 1);
        f.keep(credential(bucket, u"ONE"_s, u"s3cret-2"_s));
        QCOMPARE(f.find(u"s3://bucket/x"_s)->secret.secret, u"s3cret-2"_s);
        QCOMPARE(store->asked, 2);
        // Of a key that is gone nothing is remembered.
        QVERIFY(awaitTask(f.keys->remove(bucket)));
        QVERIFY(!f.find(u"s3://bucket/x"_s));
    }

    void aLockedKeyStoreIsLeftAloneForAMinute()
    {
        KeysFixture f;
        const auto store = std::make_shared<SlowStore>();
        f.secrets = std::make_shared<KeptSecrets>(store);
        f.keys = f.makeKeys();
        f.keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        store->isLocked = true;
        for (int time = 0; time < 2; ++time) {
            const Error error = f.find(u"s3://bucket/x"_s).error();
            QCOMPARE(error.code, ErrorCode::Io);
            QVERIFY2(error.message.contains(u"it is locked"_s), qPrintable(error.message));
            QVERIFY(!error.message.contains(u"is not in this"_s));
        }
        QCOMPARE(store->asked, 1);
        store->isLocked = false;
        f.clock->advance(59'000);
        QVERIFY(!f.find(u"s3://bucket/x"_s));
        f.clock->advance(1'000);
        QVERIFY(f.find(u"s3://bucket/x"_s));
        QCOMPARE(store->asked, 2);
        // Or until it is given once more.
        f.keys = f.makeKeys();
        store->isLocked = true;
        QVERIFY(!f.find(u"s3://bucket/x"_s));
        store->isLocked = false;
        f.keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        QVERIFY(f.find(u"s3://bucket/x"_s));
    }

    void theyAreThereAtTheNextStart()
    {
        KeysFixture f;
        f.keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        f.keep(credential(all, u"TWO"_s, u"s3cret-2"_s));
        f.keys = f.makeKeys();
        // Whoever asks before they are read waits for them.
        QCOMPARE(f.find(u"s3://bucket/x"_s)->key.id, u"ONE"_s);
        QCOMPARE(f.find(u"s3://other/x"_s)->secret.secret, u"s3cret-2"_s);
        QCOMPARE(f.keys->list().size(), 2);
    }

    void noSecretIsInTheLibrary()
    {
        KeysFixture f;
        CloudCredential one = credential(bucket, u"ONE"_s, u"s3cret-1"_s);
        one.secret.session = u"t0ken"_s;
        f.keep(one);
        const QString setting = *await(f.library->setting(u"cloud.keys"_s));
        QVERIFY(setting.contains(u"ONE"_s));
        QVERIFY(!setting.contains(u"s3cret"_s));
        QVERIFY(!setting.contains(u"t0ken"_s));
        QCOMPARE(f.find(u"s3://bucket/x"_s)->secret.session, u"t0ken"_s);
    }

    void withoutAKeyStoreUntilTheEnd()
    {
        KeysFixture f;
        f.secrets = std::make_shared<KeptSecrets>(std::make_shared<NoStore>());
        f.keys = f.makeKeys();
        f.keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        QVERIFY(!f.keys->isLasting());
        QVERIFY(f.find(u"s3://bucket/x"_s));
        f.secrets = std::make_shared<KeptSecrets>(std::make_shared<NoStore>());
        f.keys = f.makeKeys();
        const Error error = f.find(u"s3://bucket/x"_s).error();
        QCOMPARE(error.code, ErrorCode::Io);
        QVERIFY2(error.message.contains(u"once more: Settings > Cloud storage"_s),
                 qPrintable(error.message));
    }

    void whatIsKeptGoesBeforeTheEnvironment()
    {
        KeysFixture f;
        QProcessEnvironment environment;
        environment.insert(u"AWS_ACCESS_KEY_ID"_s, u"OUTSIDE"_s);
        environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, u"S"_s);
        f.keys = f.makeKeys(environment);
        QCOMPARE(f.find(u"s3://bucket/x"_s)->key.id, u"OUTSIDE"_s);
        f.keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        QCOMPARE(f.find(u"s3://bucket/x"_s)->key.id, u"ONE"_s);
        QCOMPARE(f.find(u"s3://other/x"_s)->key.id, u"OUTSIDE"_s);
    }

    void theLibraryMayGoFirst()
    {
        KeysFixture f;
        const auto store = std::make_shared<SlowStore>();
        store->isHolding = true;
        f.secrets = store;
        f.keys = f.makeKeys();
        QSignalSpy writing(store.get(), &SlowStore::writing);
        auto keeping = f.keys->keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        QVERIFY(!writing.isEmpty() || writing.wait(hangMs));
        f.library.reset();
        store->release();
        const Result<void> kept = awaitTask(std::move(keeping));
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::Cancelled);
    }

    void aDamagedListIsSaidAndNotOverwritten()
    {
        KeysFixture f;
        QVERIFY(await(f.library->setSetting(u"cloud.keys"_s, u"{nonsense"_s)));
        f.keys = f.makeKeys();
        QCOMPARE(f.find(u"s3://bucket/x"_s).error().code, ErrorCode::Damaged);
        QVERIFY(!awaitTask(f.keys->keep(credential(bucket, u"ONE"_s, u"s"_s))));
        QCOMPARE(*await(f.library->setting(u"cloud.keys"_s)), u"{nonsense"_s);
    }

    void whatANewerPlotleafKeepsStays()
    {
        KeysFixture f;
        const QString newer = u"{\"provider\":\"ipfs\",\"id\":\"X\"}"_s;
        QVERIFY(await(f.library->setSetting(u"cloud.keys"_s, u'[' + newer + u']')));
        f.keys = f.makeKeys();
        f.keep(credential(bucket, u"ONE"_s, u"s"_s));
        QVERIFY(awaitTask(f.keys->remove(bucket)));
        QVERIFY(await(f.library->setting(u"cloud.keys"_s))->contains(u"ipfs"_s));
    }
};

QTEST_GUILESS_MAIN(TestCloudKeys)
#include "test_cloud_keys.moc"
