#include "support/command_fixture.h"
#include "ui/dialogs/versions_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// The kept states of a text: what they changed, and the way back.
class TestReportVersions : public QObject
{
    Q_OBJECT

private slots:
    void whatEachVersionChanged();
    void backToAVersionAndForthAgain();
    void whatWasTypedSinceIsAVersionToo();
    void aPublishedTextStaysAsItIs();

private:
    /// A report with versions "one two", "one TWO" and "one TWO three", a word to a line.
    struct Opened : CommandFixture
    {
        Opened()
        {
            id = add(u"Alpha"_s, {}, {}, u"one\ntwo\n"_s);
            write(u"one\nTWO\n"_s);
            write(u"one\nTWO\nthree\n"_s);
        }
        void write(const QString &text) { QVERIFY(await(library->save(id, text))); }
        QString text() { return await(library->report(id))->text; }
        void open()
        {
            select(id);
            action("reportVersions")->trigger();
            QVERIFY(QTest::qWaitFor([&] { return dialog() && list()->currentItem(); }, hangMs));
            untilShown();
        }
        void choose(int version)
        {
            list()->setCurrentItem(list()->topLevelItem(version));
            untilShown();
        }
        void untilShown()
        {
            QVERIFY(QTest::qWaitFor([&] { return child<QPushButton>("copyVersion")->isEnabled(); },
                                    hangMs));
        }
        void show(VersionsDialog::Against against)
        {
            auto *choice = child<QComboBox>("versionAgainst");
            choice->setCurrentIndex(choice->findData(int(against)));
            untilShown();
        }
        VersionsDialog *dialog() { return child<VersionsDialog>("versionsDialog"); }
        QTreeWidget *list() { return child<QTreeWidget>("versionList"); }
        QString shown() { return child<QPlainTextEdit>("versionText")->toPlainText(); }
        bool waitForShown(const QString &wanted)
        {
            return QTest::qWaitFor([&] { return shown() == wanted; }, hangMs);
        }
        QString told() { return child<QLabel>("versionTold")->text(); }

        ReportId id;
    };
};

void TestReportVersions::whatEachVersionChanged()
{
    Opened f;
    f.open();
    QCOMPARE(f.list()->topLevelItemCount(), 3);
    QVERIFY(QTest::qWaitFor([&] { return f.told() == u"The texts are equal."_s; }, hangMs));
    QCOMPARE(f.shown(), QString());
    f.choose(2);
    QVERIFY2(f.waitForShown(u"  one\n− two\n+ TWO\n+ three"_s), qPrintable(f.shown()));
    QCOMPARE(f.told(), u"2 line(s) added, 1 line(s) removed"_s);
    f.show(VersionsDialog::Against::VersionBefore);
    QVERIFY2(f.waitForShown(u"+ one\n+ two"_s), qPrintable(f.shown()));
    f.choose(1);
    QVERIFY2(f.waitForShown(u"  one\n− two\n+ TWO"_s), qPrintable(f.shown()));
    f.show(VersionsDialog::Against::Nothing);
    QCOMPARE(f.shown(), u"one\nTWO\n"_s);
    QTest::mouseClick(f.child<QPushButton>("copyVersion"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one\nTWO\n"_s);
}

void TestReportVersions::backToAVersionAndForthAgain()
{
    Opened f;
    f.open();
    QVERIFY2(!f.child<QPushButton>("restoreVersion")->isEnabled(), "it is the text now");
    f.choose(2);
    QTest::mouseClick(f.child<QPushButton>("restoreVersion"), Qt::LeftButton);
    QVERIFY(f.waitForNotice(u"is as it was saved on"_s));
    QCOMPARE(f.text(), u"one\ntwo\n"_s);
    QCOMPARE(await(f.library->revisions(f.id))->size(), 4);
    f.CommandFixture::told.last().action();
    QVERIFY(QTest::qWaitFor([&] { return f.text() == u"one\nTWO\nthree\n"_s; }, hangMs));
}

void TestReportVersions::whatWasTypedSinceIsAVersionToo()
{
    Opened f;
    f.commands.setFlush([&](const ReportId &id) { return f.library->save(id, u"typed\n"_s); });
    f.open();
    QCOMPARE(f.list()->topLevelItemCount(), 4);
    f.choose(3);
    QVERIFY2(f.waitForShown(u"− one\n− two\n+ typed"_s), qPrintable(f.shown()));
}

void TestReportVersions::aPublishedTextStaysAsItIs()
{
    Opened f;
    QVERIFY(await(f.library->publish(f.id)));
    f.open();
    f.choose(f.list()->topLevelItemCount() - 1);
    QVERIFY(!f.child<QPushButton>("restoreVersion")->isEnabled());
    QVERIFY(!f.child<QPushButton>("restoreVersion")->toolTip().isEmpty());
}

QTEST_MAIN(TestReportVersions)
#include "test_report_versions.moc"
