#include "support/command_fixture.h"

#include <QAction>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// Reports from Markdown files and back, as a person brings them.
class TestReportTransfer : public QObject
{
    Q_OBJECT

private slots:
    void exportWritesTextAndPictures();
    void importOpensOneAndCountsMany();
    void importTellsMissingPicturesAndFiles();
    void importKeepsTheProjectOfTheFile();
    void filesAreDroppedOnTheLibrary();
    void otherFilesAreNotTaken();
};

void TestReportTransfer::exportWritesTextAndPictures()
{
    CommandFixture f;
    const ReportId id = f.add(u"Alpha"_s, {}, {}, u"old"_s);
    QVERIFY(await(f.library->addAsset(id, u"plot.svg"_s, "<svg/>")));
    f.commands.setFlush([&f](const ReportId &report) {
        return f.library->save(report, u"![](asset:plot.svg) ![](asset:gone.png)\n"_s);
    });
    f.select(id);
    f.action("reportExportMarkdown")->trigger();
    auto *dialog = f.child<QFileDialog>("exportDialog");
    const QString path = f.folder.filePath(u"out.md"_s);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QVERIFY(f.waitForNotice(u"gone.png"_s));
    QCOMPARE(f.told.last().severity, Notice::Severity::Warning);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("![](out-files/plot.svg)"));
    QVERIFY(QFile::exists(f.folder.filePath(u"out-files/plot.svg"_s)));
    QCOMPARE(f.preferences.value(Preference::ExportFolder).toString(), f.folder.path());
    f.commands.writeMarkdown(id, f.folder.filePath(u"no/such/folder/a.md"_s));
    QVERIFY(
        QTest::qWaitFor([&] { return f.told.last().severity == Notice::Severity::Error; }, hangMs));
}

void TestReportTransfer::importOpensOneAndCountsMany()
{
    CommandFixture f;
    const QString one = f.write(u"one.md"_s, "# The first\n");
    const QString two = f.write(u"two.md"_s, "# The second\n");
    f.commands.importFiles({one}, {u"vision"_s});
    QVERIFY(QTest::qWaitFor([&] { return f.opened.size() == 1; }, hangMs));
    QCOMPARE(f.summary(f.opened.first()).name, u"The first"_s);
    QCOMPARE(f.summary(f.opened.first()).project, u"vision"_s);
    QVERIFY2(f.told.isEmpty(), "what is opened needs no words");
    f.commands.importFiles({one, two}, {});
    QVERIFY(f.waitForNotice(u"2"_s));
    QCOMPARE(f.opened.size(), 1);
    QCOMPARE(await(f.library->find({})).value().total, 3);
}

void TestReportTransfer::importTellsMissingPicturesAndFiles()
{
    CommandFixture f;
    const QString one = f.write(u"one.md"_s, "# The first\n\n![](gone.png)\n");
    f.commands.importFiles({f.folder.filePath(u"absent.md"_s), one}, {});
    QVERIFY(f.waitForNotice(u"gone.png"_s));
    QCOMPARE(f.told.size(), 2);
    QCOMPARE(f.told.first().severity, Notice::Severity::Error);
    QVERIFY(f.told.first().text.contains(u"absent.md"_s));
    QCOMPARE(f.told.last().severity, Notice::Severity::Warning);
    QCOMPARE(f.opened.size(), 1);
}

void TestReportTransfer::importKeepsTheProjectOfTheFile()
{
    CommandFixture f;
    f.commands.importFiles({f.write(u"one.md"_s, "---\nproject: theirs\n---\n# The first\n")},
                           {u"mine"_s});
    QVERIFY(QTest::qWaitFor([&] { return f.opened.size() == 1; }, hangMs));
    QCOMPARE(f.summary(f.opened.first()).project, u"theirs"_s);
}

void TestReportTransfer::filesAreDroppedOnTheLibrary()
{
    CommandFixture f;
    f.show();
    f.page.openProject(u"vision"_s);
    auto *frame = f.child<QWidget>("dropFrame");
    QVERIFY(!frame->isVisible());
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(u"/a/one.md"_s), QUrl::fromLocalFile(u"/a/two.png"_s),
                     QUrl(u"https://example.org/three.md"_s)});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction | Qt::MoveAction, &dragged, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&f.page, &enter);
    QVERIFY(enter.isAccepted());
    QCOMPARE(enter.dropAction(), Qt::CopyAction);
    QVERIFY(frame->isVisible());
    QCOMPARE(frame->geometry(), f.page.rect());
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(&f.page, &leave);
    QVERIFY(!frame->isVisible());
    QSignalSpy dropped(&f.page, &LibraryPage::filesDropped);
    QCoreApplication::sendEvent(&f.page, &enter);
    QDropEvent drop({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&f.page, &drop);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.first().first().toStringList(), QStringList{u"/a/one.md"_s});
    QVERIFY(!frame->isVisible());
}

void TestReportTransfer::otherFilesAreNotTaken()
{
    CommandFixture f;
    f.show();
    QMimeData dragged;
    dragged.setText(u"# Some text"_s);
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(&f.page, &enter);
    QVERIFY(!f.child<QWidget>("dropFrame")->isVisible());
    QSignalSpy dropped(&f.page, &LibraryPage::filesDropped);
    QDropEvent drop({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&f.page, &drop);
    QCOMPARE(dropped.count(), 0);
}

QTEST_MAIN(TestReportTransfer)
#include "test_report_transfer.moc"
