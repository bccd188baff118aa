#include "support/http_server.h"
#include "support/opened_report.h"

#include <QBuffer>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QString sections(int count)
{
    QString text;
    for (int section = 0; section < count; ++section)
        text += u"## Section %1\n\nText of section %1 goes here.\n\n"_s.arg(section);
    return text;
}

/// How far a section's heading is below the top of the page's view.
QString topOf(int section)
{
    return u"Array.from(document.querySelectorAll('.pl-report h2')).find(h => "
           "h.textContent.trim() === 'Section %1').getBoundingClientRect().top"_s.arg(section);
}

QByteArray tallPicture()
{
    QImage image(200, 700, QImage::Format_RGB32);
    image.fill(Qt::darkYellow);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

/// Source and preview beside each other: widths, modes, and that both are at the same place.
class ReportPanesTest : public QObject
{
    Q_OBJECT

    static QSplitter *splitterOf(const OpenedReport &r)
    {
        for (auto *splitter : r.view->findChildren<QSplitter *>()) {
            if (splitter->indexOf(r.preview) >= 0)
                return splitter;
        }
        qFatal("no splitter");
    }
    /// The part of both panes' width that the source has.
    static double sourceShare(const OpenedReport &r)
    {
        const QList<int> sizes = splitterOf(r)->sizes();
        return double(sizes.at(0)) / (sizes.at(0) + sizes.at(1));
    }
    static void dragSplitter(const OpenedReport &r, int by)
    {
        QSplitterHandle *handle = splitterOf(r)->handle(1);
        const QPoint from = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, from);
        QTest::mouseMove(handle, from + QPoint(by, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, from + QPoint(by, 0));
    }

private slots:
    void widthsAreRemembered();
    void eachModeIsAPane_data();
    void eachModeIsAPane();
    void sidePanelIsRemembered();
    void lineNumbersAreRemembered();
    void statusFollowsTheCursor();
    void scrollingCanBeUncoupled();
    void readerScrollsAndTheSourceFollows();
    void picturesThatArriveMoveNothing();
    void typingAtTheEndKeepsTheEndInView();
    void goingToALineShowsItInBoth();
};

void ReportPanesTest::widthsAreRemembered()
{
    OpenedReport r(u"text"_s);
    waitUntil([&] { return r.preview->width() > 400; });
    dragSplitter(r, -150);
    const double dragged = sourceShare(r);
    QVERIFY2(dragged < 0.45, qPrintable(QString::number(dragged)));
    r.reopen();
    waitUntil([&] { return qAbs(sourceShare(r) - dragged) < 0.01; }, u"the width"_s);
    // The share is kept, not the pixels.
    r.view->resize(900, 600);
    waitUntil([&] { return qAbs(sourceShare(r) - dragged) < 0.02; }, u"the width"_s);
    // A mode with one pane does not count as a choice of widths.
    r.view->setMode(ReportView::Mode::Source);
    r.view->setMode(ReportView::Mode::Both);
    QVERIFY(qAbs(sourceShare(r) - dragged) < 0.02);
}

void ReportPanesTest::eachModeIsAPane_data()
{
    QTest::addColumn<ReportView::Mode>("mode");
    QTest::addColumn<bool>("hasSource");
    QTest::addColumn<bool>("hasPreview");
    QTest::newRow("source") << ReportView::Mode::Source << true << false;
    QTest::newRow("both") << ReportView::Mode::Both << true << true;
    QTest::newRow("preview") << ReportView::Mode::Preview << false << true;
}

void ReportPanesTest::eachModeIsAPane()
{
    QFETCH(ReportView::Mode, mode);
    QFETCH(bool, hasSource);
    QFETCH(bool, hasPreview);
    OpenedReport r(u"# Title"_s, {.mode = ReportView::Mode::Both});
    r.waitForText(u"Title"_s);
    r.view->setMode(mode);
    QCOMPARE(r.editor->isVisible(), hasSource);
    QCOMPARE(r.preview->isVisible(), hasPreview);
    const QStringList names{u"sourceMode"_s, u"bothMode"_s, u"previewMode"_s};
    for (int i = 0; i < names.size(); ++i)
        QCOMPARE(r.action(names.at(i))->isChecked(), i == int(mode));
    const QWidget *pane = hasSource ? static_cast<QWidget *>(r.editor) : r.preview;
    QVERIFY(pane->hasFocus() || pane->isAncestorOf(QApplication::focusWidget()));
}

void ReportPanesTest::sidePanelIsRemembered()
{
    OpenedReport r(u"text"_s);
    auto *side = r.child<QWidget>(u"sidePanel"_s);
    QVERIFY(!side->isVisible());
    QTest::keyClick(r.editor, Qt::Key_F9);
    QVERIFY(side->isVisible());
    r.reopen();
    side = r.child<QWidget>(u"sidePanel"_s);
    waitUntil([&] { return side->isVisible(); }, u"the side panel"_s);
    QVERIFY(r.action(u"sidePanelShown"_s)->isChecked());
    r.action(u"sidePanelShown"_s)->trigger();
    r.reopen();
    QVERIFY(await(r.library->setting(u"report.sidePanel"_s)));
    QVERIFY(!r.child<QWidget>(u"sidePanel"_s)->isVisible());
}

void ReportPanesTest::lineNumbersAreRemembered()
{
    OpenedReport r(u"text"_s);
    QVERIFY(!r.editor->areLineNumbersShown());
    r.action(u"lineNumbersShown"_s)->trigger();
    QVERIFY(r.editor->areLineNumbersShown());
    r.reopen();
    waitUntil([&] { return r.editor->areLineNumbersShown(); }, u"line numbers"_s);
    QVERIFY(r.action(u"lineNumbersShown"_s)->isChecked());
}

void ReportPanesTest::statusFollowsTheCursor()
{
    OpenedReport r(u"one\ntwo three"_s);
    auto *place = r.child<QToolButton>(u"cursorPlace"_s);
    QCOMPARE(place->text(), u"Line 1, column 1"_s);
    r.editor->moveCursor(QTextCursor::End);
    QCOMPARE(place->text(), u"Line 2, column 10"_s);
    r.editor->selectAll();
    QVERIFY2(place->text().contains(u"13 selected"_s), qPrintable(place->text()));
    waitUntil([&] { return r.child<QLabel>(u"wordCount"_s)->text() == u"3 words"_s; });
}

void ReportPanesTest::scrollingCanBeUncoupled()
{
    OpenedReport r(sections(80));
    r.waitForText(u"Section 79"_s);
    r.action(u"scrollTogether"_s)->trigger();
    r.editor->scrollToLine(160);
    emit r.preview->scrolledByReader(20.0);
    QVERIFY(qAbs(r.editor->topLine() - 160) < 1);
    QCOMPARE(r.evaluate(u"scrollY"_s).toDouble(), 0.0);
    r.action(u"scrollTogether"_s)->trigger();
    // Coupled again, the preview comes to where the source is.
    r.waitForPage(u"Math.abs("_s + topOf(40) + u") < 90"_s);
}

void ReportPanesTest::readerScrollsAndTheSourceFollows()
{
    OpenedReport r(sections(80));
    r.waitForText(u"Section 79"_s);
    QTest::keyClick(r.editor, Qt::Key_F6);
    // Keys that come before the page has the keyboard, or while it still comes to its first place,
    // are not the reader's scrolling.
    r.waitForPage(u"document.hasFocus()"_s);
    r.evaluate(
        u"globalThis.atRest = false; requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.atRest = true; }))"_s);
    r.waitForPage(u"globalThis.atRest"_s);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
    waitUntil([&] { return r.editor->topLine() > 20; }, u"the source"_s);
    // Both show the same place when it has come to rest.
    const auto isTogether = [&] {
        const int section = int(r.editor->topLine() / 4) + 1;
        return r.evaluate(u"Math.abs("_s + topOf(section) + u") < 160"_s).toBool();
    };
    waitUntil(isTogether, u"both at one place"_s);
}

void ReportPanesTest::picturesThatArriveMoveNothing()
{
    HttpServer server;
    server.serve("/a.png", tallPicture());
    OpenedReport r(u"![a](%1)\n\n"_s.arg(server.url("/a.png").toString()) + sections(80));
    r.waitForText(u"Section 79"_s);
    r.editor->scrollToLine(2 + 4 * 40);
    r.waitForPage(u"Math.abs("_s + topOf(40) + u") < 90"_s);
    const double before = r.evaluate(topOf(40)).toDouble();
    const double line = r.editor->topLine();
    r.consents->allowReport(r.id);
    r.waitForPage(u"document.querySelector('.pl-report img')?.naturalHeight === 700"_s);
    // Two frames later all that follows from its height has happened.
    r.evaluate(u"globalThis.settled = false; requestAnimationFrame(() => requestAnimationFrame("
               "() => requestAnimationFrame(() => { globalThis.settled = true; })))"_s);
    r.waitForPage(u"globalThis.settled"_s);
    QVERIFY2(qAbs(r.evaluate(topOf(40)).toDouble() - before) < 3,
             qPrintable(QString::number(r.evaluate(topOf(40)).toDouble() - before)));
    QVERIFY(qAbs(r.editor->topLine() - line) < 0.1);
}

void ReportPanesTest::typingAtTheEndKeepsTheEndInView()
{
    OpenedReport r(sections(80));
    r.waitForText(u"Section 79"_s);
    r.editor->moveCursor(QTextCursor::End);
    for (int paragraph = 0; paragraph < 12; ++paragraph)
        r.type(u"\nNew paragraph %1\n"_s.arg(paragraph));
    r.waitForText(u"New paragraph 11"_s);
    r.waitForPage(u"(() => { const p = Array.from(document.querySelectorAll('.pl-report p')).at(-1)"
                  ".getBoundingClientRect(); return p.top > 0 && p.bottom <= innerHeight; })()"_s);
}

void ReportPanesTest::goingToALineShowsItInBoth()
{
    OpenedReport r(sections(80));
    r.waitForText(u"Section 79"_s);
    r.view->goToLine(4 * 60);
    QCOMPARE(r.editor->textCursor().block().text(), u"## Section 60"_s);
    QVERIFY(r.editor->hasFocus());
    r.waitForPage(u"(() => { const top = "_s + topOf(60) +
                  u"; return top > -20 && top < innerHeight; })()"_s);
}

int main(int argc, char *argv[])
{
    return runPageTest<ReportPanesTest>(argc, argv);
}
#include "test_report_panes.moc"
