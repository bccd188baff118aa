#include "support/opened_report.h"
#include "ui/report/link_dialog.h"
#include "ui/report/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTreeWidget>
#include <QWebEngineView>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QString longText()
{
    QString text;
    for (int section = 0; section < 80; ++section)
        text += u"## Section %1\n\nText of section %1 goes here.\n\n"_s.arg(section);
    return text;
}

} // namespace

class ReportViewTest : public QObject
{
    Q_OBJECT

private slots:
    void typedTextReachesPreviewAndDisk();
    void undoSurvivesSaving();
    void windowsLinesAreKept();
    void linesFromElsewhereComeIn();
    void placesBetweenLinesFromElsewhereStay();
    void aPreviewThatFailedComesBack();
    void untouchedTextIsNotWritten();
    void pastedPictureBecomesAsset();
    void taskClickTicksTheRightLine();
    void publishedReportIsLocked();
    void previewFollowsTheSource();
    void sourceFollowsTheReader();
    void typingDoesNotMoveThePreview();
    void outlineGoesThere();
    void descriptionAndTagsAreStored();
    void stateIsTold();
    void modesShowTheirPanes();
    void linkIsAskedAbout();
    void linkToNothingIsExplained();
    void paneKeysLeadAround();
    void previewOnlyMarksNoLink();
    void themeChangeKeepsText();
};

void ReportViewTest::typedTextReachesPreviewAndDisk()
{
    OpenedReport r(u"# Start\n"_s);
    r.waitForText(u"Start"_s);
    r.editor->moveCursor(QTextCursor::End);
    r.type(u"\nHello **world**"_s);
    r.waitForPage(u"document.querySelector('.pl-report strong')?.textContent === 'world'"_s);
    waitUntil([&] { return r.view->saveState() == OpenReport::State::Saved; });
    QCOMPARE(r.storedText(), u"# Start\n\nHello **world**"_s);
    QCOMPARE(r.child<QLabel>(u"wordCount"_s)->text(), u"3 words"_s);
}

void ReportViewTest::undoSurvivesSaving()
{
    OpenedReport r(u"one"_s);
    r.editor->moveCursor(QTextCursor::End);
    r.type(u" two"_s);
    QVERIFY(await(r.view->saveNow()));
    QCOMPARE(r.storedText(), u"one two"_s);
    r.action(u"undo"_s)->trigger();
    QCOMPARE(r.editor->text(), u"one"_s);
    QVERIFY(await(r.view->saveNow()));
    QCOMPARE(r.storedText(), u"one"_s);
}

void ReportViewTest::windowsLinesAreKept()
{
    OpenedReport r(u"one\r\ntwo\r\n"_s);
    r.type(u"x"_s);
    QVERIFY(await(r.view->saveNow()));
    QCOMPARE(r.storedText(), u"xone\r\ntwo\r\n"_s);
}

void ReportViewTest::linesFromElsewhereComeIn()
{
    OpenedReport r(u"a\nb\nc\n"_s);
    r.editor->moveCursor(QTextCursor::End);
    QVERIFY(await(r.library->save(r.id, u"From a server\nb\nc\n"_s)));
    QVERIFY(
        QTest::qWaitFor([&] { return r.editor->text() == u"From a server\nb\nc\n"_s; }, hangMs));
    r.waitForText(u"From a server"_s);
    QVERIFY(r.editor->textCursor().atEnd());
    r.type(u"typed"_s);
    QVERIFY(await(r.library->save(r.id, u"From a server again\nb\nc\n"_s)));
    QVERIFY(await(r.view->saveNow()));
    const QString both = u"From a server again\nb\nc\ntyped"_s;
    QVERIFY(QTest::qWaitFor([&] { return r.editor->text() == both; }, hangMs));
    QCOMPARE(r.storedText(), both);
    QVERIFY(r.editor->textCursor().atEnd());
    r.type(u" on"_s);
    QVERIFY(await(r.view->saveNow()));
    QCOMPARE(r.storedText(), QString(both + u" on"_s));
}

