#include "core/store/database.h"
#include "core/store/library.h"
#include "core/store/migrations.h"
#include "core/store/report_store.h"
#include "core/store/schema.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;

/// What a library does where the disk is full, the folder is none, files are cut off, and the clock
/// goes wrong: says so in words, and loses nothing.
class HardTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void fullDiskKeepsWhatIsThere();
    void folderThatIsAFileIsNamed();
    void folderThatCannotBeMadeIsNamed();
    void cutOffFileIsNamedAndLeftAsItIs_data();
    void cutOffFileIsNamedAndLeftAsItIs();
    void clockGoingBackwardsKeepsTheOrder();
    void clockStandingStillKeepsTheOrder();
    void oldLibraryComesToTheNewSchemaWhole();
    void oldTextsWithoutSpacesAreFound();

private:
    Result<std::unique_ptr<Library>> open(const QString &folder)
    {
        return Library::open(folder, m_clock, m_ids);
    }
    QString database() const { return m_folder->path() + u"/library.db"; }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::TestClock m_clock;
    test::CountingIdSource m_ids;
};

/// SQLite is told that the file may not grow: the very error of a full disk.
void HardTimesTest::fullDiskKeepsWhatIsThere()
{
    const ReportId id =
        await((*open(m_folder->path()))->create({{}, u"Report"_s, {}, {}, u"text"_s})).value();
    {
        const auto full = Database::open(database(), Database::Access::ReadWrite, nullptr).value();
        const qint64 pages = *full->number(u"PRAGMA page_count"_s);
        QVERIFY(full->run(u"PRAGMA max_page_count = %1"_s.arg(pages)).isOk());
        const StoreContext context{m_clock, m_ids, m_folder->path(), u"test"_s, nullptr};
        ReportStore store(*full, context);
        const QString large = u"word "_s.repeated(100'000);
        const auto saved = store.save(id, large, std::nullopt);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Io);
        QCOMPARE(saved.error().message, u"The disk is full."_s);
        QVERIFY(!store.create({{}, u"Another"_s, {}, {}, large}, u"ana"_s));
        // Whatever still fits is taken.
        QVERIFY(store.rename(id, u"Renamed"_s).isOk());
    }
    const auto library = open(m_folder->path()).value();
    QCOMPARE(await(library->report(id))->text, u"text"_s);
    QCOMPARE(await(library->find({}))->total, 1);
}

void HardTimesTest::folderThatIsAFileIsNamed()
{
    const QString path = m_folder->path() + u"/file"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto opened = open(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Io);
    QVERIFY2(opened.error().message.contains(path), qPrintable(opened.error().message));
}

void HardTimesTest::folderThatCannotBeMadeIsNamed()
{
    // Not even the system's administrator makes a folder there.
    const QString path = u"/proc/plotleaf/library"_s;
    const auto opened = open(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Io);
    QVERIFY2(opened.error().message.contains(path), qPrintable(opened.error().message));
}

void HardTimesTest::cutOffFileIsNamedAndLeftAsItIs_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("half") << 50;
    QTest::newRow("nearly all") << 90;
    QTest::newRow("only the header") << 1;
}

