#include "core/services/cloud/cloud_keys.h"

#include "core/secrets/kept_secrets.h"
#include "support/clearml_fixture.h"
#include "support/library_fixture.h"

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
    std::shared_ptr<CloudKeys> keys = makeKeys();

    std::shared_ptr<CloudKeys> makeKeys(const QProcessEnvironment &environment = {}) const
    {
        return std::make_shared<CloudKeys>(*library, secrets, environment);
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
        QCOMPARE(error.code, ErrorCode::NotAllowed);
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
        f.keys = f.makeKeys();
        auto keeping = f.keys->keep(credential(bucket, u"ONE"_s, u"s3cret-1"_s));
        f.library.reset();
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
