#include "core/markdown/markdown_service.h"
#include "core/store/open_report.h"
#include "support/library_fixture.h"
#include "support/test_paths.h"
#include "ui/editor/source_editor.h"
#include "ui/report/blocked_images_notice.h"
#include "ui/report/link_dialog.h"
#include "ui/report/report_notices.h"
#include "ui/report/scroll_mapping.h"
#include "ui/report/text_flow.h"
#include "ui/report/view_actions.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

void closeBar(const NoticeBar &bar)
{
    for (auto *button : bar.findChildren<QToolButton *>())
        QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

/// The small parts of a report's window, each alone.
class ReportPartsTest : public QObject
{
    Q_OBJECT

    SystemColorScheme m_scheme;
    Theme m_theme{m_scheme};

private slots:
    void links_data();
    void links();
    void linkDialogOpensOnlyWhatCanBeOpened();
    void linkDialogShowsWhatIsWritten();
    void panesEndTogether_data();
    void panesEndTogether();
    void noticesTakeNoRoomWithoutNews();
    void noticesTellEachThing();
    void blockedImagesAreNamed();
    void keysOfOneTurnAreHandedOverOnce();
    void windowsLinesGoBackAsTheyCame();
    void viewActionsSayWhatIsChosen();
};

void ReportPartsTest::links_data()
{
    QTest::addColumn<QString>("href");
    QTest::addColumn<bool>("canOpen");
    QTest::addColumn<QString>("note"); // part of it; empty: none
    const auto row = [](const char *href, bool canOpen, const char *note) {
        QTest::newRow(href) << QString::fromUtf8(href) << canOpen << QString::fromUtf8(note);
    };
    row("https://a.example/b?c=d#e", true, "");
    row("http://a.example/", true, "not encrypted");
    row("mailto:ana@a.example", true, "");
    row("https://bank.example@evil.example/", true, "before the @");
    row("https://xn--pypal-4ve.example/", true, "look like others");
    row("other.md", false, "names no site");
    row("#results", false, "“results”");
    row("#a%20b", false, "“a b”");
    row("", false, "names no site");
    row("file:///etc/passwd", false, "“file:”");
    row("javascript:alert(1)", false, "“javascript:”");
    row("https:///nowhere", false, "“https:”");
}

void ReportPartsTest::links()
{
    QFETCH(QString, href);
    QFETCH(bool, canOpen);
    QFETCH(QString, note);
    const LinkCheck check = checkLink(href);
    QCOMPARE(check.canOpen, canOpen);
    QVERIFY2(note.isEmpty() ? check.note.isEmpty() : check.note.contains(note),
             qPrintable(check.note));
    if (!canOpen)
        QCOMPARE(check.address, href);
}

void ReportPartsTest::linkDialogOpensOnlyWhatCanBeOpened()
{
    for (const QString &href : {u"https://a.example/"_s, u"other.md"_s}) {
        LinkDialog dialog(href);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        bool hasOpen = false;
        for (const auto *button : dialog.findChildren<QPushButton *>())
            hasOpen = hasOpen || button->text() == u"Open"_s;
        QCOMPARE(hasOpen, href.startsWith(u"https"_s));
        dialog.reject();
        QCOMPARE(accepted.size(), 0);
    }
}

void ReportPartsTest::linkDialogShowsWhatIsWritten()
{
    LinkDialog dialog(u"https://a.example/ü?x=1"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QString shown = dialog.findChild<QPlainTextEdit *>(u"linkAddress"_s)->toPlainText();
    QCOMPARE(shown, u"https://a.example/%C3%BC?x=1"_s); // as the browser will get it
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"Copy address"_s)
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), shown);
}

void ReportPartsTest::panesEndTogether_data()
{
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("maximum");
    QTest::addColumn<int>("page");
    QTest::addColumn<double>("fraction");
    QTest::newRow("top") << 0 << 1000 << 100 << 0.0;
    QTest::newRow("middle") << 500 << 1000 << 100 << 0.0;
    QTest::newRow("where the last page begins") << 900 << 1000 << 100 << 0.0;
    QTest::newRow("half of it") << 950 << 1000 << 100 << 0.5;
    QTest::newRow("end") << 1000 << 1000 << 100 << 1.0;
    QTest::newRow("short text, half") << 20 << 40 << 100 << 0.5;
    QTest::newRow("short text, end") << 40 << 40 << 100 << 1.0;
    QTest::newRow("nothing to scroll") << 0 << 0 << 100 << 0.0;
}

