#include "core/secrets/keychain_store.h"
#include "core/secrets/memory_secret_store.h"
#include "support/clearml_fixture.h"

#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class TestSecretStores : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // No session bus: what a server without a desktop has.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    }

    void memoryKeepsUntilTheEnd()
    {
        MemorySecretStore store;
        QVERIFY(!store.isLasting());
        QCOMPARE(awaitTask(store.read(u"a"_s)).error().code, ErrorCode::NotFound);
        QVERIFY(awaitTask(store.write(u"a"_s, u"secret"_s)));
        QCOMPARE(*awaitTask(store.read(u"a"_s)), u"secret"_s);
        QVERIFY(awaitTask(store.remove(u"a"_s)));
        QVERIFY(awaitTask(store.remove(u"a"_s)));
        QCOMPARE(awaitTask(store.read(u"a"_s)).error().code, ErrorCode::NotFound);
    }

    void withoutAKeyStoreNothingIsWrittenElsewhere()
    {
        KeychainStore store(u"plotleaf-test"_s);
        const auto written = awaitTask(store.write(u"a"_s, u"secret"_s));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Io);
        const auto found = awaitTask(store.read(u"a"_s));
        QVERIFY(!found);
        QVERIFY(!found.error().message.contains(u"secret"_s));
    }
};

QTEST_GUILESS_MAIN(TestSecretStores)
#include "test_secret_stores.moc"
