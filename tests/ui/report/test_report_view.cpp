#include "core/runs/run_sources.h"
#include "core/store/library.h"
#include "support/page_driver.h"
#include "support/test_clock.h"
#include "support/test_paths.h"
#include "ui/editor/source_editor.h"
#include "ui/report/link_dialog.h"
#include "ui/report/notice_bar.h"
#include "ui/report/report_preview.h"
#include "ui/report/report_view.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTreeWidget>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// A real library on disk with one report, and that report open in a window with its real page.
class OpenedReport
{
public:
    explicit OpenedReport(const QString &text, bool published = false) : m_theme(m_scheme)
    {
        library = std::move(Library::open(m_folder.filePath(u"library"_s), m_clock, m_ids)).value();
        NewReport created;
        created.name = u"Digits"_s;
        created.project = u"vision"_s;
        created.text = text;
        id = *await(library->create(created));
        if (published)
            [&] { QVERIFY(await(library->publish(id))); }();
        reopen();
    }

    void reopen()
    {
        view.reset();
        const Report report = *await(library->report(id));
        const ReportViewServices services{
            *library, m_sources,       m_clock,
            m_theme,  m_folder.path(), plotleaf::binDir() + u"/plotleaf-markdown"_s};
        view = std::make_unique<ReportView>(services, report, *await(library->recovered(id)));
        view->resize(1100, 600);
        view->show();
        view->activateWindow();
        view->setFocus();
        editor = view->findChild<SourceEditor *>();
        preview = view->findChild<ReportPreview *>();
        waitFor([&] { return editor->hasFocus(); }, u"the focus"_s);
        waitFor([&] { return preview->isStarted(); }, u"the page"_s);
    }

    template <typename Condition>
    static void waitFor(Condition condition, const QString &what = u"a condition"_s)
    {
        if (!QTest::qWaitFor(condition, hangMs))
            qFatal("waited in vain for %s", qPrintable(what));
    }

    /// The page's answer to a script of ours.
    QVariant evaluate(const QString &script) const
    {
        std::optional<QVariant> value;
        preview->findChild<QWebEngineView *>()->page()->runJavaScript(
            script, QWebEngineScript::ApplicationWorld,
            [&](const QVariant &answer) { value = answer; });
        waitFor([&] { return value.has_value(); });
        return *value;
    }
    void waitForPage(const QString &script) const
    {
        waitFor([&] { return evaluate(script).toBool(); }, script);
    }
    void waitForText(const QString &text) const
    {
        waitForPage(
            u"(document.querySelector('.pl-report')?.textContent ?? '').includes('%1')"_s.arg(
                text));
    }
    void type(const QString &text) const
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, editor, c == u'\n' ? Qt::Key_Return : Qt::Key_unknown,
                                QString(c), Qt::NoModifier);
    }
    QAction *action(const QString &name) const { return view->findChild<QAction *>(name); }
    template <typename T>
    T *child(const QString &name) const
    {
        return view->findChild<T *>(name);
    }
    QString storedText() const { return (*await(library->report(id))).text; }
    Theme &theme() { return m_theme; }

private:
    QTemporaryDir m_folder;
    TestClock m_clock;
    CountingIdSource m_ids;
    RunSources m_sources;
    SystemColorScheme m_scheme;
    Theme m_theme;

public:
    std::unique_ptr<Library> library;
    ReportId id;
    std::unique_ptr<ReportView> view;
    SourceEditor *editor = nullptr;
    ReportPreview *preview = nullptr;
};

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
    void themeChangeKeepsText();
};

void ReportViewTest::typedTextReachesPreviewAndDisk()
{
    OpenedReport r(u"# Start\n"_s);
    r.waitForText(u"Start"_s);
    r.editor->moveCursor(QTextCursor::End);
    r.type(u"\nHello **world**"_s);
    r.waitForPage(u"document.querySelector('.pl-report strong')?.textContent === 'world'"_s);
    OpenedReport::waitFor([&] { return r.view->saveState() == OpenReport::State::Saved; });
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
    OpenedReport::waitFor([&] { return r.editor->text() == u"See ![image](asset:image.png)\n"_s; });
    const QVector<Asset> assets = *await(r.library->assets(r.id));
    QCOMPARE(assets.size(), 1);
    QCOMPARE(QImage(r.library->assetPath(assets.first().sha256)).size(), QSize(40, 30));
    r.waitForPage(u"document.querySelector('.pl-report img')?.naturalWidth === 40"_s);
    // The same for a file, with a name that cannot stand in the text as it is.
    QTemporaryDir folder;
    const QString file = folder.filePath(u"my plot (1).png"_s);
    QVERIFY(picture.save(file));
    emit r.editor->filesPasted({file});
    OpenedReport::waitFor([&] { return r.editor->text().contains(u"](asset:my"_s); });
    r.waitForPage(
        u"Array.from(document.querySelectorAll('.pl-report img')).filter(i => i.naturalWidth === 40).length === 2"_s);
}

void ReportViewTest::taskClickTicksTheRightLine()
{
    OpenedReport r(u"Text\n\n- [ ] one\n- [ ] two\n"_s);
    r.waitForText(u"two"_s);
    r.evaluate(u"document.querySelectorAll('.pl-report input[type=checkbox]')[1].click()"_s);
    OpenedReport::waitFor([&] { return r.editor->text() == u"Text\n\n- [ ] one\n- [x] two\n"_s; });
    r.editor->undo();
    QCOMPARE(r.editor->text(), u"Text\n\n- [ ] one\n- [ ] two\n"_s);
}

void ReportViewTest::publishedReportIsLocked()
{
    OpenedReport r(u"Final\n\n- [ ] one\n"_s, true);
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
    OpenedReport::waitFor([&] { return outline->topLevelItemCount() == 80; });
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
    OpenedReport::waitFor([&] {
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
    OpenedReport::waitFor([&] { return r.view->saveState() == OpenReport::State::Changed; });
    QCOMPARE(saved->text(), u"Typing…"_s);
    OpenedReport::waitFor([&] { return r.view->saveState() == OpenReport::State::Journaled; });
    QCOMPARE(saved->text(), u"On disk"_s);
    OpenedReport::waitFor([&] { return r.view->saveState() == OpenReport::State::Saved; });
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
    OpenedReport::waitFor([&] { return r.preview->width() > 400; }); // not left without width
}

void ReportViewTest::linkIsAskedAbout()
{
    OpenedReport r(u"[a](https://a.example/path)"_s);
    r.waitForText(u"a"_s);
    r.evaluate(u"document.querySelector('.pl-report a').click()"_s);
    OpenedReport::waitFor([&] { return r.view->findChild<LinkDialog *>() != nullptr; });
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