void ReportPartsTest::panesEndTogether()
{
    QFETCH(int, value);
    QFETCH(int, maximum);
    QFETCH(int, page);
    QFETCH(double, fraction);
    QCOMPARE(anchorFraction(value, maximum, page), fraction);
}

void ReportPartsTest::noticesTakeNoRoomWithoutNews()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *notices = new ReportNotices(m_theme, &window);
    column->addWidget(notices);
    window.show();
    QVERIFY(!notices->isVisible());
    notices->showProblem(u"The picture cannot be read."_s);
    QVERIFY(notices->isVisible());
    closeBar(*notices->findChild<NoticeBar *>(u"problemNotice"_s));
    QVERIFY(!notices->isVisible());
    notices->setPreviewProblem(u"It stopped."_s);
    notices->setSaveState(OpenReport::State::Failed, u"No room."_s);
    notices->setPreviewProblem({});
    QVERIFY(notices->isVisible()); // the other one is still true
    notices->setSaveState(OpenReport::State::Saved, {});
    QVERIFY(!notices->isVisible());
}

void ReportPartsTest::noticesTellEachThing()
{
    ReportNotices notices(m_theme);
    const auto bar = [&](const char *name) {
        return notices.findChild<NoticeBar *>(QString::fromLatin1(name));
    };
    QSignalSpy duplicates(&notices, &ReportNotices::duplicateWanted);
    QSignalSpy saves(&notices, &ReportNotices::saveWanted);
    notices.setLocked(true);
    QVERIFY(!bar("lockedNotice")->isHidden());
    bar("lockedNotice")->findChild<QPushButton *>()->click();
    QCOMPARE(duplicates.size(), 1);
    notices.setSaveState(OpenReport::State::Failed, u"The disk is full."_s);
    QVERIFY(bar("notSavedNotice")->text().contains(u"The disk is full."_s));
    bar("notSavedNotice")->findChild<QPushButton *>()->click();
    QCOMPARE(saves.size(), 1);
    QVERIFY(bar("notSavedNotice")->findChildren<QToolButton *>().isEmpty()); // not to be closed
    QCOMPARE(bar("notSavedNotice")->accessibleName(), bar("notSavedNotice")->text());
    notices.setLocked(false);
    QVERIFY(bar("lockedNotice")->isHidden());
}

void ReportPartsTest::blockedImagesAreNamed()
{
    BlockedImagesNotice notice(m_theme);
    notice.setBlocked(0, {});
    QVERIFY(notice.isHidden());
    notice.setBlocked(1, {u"a.example"_s});
    QVERIFY(!notice.isHidden());
    QVERIFY2(notice.text().startsWith(u"One image"_s) && notice.text().contains(u"a.example"_s),
             qPrintable(notice.text()));
    const auto *always = notice.findChild<QPushButton *>(u"alwaysFromSites"_s);
    QCOMPARE(always->text(), u"Always from this site"_s);
    const QStringList five{u"a.example"_s, u"b.example"_s, u"c.example"_s, u"d.example"_s,
                           u"e.example"_s};
    notice.setBlocked(12, five);
    QVERIFY2(notice.text().startsWith(u"12 images"_s) &&
                 notice.text().endsWith(u"c.example and 2 more"_s),
             qPrintable(notice.text()));
    QCOMPARE(always->text(), u"Always from these sites"_s);
    QVERIFY(always->toolTip().contains(u"e.example"_s)); // all that would be allowed
    QSignalSpy hosts(&notice, &BlockedImagesNotice::hostsWanted);
    notice.findChild<QPushButton *>(u"alwaysFromSites"_s)->click();
    QCOMPARE(hosts.first().first().toStringList(), five);
    closeBar(notice);
    notice.setBlocked(3, {u"b.example"_s});
    QVERIFY(notice.isHidden());
    notice.setBlocked(4, {u"b.example"_s, u"new.example"_s});
    QVERIFY(!notice.isHidden());
}

