#include "core/store/library.h"
#include "support/test_clock.h"
#include "support/wait.h"

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

private:
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

QTEST_GUILESS_MAIN(LibraryTest)
#include "test_library.moc"