void HardTimesTest::cutOffFileIsNamedAndLeftAsItIs()
{
    QFETCH(int, percent);
    {
        const auto library = open(m_folder->path()).value();
        for (int i = 0; i < 20; ++i)
            QVERIFY(await(library->create({{}, u"Report"_s, {}, {}, u"text "_s.repeated(2'000)}))
                        .isOk());
    }
    QFile file(database());
    const qint64 size = file.size() * percent / 100;
    QVERIFY(file.resize(size));
    const auto opened = open(m_folder->path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Damaged);
    QVERIFY2(opened.error().message.contains(database()), qPrintable(opened.error().message));
    QCOMPARE(file.size(), size);
}

void HardTimesTest::clockGoingBackwardsKeepsTheOrder()
{
    const auto library = open(m_folder->path()).value();
    const ReportId first = *await(library->create({{}, u"First"_s, {}, {}, u"text"_s}));
    m_clock.advance(-3'600'000);
    const ReportId second = *await(library->create({{}, u"Second"_s, {}, {}, u"text"_s}));
    QCOMPARE(await(library->find({}))->hits.first().summary.id, second);
    m_clock.advance(-86'400'000);
    QVERIFY(await(library->journal(first, u"typed"_s)).isOk());
    QVERIFY(await(library->save(first, u"text, later"_s)).isOk());
    QCOMPARE(await(library->find({}))->hits.first().summary.id, first);
    const auto revisions = await(library->revisions(first));
    QCOMPARE(*await(library->revisionText(revisions->first().id)), u"text, later"_s);
    QVERIFY(!*await(library->recovered(first)));
}

void HardTimesTest::clockStandingStillKeepsTheOrder()
{
    const auto library = open(m_folder->path()).value();
    QVector<ReportId> made;
    for (int i = 0; i < 30; ++i)
        made.prepend(*await(library->create({{}, u"Report"_s, {}, {}, u"text"_s})));
    QVector<ReportId> listed;
    const auto hits = await(library->find({}));
    for (const ReportHit &hit : hits->hits)
        listed.append(hit.summary.id);
    QCOMPARE(listed, made);
}

/// Before what was written in scripts without spaces could be found anywhere.
void HardTimesTest::oldTextsWithoutSpacesAreFound()
{
    {
        const auto old = Database::open(database(), Database::Access::ReadWrite, nullptr).value();
        QVERIFY(migrate(*old, std::span(libraryMigrations()).first(4)).isOk());
        for (const QString &sql :
             {u"INSERT INTO projects(num, workspace, path) VALUES (1, 1, '')"_s,
              u"INSERT INTO reports VALUES (1, 'id1', 1000, 1, '損失関数', 'x', '', '', 'ana', "
              "0, 0, 1000, 1000), (2, 'id2', 1001, 1, 'Loss', 'y', '', '', 'ana', 0, 0, 1, 1)"_s,
              u"INSERT INTO report_texts VALUES (1, 'text'), (2, '検証損失')"_s,
              u"INSERT INTO search(search) VALUES ('rebuild')"_s,
              u"INSERT INTO phrases(phrases) VALUES ('rebuild')"_s})
            QVERIFY2(old->run(sql).isOk(), qPrintable(sql));
    }
    {
        const auto library = open(m_folder->path()).value();
        const auto count = [&library](const QString &search) {
            ReportQuery query;
            query.search = search;
            return await(library->find(query))->total;
        };
        QCOMPARE(count(u"関数"_s), 1);
        QCOMPARE(count(u"損失"_s), 2);
        QCOMPARE(count(u"los"_s), 1);
        QVERIFY(await(library->save(ReportId(u"id2"_s), u"精度"_s)).isOk());
        QCOMPARE(count(u"損失"_s), 1);
    }
    const auto now = Database::open(database(), Database::Access::ReadWrite, nullptr).value();
    for (const QString &table : {u"search"_s, u"phrases"_s})
        QVERIFY(now->run(u"INSERT INTO %1(%1, rank) VALUES ('integrity-check', 1)"_s.arg(table))
                    .isOk());
    QCOMPARE(*now->number(u"SELECT count(*) FROM report_parts"_s), 2);
}

/// A library as the first version wrote it, with a row in each table that the second touches.
void HardTimesTest::oldLibraryComesToTheNewSchemaWhole()
{
    {
        const auto old = Database::open(database(), Database::Access::ReadWrite, nullptr).value();
        QVERIFY(migrate(*old, std::span(libraryMigrations()).first(1)).isOk());
        for (
            const QString &sql :
            {u"INSERT INTO projects(num, path) VALUES (1, ''), (2, 'vision'), (3, 'vision/resnet')"_s,
             u"INSERT INTO reports VALUES (1, 'id1', 1000, 3, 'Name', 'name', 'about', 'a', 'ana', "
             "0, 0, 1000, 1000)"_s,
             u"INSERT INTO report_texts VALUES (1, 'old words')"_s,
             u"INSERT INTO report_tags VALUES ('a', 1)"_s,
             u"INSERT INTO search(rowid, name, description, text, tags, filing) SELECT position, "
             "name, description, text, tags, filing FROM search_content"_s})
            QVERIFY2(old->run(sql).isOk(), qPrintable(sql));
    }
    const auto library = open(m_folder->path()).value();
    const auto report = await(library->report(ReportId(u"id1"_s)));
    QCOMPARE(report->summary.project, u"vision/resnet"_s);
    QCOMPARE(report->summary.workspace, u"local"_s);
    QCOMPARE(report->text, u"old words"_s);
    ReportQuery query;
    query.search = u"words"_s;
    query.project = u"vision"_s;
    QCOMPARE(await(library->find(query))->total, 1);
    QCOMPARE(*await(library->projectPaths()), QStringList({u"vision"_s, u"vision/resnet"_s}));
    QVERIFY(await(library->move(ReportId(u"id1"_s), u"audio"_s)).isOk());
    QVERIFY(await(library->save(ReportId(u"id1"_s), u"new words"_s)).isOk());
    QCOMPARE(await(library->find(query))->total, 0);
}

QTEST_GUILESS_MAIN(HardTimesTest)
#include "test_hard_times.moc"
