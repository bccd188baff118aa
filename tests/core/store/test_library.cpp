#include "core/store/library.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QFile>
#include <QSignalSpy>
#include <QSize>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;

/// The library as a person uses it, on a real database in a folder of its own.
class LibraryTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void keepsWhatWasCreated();
    void keepsTextByteForByte_data();
    void keepsTextByteForByte();
    void refusesShortNames();
    void changesFieldsAndTellsOfIt();
    void listsByTimeAndName();
    void filtersByTagStatusAndAuthor();
    void countsProjectsWithTheirSubprojects();
    void deletesOnlyArchivedReports();
    void locksAPublishedReport();
    void keepsEveryRevision();
    void duplicatesTextFieldsAndAssets();
    void numbersAssetsOfTheSameName();
    void sharesFilesOfEqualAssets();
    void describesAssets();
    void remembersSettings();
    void skipsACancelledQuery();
    void answersForMissingReports();

private:
    QStringList namesOf(const ReportQuery &query)
    {
        QStringList names;
        const ReportHits hits = *await(m_library->find(query));
        for (const ReportHit &hit : hits.hits)
            names.append(hit.summary.name);
        return names;
    }
    void reopen();
    ReportId create(const NewReport &report) { return *await(m_library->create(report)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::TestClock m_clock;
    test::CountingIdSource m_ids;
    std::unique_ptr<Library> m_library;
};

void LibraryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
}

void LibraryTest::cleanup()
{
    m_library.reset();
}

void LibraryTest::reopen()
{
    m_library.reset();
    auto opened = Library::open(m_folder->path(), m_clock, m_ids);
    QVERIFY2(opened.isOk(), opened ? "" : qPrintable(opened.error().message));
    m_library = std::move(opened).value();
}

void LibraryTest::keepsWhatWasCreated()
{
    const NewReport made{u"vision//resnet /"_s,
                         u"  First report "_s,
                         u"About it"_s,
                         {u"b"_s, u"a"_s, u"b"_s},
                         u"# Text"_s};
    const ReportId id = create(made);
    reopen();
    const auto report = await(m_library->report(id));
    QVERIFY(report.isOk());
    QCOMPARE(report->summary.name, u"First report"_s);
    QCOMPARE(report->summary.project, u"vision/resnet"_s);
    QCOMPARE(report->summary.tags, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(report->summary.description, u"About it"_s);
    QCOMPARE(report->summary.created, m_clock.now());
    QCOMPARE(report->text, u"# Text"_s);
    QVERIFY(!report->summary.author.isEmpty());
}

void LibraryTest::keepsTextByteForByte_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("byte order mark") << u"\ufeff# Title"_s;
    QTest::newRow("line ends") << u"a\r\nb\rc\n\n\n"_s;
    QTest::newRow("zero character") << QString(u"a"_s + QChar(0) + u"b");
    QTest::newRow("emoji and marks") << u"👩‍🚀 e\u0301 é ﷽ 日本語"_s;
    QTest::newRow("controls") << u"\u0001\u0002\u0003\u001b[31m\u200b"_s;
    QTest::newRow("trailing spaces") << u"a  \n\t\n   "_s;
}

void LibraryTest::keepsTextByteForByte()
{
    QFETCH(QString, text);
    const ReportId id = create({{}, u"Bytes"_s, {}, {}, u"before"_s});
    QVERIFY(await(m_library->save(id, text)).isOk());
    reopen();
    QCOMPARE(await(m_library->report(id))->text, text);
    const auto revisions = await(m_library->revisions(id));
    QCOMPARE(revisions->size(), 2);
    QCOMPARE(*await(m_library->revisionText(revisions->first().id)), text);
}

void LibraryTest::refusesShortNames()
{
    const auto made = await(m_library->create({{}, u" ab "_s, {}, {}, {}}));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InvalidInput);
    const ReportId id = create({{}, u"Name"_s, {}, {}, {}});
    QCOMPARE(await(m_library->rename(id, u"a"_s)).error().code, ErrorCode::InvalidInput);
    QCOMPARE(await(m_library->duplicate(id, {})).error().code, ErrorCode::InvalidInput);
    QCOMPARE(namesOf({}), QStringList({u"Name"_s}));
}