/// A form that is open remembers where its frame is.
void ReportViewTest::placesBetweenLinesFromElsewhereStay()
{
    OpenedReport r(u"head\nframe\nfoot\n"_s);
    QTextCursor frame(r.editor->document());
    frame.setPosition(5);
    frame.setPosition(10, QTextCursor::KeepAnchor);
    QCOMPARE(frame.selectedText(), u"frame"_s);
    QVERIFY(await(r.library->save(r.id, u"new head\nframe\nfoot, too\nend\n"_s)));
    waitUntil([&] { return r.editor->text().endsWith(u"end\n"_s); }, u"the other text"_s);
    QCOMPARE(frame.selectedText(), u"frame"_s);
    r.editor->undo();
    QCOMPARE(r.editor->text(), u"head\nframe\nfoot\n"_s);
}

void ReportViewTest::aPreviewThatFailedComesBack()
{
    OpenedReport r(u"one"_s);
    auto *preview = r.child<ReportPreview>(u"preview"_s);
    r.waitForText(u"one"_s);
    preview->showProblem(u"No helper."_s);
    QVERIFY(!preview->findChild<QWebEngineView *>()->isVisible());
    r.editor->moveCursor(QTextCursor::End);
    r.type(u" two"_s);
    waitUntil([&] { return preview->findChild<QWebEngineView *>()->isVisible(); }, u"the page"_s);
    QVERIFY(!preview->findChild<QLabel *>()->isVisible());
}

void ReportViewTest::untouchedTextIsNotWritten()
{
    const QString odd = u"mixed\r\nlines\nand\u00a0spaces \u2028 here"_s;
    OpenedReport r(odd);
    r.waitForText(u"mixed"_s);
    r.view.reset();
    QCOMPARE(r.storedText(), odd);
    QCOMPARE((*await(r.library->revisions(r.id))).size(), 1);
}

void ReportViewTest::pastedPictureBecomesAsset()
{
    OpenedReport r(u"See \n"_s);
    r.editor->moveCursor(QTextCursor::EndOfLine);
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    auto *mime = new QMimeData;
    mime->setImageData(picture);
    QApplication::clipboard()->setMimeData(mime);
    r.editor->paste();
    waitUntil([&] { return r.editor->text() == u"See ![image](asset:image.png)\n"_s; });
    const QVector<Asset> assets = *await(r.library->assets(r.id));
    QCOMPARE(assets.size(), 1);
    QCOMPARE(QImage(r.library->assetPath(assets.first().sha256)).size(), QSize(40, 30));
    r.waitForPage(u"document.querySelector('.pl-report img')?.naturalWidth === 40"_s);
    // The same for a file, with a name that cannot stand in the text as it is.
    QTemporaryDir folder;
    const QString file = folder.filePath(u"my plot (1).png"_s);
    QVERIFY(picture.save(file));
    emit r.editor->filesPasted({file});
    waitUntil([&] { return r.editor->text().contains(u"](asset:my"_s); });
    r.waitForPage(
        u"Array.from(document.querySelectorAll('.pl-report img')).filter(i => i.naturalWidth === 40).length === 2"_s);
}

void ReportViewTest::taskClickTicksTheRightLine()
{
    OpenedReport r(u"Text\n\n- [ ] one\n- [ ] two\n"_s);
    r.waitForText(u"two"_s);
    r.evaluate(u"document.querySelectorAll('.pl-report input[type=checkbox]')[1].click()"_s);
    waitUntil([&] { return r.editor->text() == u"Text\n\n- [ ] one\n- [x] two\n"_s; });
    r.editor->undo();
    QCOMPARE(r.editor->text(), u"Text\n\n- [ ] one\n- [ ] two\n"_s);
}