void ReportPartsTest::keysOfOneTurnAreHandedOverOnce()
{
    LibraryFixture f;
    const ReportId id = f.add(u"Alpha"_s, {}, {}, u"one"_s);
    OpenReport report(*f.library, *await(f.library->report(id)), {});
    MarkdownService markdown(binDir() + u"/plotleaf-markdown"_s);
    SourceEditor editor(m_theme);
    editor.loadText(report.text());
    TextFlow flow(editor, report, markdown);
    QSignalSpy handed(&flow, &TextFlow::handedOver);
    QSignalSpy rendered(&markdown, &MarkdownService::rendered);
    QCOMPARE(flow.version(), 1); // as loaded
    QCOMPARE(report.state(), OpenReport::State::Saved);
    for (int i = 0; i < 5; ++i)
        editor.insertText(u"x"_s);
    QCOMPARE(handed.size(), 0); // the keys are painted first
    QVERIFY(handed.wait(hangMs));
    QCOMPARE(handed.size(), 1);
    QCOMPARE(report.text(), u"xxxxxone"_s);
    editor.insertText(u"y"_s);
    flow.flush();
    QCOMPARE(report.text(), u"xxxxxyone"_s);
    QCOMPARE(flow.version(), 3);
    flow.flush();
    QCOMPARE(flow.version(), 3); // nothing new
    while (rendered.isEmpty() || rendered.last().first().value<MarkdownDocumentPtr>()->version != 3)
        QVERIFY(rendered.wait(hangMs));
}

void ReportPartsTest::windowsLinesGoBackAsTheyCame()
{
    LibraryFixture f;
    MarkdownService markdown(binDir() + u"/plotleaf-markdown"_s);
    const auto written = [&](const QString &text) {
        const ReportId id = f.add(u"Alpha"_s, {}, {}, text);
        OpenReport report(*f.library, *await(f.library->report(id)), {});
        SourceEditor editor(m_theme);
        editor.loadText(report.text());
        TextFlow flow(editor, report, markdown);
        editor.moveCursor(QTextCursor::End);
        editor.insertText(u"\nend"_s);
        flow.flush();
        return report.text();
    };
    QCOMPARE(written(u"a\r\nb"_s), u"a\r\nb\r\nend"_s);
    QCOMPARE(written(u"a\nb"_s), u"a\nb\nend"_s);
    QCOMPARE(written(u"a"_s), u"a\nend"_s);
}

void ReportPartsTest::viewActionsSayWhatIsChosen()
{
    ViewActions actions(m_theme);
    QSignalSpy modes(&actions, &ViewActions::modeChosen);
    QSignalSpy panes(&actions, &ViewActions::paneWanted);
    QSignalSpy sheets(&actions, &ViewActions::cheatSheetWanted);
    actions.setMode(ReportView::Mode::Preview);
    const auto named = [&](const char *name) {
        return actions.findChild<QAction *>(QString::fromLatin1(name));
    };
    QVERIFY(named("previewMode")->isChecked() && !named("bothMode")->isChecked());
    QCOMPARE(modes.size(), 0); // being told is no choice
    named("sourceMode")->trigger();
    QCOMPARE(modes.first().first().value<ReportView::Mode>(), ReportView::Mode::Source);
    named("nextPane")->trigger();
    named("previousPane")->trigger();
    QCOMPARE(panes.at(0).first().toBool(), true);
    QCOMPARE(panes.at(1).first().toBool(), false);
    named("cheatSheet")->trigger();
    QCOMPARE(sheets.size(), 1);
    for (const QAction *action : actions.all()) {
        if (!action->isSeparator())
            QVERIFY2(
                action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                qPrintable(action->objectName()));
    }
    QToolBar bar;
    actions.fillToolBar(bar);
    for (const QAction *action : bar.actions())
        QVERIFY(action->isSeparator() || !action->icon().isNull());
}

QTEST_MAIN(ReportPartsTest)
#include "test_report_parts.moc"