void LibraryTest::changesFieldsAndTellsOfIt()
{
    const ReportId id = create({{}, u"Name"_s, {}, {}, u"text"_s});
    QSignalSpy changed(m_library.get(), &Library::reportChanged);
    m_clock.advance(5000);
    QVERIFY(await(m_library->rename(id, u" New name "_s)).isOk());
    QVERIFY(await(m_library->setDescription(id, u"About\nit"_s)).isOk());
    QVERIFY(await(m_library->setTags(id, {u"b"_s, u" a"_s, u"b"_s})).isOk());
    const QDateTime edited = m_clock.now();
    m_clock.advance(5000);
    QVERIFY(await(m_library->move(id, u"/x//y"_s)).isOk());
    QVERIFY(await(m_library->setArchived(id, true)).isOk());
    reopen();
    const ReportSummary summary = *await(m_library->summary(id));
    QCOMPARE(summary.name, u"New name"_s);
    QCOMPARE(summary.description, u"About\nit"_s);
    QCOMPARE(summary.tags, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(summary.project, u"x/y"_s);
    QVERIFY(summary.archived);
    // Filing a report is no change of it.
    QCOMPARE(summary.updated, edited);
    QCOMPARE(*await(m_library->tags()), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(*await(m_library->projectPaths()), QStringList({u"x"_s, u"x/y"_s}));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.first().first().value<ReportId>(), id);
}

void LibraryTest::listsByTimeAndName()
{
    const ReportId first = create({{}, u"Banane"_s, {}, {}, {}});
    m_clock.advance(1000);
    create({{}, u"äpfel"_s, {}, {}, {}});
    create({{}, u"Zitrone"_s, {}, {}, {}}); // at the same time as the one before
    ReportQuery query;
    QCOMPARE(namesOf(query), QStringList({u"Zitrone"_s, u"äpfel"_s, u"Banane"_s}));
    query.order = ReportOrder::OldestFirst;
    QCOMPARE(namesOf(query), QStringList({u"Banane"_s, u"äpfel"_s, u"Zitrone"_s}));
    query.order = ReportOrder::NameAscending;
    QCOMPARE(namesOf(query), QStringList({u"äpfel"_s, u"Banane"_s, u"Zitrone"_s}));
    query.order = ReportOrder::NameDescending;
    query.offset = 1;
    query.limit = 1;
    QCOMPARE(namesOf(query), QStringList({u"Banane"_s}));
    QCOMPARE(await(m_library->find(query))->total, 3);
    query.offset = 10;
    QCOMPARE(await(m_library->find(query))->total, 3);
    QVERIFY(await(m_library->save(first, u"changed"_s)).isOk());
    QCOMPARE(namesOf({}).first(), u"Banane"_s);
}

void LibraryTest::filtersByTagStatusAndAuthor()
{
    QVERIFY(await(m_library->setSetting(u"person.name"_s, u"ana"_s)).isOk());
    const ReportId both = create({{}, u"Both"_s, {}, {u"x"_s, u"y"_s}, {}});
    QVERIFY(await(m_library->setSetting(u"person.name"_s, u"ben"_s)).isOk());
    create({{}, u"One"_s, {}, {u"x"_s}, {}});
    create({{}, u"None"_s, {}, {}, {}});
    QVERIFY(await(m_library->publish(both)).isOk());
    QCOMPARE(*await(m_library->authors()), QStringList({u"ana"_s, u"ben"_s}));
    ReportQuery query;
    query.includeTags = {u"x"_s, u"y"_s};
    QCOMPARE(namesOf(query), QStringList({u"Both"_s, u"One"_s}));
    query.tagMatch = TagMatch::All;
    QCOMPARE(namesOf(query), QStringList({u"Both"_s}));
    query = {};
    query.excludeTags = {u"y"_s};
    QCOMPARE(namesOf(query), QStringList({u"None"_s, u"One"_s}));
    query = {};
    query.status = ReportStatus::Published;
    QCOMPARE(namesOf(query), QStringList({u"Both"_s}));
    query.author = u"ben"_s;
    QCOMPARE(namesOf(query), QStringList());
    query.status = ReportStatus::Draft;
    QCOMPARE(namesOf(query), QStringList({u"None"_s, u"One"_s}));
}

void LibraryTest::countsProjectsWithTheirSubprojects()
{
    create({{}, u"Top"_s, {}, {}, {}});
    create({u"vision"_s, u"One"_s, {}, {}, {}});
    const ReportId deep = create({u"vision/resnet/old"_s, u"Two"_s, {}, {}, {}});
    const ReportId gone = create({u"vision/vit"_s, u"Three"_s, {}, {}, {}});
    create({u"vision-2"_s, u"Four"_s, {}, {}, {}});
    m_clock.advance(1000);
    QVERIFY(await(m_library->publish(deep)).isOk());
    QVERIFY(await(m_library->setArchived(gone, true)).isOk());
    const auto top = await(m_library->projects({}));
    QCOMPARE(top->size(), 2);
    const ProjectSummary &vision = top->first();
    QCOMPARE(vision.path, u"vision"_s);
    QCOMPARE(vision.reports, 2);
    QCOMPARE(vision.published, 1);
    QCOMPARE(vision.updated, m_clock.now());
    QCOMPARE(vision.subprojects, QStringList({u"resnet"_s, u"vit"_s}));
    QCOMPARE(top->last().path, u"vision-2"_s);
    QCOMPARE(top->last().subprojects, QStringList());
    const auto below = await(m_library->projects(u"vision"_s));
    QCOMPARE(below->size(), 2);
    QCOMPARE(below->first().path, u"vision/resnet"_s);
    QCOMPARE(below->first().reports, 1);
    QCOMPARE(below->last().reports, 0);
    QVERIFY(!below->last().updated.isValid());
    ReportQuery query;
    query.project = u"vision"_s;
    QCOMPARE(namesOf(query), QStringList({u"Two"_s, u"One"_s}));
}

void LibraryTest::deletesOnlyArchivedReports()
{
    const ReportId id = create({{}, u"Name"_s, {}, {}, u"text"_s});
    const Asset asset = *await(m_library->addAsset(id, u"a.txt"_s, "bytes"));
    QCOMPARE(await(m_library->remove(id)).error().code, ErrorCode::NotAllowed);
    QVERIFY(await(m_library->setArchived(id, true)).isOk());
    QSignalSpy removed(m_library.get(), &Library::reportRemoved);
    QVERIFY(await(m_library->remove(id)).isOk());
    QVERIFY(QTest::qWaitFor([&] { return removed.size() == 1; }, test::hangMs));
    QCOMPARE(removed.first().first().value<ReportId>(), id);
    QVERIFY(!QFile::exists(m_library->assetPath(asset.sha256)));
    QCOMPARE(await(m_library->report(id)).error().code, ErrorCode::NotFound);
}

void LibraryTest::locksAPublishedReport()
{
    const ReportId id = create({{}, u"Name"_s, {}, {}, u"text"_s});
    QVERIFY(await(m_library->publish(id)).isOk());
    QCOMPARE(await(m_library->publish(id)).error().code, ErrorCode::NotAllowed);
    QCOMPARE(await(m_library->save(id, u"other"_s)).error().code, ErrorCode::NotAllowed);
    QCOMPARE(await(m_library->addAsset(id, u"a.png"_s, "x")).error().code, ErrorCode::NotAllowed);
    // Saving what is there anyway is no offence.
    QVERIFY(await(m_library->save(id, u"text"_s)).isOk());
    QCOMPARE(await(m_library->report(id))->text, u"text"_s);
    QCOMPARE(await(m_library->summary(id))->status, ReportStatus::Published);
}

void LibraryTest::keepsEveryRevision()
{
    QStringList texts{QString()};
    const ReportId id = create({{}, u"Name"_s, {}, {}, {}});
    // More than a chain of packed revisions is long.
    for (int i = 0; i < 80; ++i) {
        m_clock.advance(1000);
        texts.prepend(u"Line of text.\n"_s.repeated(i * 7 % 50) + QString::number(i));
        QVERIFY(await(m_library->save(id, texts.first())).isOk());
        QVERIFY(await(m_library->save(id, texts.first())).isOk());
    }
    reopen();
    const auto revisions = await(m_library->revisions(id));
    QCOMPARE(revisions->size(), texts.size());
    QCOMPARE(revisions->first().saved, m_clock.now());
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QCOMPARE(*await(m_library->revisionText(revisions->at(i).id)), texts.at(i));
        QCOMPARE(revisions->at(i).bytes, texts.at(i).toUtf8().size());
    }
}