void ReportViewTest::publishedReportIsLocked()
{
    OpenedReport r(u"Final\n\n- [ ] one\n"_s, {.published = true});
    QVERIFY(r.view->isLocked());
    auto *notice = r.child<NoticeBar>(u"lockedNotice"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"published"_s));
    r.type(u"x"_s);
    QTest::keyClick(r.editor, Qt::Key_B, Qt::ControlModifier);
    r.waitForText(u"one"_s);
    r.evaluate(u"document.querySelector('.pl-report input[type=checkbox]').click()"_s);
    QVERIFY(!r.action(u"bold"_s)->isEnabled());
    QCOMPARE(r.editor->text(), u"Final\n\n- [ ] one\n"_s);
    QSignalSpy duplicate(r.view.get(), &ReportView::duplicateRequested);
    notice->findChild<QPushButton *>()->click();
    QCOMPARE(duplicate.first().first().value<ReportId>(), r.id);
}

void ReportViewTest::previewFollowsTheSource()
{
    OpenedReport r(longText());
    r.waitForText(u"Section 79"_s);
    const int line = 160; // "## Section 40"
    r.editor->scrollToLine(line);
    r.waitForPage(
        u"(() => { const h = Array.from(document.querySelectorAll('.pl-report h2')).find(h => "
        "h.textContent.trim() === 'Section 40'); const y = h.getBoundingClientRect().top; "
        "return y > -60 && y < 90; })()"_s);
    // Both end together.
    r.editor->verticalScrollBar()->setValue(r.editor->verticalScrollBar()->maximum());
    r.waitForPage(
        u"(() => { const h = Array.from(document.querySelectorAll('.pl-report h2')).at(-1); "
        "const b = h.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight; })()"_s);
}

void ReportViewTest::sourceFollowsTheReader()
{
    OpenedReport r(longText());
    r.waitForText(u"Section 79"_s);
    emit r.preview->scrolledByReader(100.0);
    QVERIFY(qAbs(r.editor->topLine() - 100.0) < 1.0);
    // And does not answer: the preview was sent nowhere.
    QCOMPARE(r.evaluate(u"scrollY"_s).toDouble(), 0.0);
}

void ReportViewTest::typingDoesNotMoveThePreview()
{
    OpenedReport r(longText());
    r.waitForText(u"Section 79"_s);
    QTextCursor cursor(r.editor->document()->findBlockByNumber(162));
    r.editor->setTextCursor(cursor);
    r.editor->scrollToLine(155);
    r.type(u"first "_s);
    r.waitForText(u"first "_s);
    r.waitForPage(u"scrollY > 100"_s);
    // The cursor's paragraph is in view, and stays where it is while more is typed.
    const QString place = u"Array.from(document.querySelectorAll('.pl-report p')).find(p => "
                          "p.textContent.includes('first')).getBoundingClientRect().top"_s;
    const double before = r.evaluate(place).toDouble();
    QVERIFY(before > 0 && before < 600);
    for (const QString &word : {u"second "_s, u"third "_s, u"fourth "_s}) {
        r.type(word);
        r.waitForText(word);
        QVERIFY2(qAbs(r.evaluate(place).toDouble() - before) < 3, qPrintable(word));
    }
}

void ReportViewTest::outlineGoesThere()
{
    OpenedReport r(longText());
    r.waitForText(u"Section 79"_s);
    r.action(u"sidePanelShown"_s)->trigger();
    auto *outline = r.child<QTreeWidget>(u"outline"_s);
    waitUntil([&] { return outline->topLevelItemCount() == 80; });
    emit outline->itemClicked(outline->topLevelItem(50), 0);
    QCOMPARE(r.editor->textCursor().block().text(), u"## Section 50"_s);
    QCOMPARE(outline->currentItem(), outline->topLevelItem(50));
    QVERIFY(r.editor->hasFocus());
}

