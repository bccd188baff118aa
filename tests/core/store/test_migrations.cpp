#include "core/base/fault_injector.h"
#include "core/store/database.h"
#include "core/store/library.h"
#include "core/store/migrations.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;

/// Files that a library finds at its start: of older and newer versions, of others, damaged.
class MigrationsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void appliesEachStepOnce();
    void leavesAWholeSchemaWhenAStepFails();
    void refusesANewerSchemaAndNamesTheVersion();
    void refusesAForeignDatabase();
    void refusesAFileThatIsNoDatabase();
    void namesADamagedFile();
    void writesWithWalAndFullSync();

private:
    std::unique_ptr<Database> openDatabase(FaultInjector *faults = nullptr)
    {
        return Database::open(m_path, Database::Access::ReadWrite, faults).value();
    }
    Result<std::unique_ptr<Library>> openLibrary()
    {
        return Library::open(m_folder->path(), m_clock, m_ids);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    test::TestClock m_clock;
    test::CountingIdSource m_ids;
};

void MigrationsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path() + u"/library.db";
}

void MigrationsTest::appliesEachStepOnce()
{
    const std::vector<Migration> first{{1, u"0.1"_s, {u"CREATE TABLE t (a)"_s}}};
    const std::vector<Migration> both{
        first.front(),
        {2, u"0.2"_s, {u"ALTER TABLE t ADD COLUMN b"_s, u"INSERT INTO t VALUES (1, 2)"_s}}};
    const auto database = openDatabase();
    QVERIFY(migrate(*database, first).isOk());
    QCOMPARE(*database->number(u"PRAGMA user_version"_s), 1);
    QVERIFY(migrate(*database, both).isOk());
    QVERIFY(migrate(*database, both).isOk());
    QCOMPARE(*database->number(u"PRAGMA user_version"_s), 2);
    QCOMPARE(*database->number(u"SELECT count(*) FROM t WHERE b = 2"_s), 1);
    QCOMPARE(*database->number(u"SELECT value = '0.2' FROM meta WHERE key = 'needed_plotleaf'"_s),
             1);
}

void MigrationsTest::leavesAWholeSchemaWhenAStepFails()
{
    FaultInjector faults;
    bool isDone = false;
    for (int access = 1; !isDone; ++access) {
        QFile::remove(m_path);
        {
            const auto database = openDatabase(&faults);
            faults.failAt(access);
            isDone = migrate(*database, libraryMigrations()).isOk();
            faults.failAt(0);
        }
        const auto database = openDatabase();
        const qint64 version = *database->number(u"PRAGMA user_version"_s);
        const qint64 tables = *database->number(u"SELECT count(*) FROM sqlite_schema"_s);
        QVERIFY2((version == 0) == (tables == 0), qPrintable(QString::number(access)));
        QVERIFY(migrate(*database, libraryMigrations()).isOk());
    }
}

void MigrationsTest::refusesANewerSchemaAndNamesTheVersion()
{
    QVERIFY(openLibrary().isOk());
    {
        const auto database = openDatabase();
        QVERIFY(database->run(u"PRAGMA user_version = 9999"_s).isOk());
        QVERIFY(database->run(u"UPDATE meta SET value = '47.11'"_s).isOk());
    }
    const auto opened = openLibrary();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::TooNew);
    QVERIFY2(opened.error().message.contains(u"47.11"), qPrintable(opened.error().message));
}

void MigrationsTest::refusesAForeignDatabase()
{
    {
        const auto database = openDatabase();
        QVERIFY(database->run(u"CREATE TABLE bookmarks (url)"_s).isOk());
    }
    const auto opened = openLibrary();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
    const auto database = openDatabase();
    QCOMPARE(*database->number(u"SELECT count(*) FROM sqlite_schema"_s), 1);
}

void MigrationsTest::refusesAFileThatIsNoDatabase()
{
    const QByteArray content = QByteArray("This is a letter, not a database. ").repeated(1000);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto opened = openLibrary();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
    QVERIFY(opened.error().message.contains(m_path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void MigrationsTest::namesADamagedFile()
{
    {
        const auto library = openLibrary().value();
        for (int i = 0; i < 50; ++i)
            QVERIFY(await(library->create({u"p"_s, u"Report"_s, {}, {}, u"text "_s.repeated(900)}))
                        .isOk());
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray noise(4096, '\x5a');
    for (qint64 at = 4096; at + 4096 <= file.size(); at += qint64(4096) * 5) {
        file.seek(at);
        file.write(noise);
    }
    file.close();
    const auto opened = openLibrary();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
    QVERIFY(opened.error().message.contains(m_path));
}

void MigrationsTest::writesWithWalAndFullSync()
{
    const auto database = openDatabase();
    QString mode;
    QVERIFY(
        database->each(u"PRAGMA journal_mode"_s, {}, [&](const Row &row) { mode = row.string(0); })
            .isOk());
    QCOMPARE(mode, u"wal"_s);
    QCOMPARE(*database->number(u"PRAGMA synchronous"_s), 2);
    QCOMPARE(*database->number(u"PRAGMA foreign_keys"_s), 1);
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "test_migrations.moc"