void LibraryTest::duplicatesTextFieldsAndAssets()
{
    const ReportId id = create({u"p"_s, u"Name"_s, u"About"_s, {u"t"_s}, u"![](asset:a.png)"_s});
    const Asset asset = *await(m_library->addAsset(id, u"a.png"_s, "bytes"));
    QVERIFY(await(m_library->publish(id)).isOk());
    const ReportId copy = *await(m_library->duplicate(id, u"Copy"_s));
    const Report report = *await(m_library->report(copy));
    QCOMPARE(report.text, u"![](asset:a.png)"_s);
    QCOMPARE(report.summary.name, u"Copy"_s);
    QCOMPARE(report.summary.project, u"p"_s);
    QCOMPARE(report.summary.tags, QStringList({u"t"_s}));
    QCOMPARE(report.summary.status, ReportStatus::Draft);
    QCOMPARE(await(m_library->assets(copy))->first().sha256, asset.sha256);
}

void LibraryTest::numbersAssetsOfTheSameName()
{
    const ReportId id = create({{}, u"Name"_s, {}, {}, {}});
    QCOMPARE(await(m_library->addAsset(id, u"my image.png"_s, "one"))->name, u"my-image.png"_s);
    QCOMPARE(await(m_library->addAsset(id, u"my image.png"_s, "two"))->name, u"my-image-2.png"_s);
    QCOMPARE(await(m_library->addAsset(id, u"my image.png"_s, "two"))->name, u"my-image-2.png"_s);
    QCOMPARE(await(m_library->addAsset(id, u"my image.png"_s, "three"))->name, u"my-image-3.png"_s);
    QCOMPARE(await(m_library->assets(id))->size(), 3);
}