void ReportViewTest::descriptionAndTagsAreStored()
{
    OpenedReport r(u"x"_s);
    r.action(u"sidePanelShown"_s)->trigger();
    auto *description = r.child<QPlainTextEdit>(u"description"_s);
    QTest::mouseClick(description->viewport(), Qt::LeftButton);
    QTest::keyClicks(description, u"What we tried"_s);
    auto *tags = r.child<QLineEdit>(u"tags"_s);
    tags->setFocus();
    QTest::keyClicks(tags, u"vision , baseline,vision"_s);
    QTest::keyClick(tags, Qt::Key_Return);
    QVERIFY(await(r.view->saveNow()));
    waitUntil([&] {
        const ReportSummary summary = (*await(r.library->report(r.id))).summary;
        return summary.description == u"What we tried"_s &&
               summary.tags == QStringList({u"baseline"_s, u"vision"_s});
    });
}

void ReportViewTest::stateIsTold()
{
    OpenedReport r(u"x"_s);
    auto *saved = r.child<QLabel>(u"savedState"_s);
    QCOMPARE(saved->text(), u"Saved"_s);
    QSignalSpy states(r.view.get(), &ReportView::saveStateChanged);
    r.type(u"y"_s);
    waitUntil([&] { return r.view->saveState() == OpenReport::State::Changed; });
    QCOMPARE(saved->text(), u"Typing…"_s);
    waitUntil([&] { return r.view->saveState() == OpenReport::State::Journaled; });
    QCOMPARE(saved->text(), u"On disk"_s);
    waitUntil([&] { return r.view->saveState() == OpenReport::State::Saved; });
    QCOMPARE(saved->text(), u"Saved"_s);
    QVERIFY(!r.child<NoticeBar>(u"notSavedNotice"_s)->isVisible());
}

void ReportViewTest::modesShowTheirPanes()
{
    OpenedReport r(u"x"_s);
    QSignalSpy modes(r.view.get(), &ReportView::modeChanged);
    QTest::keyClick(r.editor, Qt::Key_3, Qt::AltModifier);
    QVERIFY(!r.editor->isVisible() && r.preview->isVisible());
    r.view->setMode(ReportView::Mode::Source);
    QVERIFY(r.editor->isVisible() && !r.preview->isVisible());
    r.action(u"bothMode"_s)->trigger();
    QVERIFY(r.editor->isVisible() && r.preview->isVisible());
    QCOMPARE(modes.size(), 3);
    waitUntil([&] { return r.preview->width() > 400; }); // not left without width
}

void ReportViewTest::linkIsAskedAbout()
{
    OpenedReport r(u"[a](https://a.example/path)"_s);
    r.waitForText(u"a"_s);
    r.evaluate(u"document.querySelector('.pl-report a').click()"_s);
    waitUntil([&] { return r.view->findChild<LinkDialog *>() != nullptr; });
    auto *dialog = r.view->findChild<LinkDialog *>();
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), u"https://a.example/path"_s);
    dialog->reject();

    const LinkCheck greek = checkLink(QUrl(u"https://pаypal.com/"_s)); // a Cyrillic а
    QVERIFY(greek.canOpen);
    QVERIFY(greek.address.startsWith(u"https://xn--"_s));
    QVERIFY(!greek.note.isEmpty());
    QVERIFY(!checkLink(QUrl(u"https://bank.example@evil.example/"_s)).note.isEmpty());
    QVERIFY(!checkLink(QUrl(u"file:///etc/passwd"_s)).canOpen);
    QVERIFY(!checkLink(QUrl(u"javascript:alert(1)"_s)).canOpen);
    QVERIFY(checkLink(QUrl(u"mailto:a@b.example"_s)).canOpen);
}

void ReportViewTest::linkToNothingIsExplained()
{
    OpenedReport r(u"[a](other.md) [b](#no-such-place)\n"_s);
    r.waitForText(u"b"_s);
    const auto noteAfterClick = [&](int link) {
        r.evaluate(u"document.querySelectorAll('.pl-report a')[%1].click()"_s.arg(link));
        waitUntil([&] { return r.view->findChild<LinkDialog *>() != nullptr; });
        QPointer<LinkDialog> dialog = r.view->findChild<LinkDialog *>();
        QString text = dialog->findChild<QPlainTextEdit *>()->toPlainText() + u" | "_s +
                       dialog->findChild<QLabel *>(u"linkNote"_s)->text();
        dialog->reject();
        waitUntil([&] { return dialog.isNull(); });
        return text;
    };
    QVERIFY(noteAfterClick(0).startsWith(u"other.md | "_s));
    const QString missing = noteAfterClick(1);
    QVERIFY2(missing.startsWith(u"#no-such-place | "_s) && missing.contains(u"“no-such-place”"_s),
             qPrintable(missing));
}

void ReportViewTest::paneKeysLeadAround()
{
    OpenedReport r(u"# One\n\ntext\n"_s);
    r.waitForText(u"text"_s);
    r.action(u"sidePanelShown"_s)->trigger();
    auto *outline = r.child<QTreeWidget>(u"outline"_s);
    waitUntil([&] { return outline->isVisible(); });
    const auto isIn = [&](const QWidget *pane) {
        return pane->hasFocus() || pane->isAncestorOf(QApplication::focusWidget());
    };
    QVERIFY(r.editor->hasFocus());
    QTest::keyClick(r.editor, Qt::Key_F6);
    QVERIFY(isIn(r.preview));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QVERIFY(outline->hasFocus());
    QTest::keyClick(outline, Qt::Key_F6);
    QVERIFY(r.editor->hasFocus());
    QTest::keyClick(r.editor, Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(outline->hasFocus());
    QTest::keyClick(outline, Qt::Key_Escape);
    QVERIFY(r.editor->hasFocus());
    // What is hidden is passed over.
    r.action(u"sidePanelShown"_s)->trigger();
    r.view->setMode(ReportView::Mode::Source);
    QTest::keyClick(r.editor, Qt::Key_F6);
    QVERIFY(r.editor->hasFocus());
}

void ReportViewTest::previewOnlyMarksNoLink()
{
    OpenedReport r(u"# One\n\n[link](https://a.example/)\n"_s);
    r.waitForText(u"link"_s);
    // What is closed while it has the keyboard gives it back to the text, not to the page.
    QTest::keyClick(r.editor, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(r.editor->hasFocus());
    r.action(u"sidePanelShown"_s)->trigger();
    r.child<QPlainTextEdit>(u"description"_s)->setFocus();
    r.action(u"sidePanelShown"_s)->trigger();
    QVERIFY(r.editor->hasFocus());
    QTest::keyClick(r.editor, Qt::Key_3, Qt::AltModifier);
    QVERIFY(r.preview->isAncestorOf(QApplication::focusWidget()));
    r.waitForPage(u"document.hasFocus()"_s);
    QCOMPARE(r.evaluate(u"document.activeElement.tagName"_s).toString(), u"BODY"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1, Qt::AltModifier);
    QVERIFY(r.editor->hasFocus());
}

void ReportViewTest::themeChangeKeepsText()
{
    OpenedReport r(u"**x**"_s);
    r.waitForText(u"x"_s);
    r.theme().setMode(ThemeMode::Dark);
    QCOMPARE(r.editor->palette().color(QPalette::Base),
             r.theme().color(ColorRole::EditorBackground));
    r.waitForPage(u"document.documentElement.dataset.theme === 'dark'"_s);
    QCOMPARE(r.editor->text(), u"**x**"_s);
    QVERIFY(!r.editor->document()->isUndoAvailable());
}

int main(int argc, char *argv[])
{
    return runPageTest<ReportViewTest>(argc, argv);
}
#include "test_report_view.moc"