void LibraryTest::sharesFilesOfEqualAssets()
{
    const ReportId one = create({{}, u"One"_s, {}, {}, {}});
    const ReportId two = create({{}, u"Two"_s, {}, {}, {}});
    const Asset asset = *await(m_library->addAsset(one, u"a.png"_s, "bytes"));
    QCOMPARE(await(m_library->addAsset(two, u"b.png"_s, "bytes"))->sha256, asset.sha256);
    QVERIFY(await(m_library->setArchived(one, true)).isOk());
    QVERIFY(await(m_library->remove(one)).isOk());
    QFile file(m_library->assetPath(asset.sha256));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("bytes"));
    QCOMPARE(m_library->assetPath(u"../library.db"_s), QString());
}

void LibraryTest::describesAssets()
{
    const ReportId id = create({{}, u"Name"_s, {}, {}, {}});
    const QByteArray png =
        QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000002800000016708");
    const Asset asset = *await(m_library->addAsset(id, u"image"_s, png));
    QCOMPARE(asset.mimeType, u"image/png"_s);
    QCOMPARE(QSize(asset.width, asset.height), QSize(640, 359));
    QCOMPARE(asset.bytes, png.size());
}

void LibraryTest::remembersSettings()
{
    QCOMPARE(*await(m_library->setting(u"report.sidePanel"_s)), QString());
    QVERIFY(await(m_library->setSetting(u"report.sidePanel"_s, u"280"_s)).isOk());
    QCOMPARE(await(m_library->setSetting(u"report.sidePanel"_s, u"wide"_s)).error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(await(m_library->setSetting(u"no.such"_s, u"1"_s)).error().code,
             ErrorCode::InvalidInput);
    reopen();
    QCOMPARE(*await(m_library->setting(u"report.sidePanel"_s)), u"280"_s);
}

void LibraryTest::skipsACancelledQuery()
{
    create({{}, u"Name"_s, {}, {}, {}});
    QFuture<Result<ReportHits>> cancelled;
    // One of many is still waiting when it is cancelled; whichever way, all others are answered.
    QVector<QFuture<Result<ReportHits>>> others;
    for (int i = 0; i < 50; ++i)
        others.append(m_library->find({}));
    cancelled = m_library->find({});
    cancelled.cancel();
    others.append(m_library->find({}));
    for (const auto &other : others)
        QCOMPARE(await(other)->total, 1);
    QVERIFY(QTest::qWaitFor([&] { return cancelled.isFinished(); }, test::hangMs));
}

void LibraryTest::answersForMissingReports()
{
    const ReportId id(u"missing"_s);
    QCOMPARE(await(m_library->report(id)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(m_library->save(id, u"x"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(m_library->journal(id, u"x"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(m_library->rename(id, u"New name"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(m_library->remove(id)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(m_library->recovered(id)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(m_library->revisionText(RevisionId(u"x"_s))).error().code, ErrorCode::NotFound);
    QCOMPARE(await(m_library->revisions(id))->size(), 0);
}

QTEST_GUILESS_MAIN(LibraryTest)
#include "test_library.moc"
