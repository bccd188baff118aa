#include "support/editor_window.h"
#include "ui/editor/markdown_highlighter.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolBar>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class SourceEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void keysContinueLists();
    void keysPairBrackets();
    void shortcuts_data();
    void shortcuts();
    void everyCommandIsOneUndoStep();
    void lockedTextStays();
    void pasteTakesPlainText();
    void pastedPictureAndFilesAreReported();
    void noBreakSpacesSurviveCopying();
    void findsAndCounts();
    void replacesOneAndAll();
    void brokenExpressionIsTold();
    void linesAndScrollingAgree();
    void clickBetweenLinesHitsTheNearest();
    void veryLongLineCanBeTypedInto();
    void toolBarHoldsEveryFormat();
    void anotherThemeIsSeenAtOnce();
};

void SourceEditorTest::keysContinueLists()
{
    EditorWindow w;
    w.load(u"¦"_s);
    w.type(u"- one\ntwo\n\nend"_s);
    QCOMPARE(w.editor.text(), u"- one\n- two\nend"_s);
    w.load(u"- a\n- b¦"_s);
    QTest::keyClick(&w.editor, Qt::Key_Tab);
    QCOMPARE(w.marked(), u"- a\n  - b¦"_s);
    QTest::keyClick(&w.editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(w.marked(), u"- a\n- b¦"_s);
}

void SourceEditorTest::keysPairBrackets()
{
    EditorWindow w;
    w.load(u"¦"_s);
    w.type(u"[x]"_s);
    QCOMPARE(w.marked(), u"[x]¦"_s);
    w.load(u"(¦)"_s);
    QTest::keyClick(&w.editor, Qt::Key_Backspace);
    QCOMPARE(w.marked(), u"¦"_s);
    w.load(u"⟦word⟧"_s);
    w.type(u"`"_s);
    QCOMPARE(w.marked(), u"`⟦word⟧`"_s);
}

void SourceEditorTest::shortcuts_data()
{
    QTest::addColumn<QKeyCombination>("key");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, QKeyCombination key, const QString &before,
                        const QString &after) { QTest::newRow(name) << key << before << after; };
    row("Ctrl+B", Qt::CTRL | Qt::Key_B, u"⟦a⟧"_s, u"**⟦a⟧**"_s);
    row("Ctrl+I", Qt::CTRL | Qt::Key_I, u"⟦a⟧"_s, u"*⟦a⟧*"_s);
    row("Ctrl+E", Qt::CTRL | Qt::Key_E, u"⟦a⟧"_s, u"`⟦a⟧`"_s);
    row("Ctrl+K", Qt::CTRL | Qt::Key_K, u"⟦a⟧ b"_s, u"[a](¦) b"_s);
    row("Ctrl+Shift+X", Qt::CTRL | Qt::SHIFT | Qt::Key_X, u"⟦a⟧"_s, u"~~⟦a⟧~~"_s);
    row("Ctrl+2", Qt::CTRL | Qt::Key_2, u"a¦"_s, u"## a¦"_s);
    row("Ctrl+0", Qt::CTRL | Qt::Key_0, u"## a¦"_s, u"a¦"_s);
    row("Ctrl+Shift+Q", Qt::CTRL | Qt::SHIFT | Qt::Key_Q, u"a¦"_s, u"> a¦"_s);
    row("Ctrl+Shift+K", Qt::CTRL | Qt::SHIFT | Qt::Key_K, u"a¦"_s, u"```\na¦\n```"_s);
    row("Ctrl+D", Qt::CTRL | Qt::Key_D, u"a¦\nb"_s, u"a\na¦\nb"_s);
    row("Alt+Up", Qt::ALT | Qt::Key_Up, u"a\nb¦"_s, u"b¦\na"_s);
    row("Alt+Down", Qt::ALT | Qt::Key_Down, u"a¦\nb"_s, u"b\na¦"_s);
}

void SourceEditorTest::shortcuts()
{
    QFETCH(QKeyCombination, key);
    QFETCH(QString, before);
    QFETCH(QString, after);
    EditorWindow w;
    w.load(before);
    QTest::keyClick(&w.editor, key.key(), key.keyboardModifiers());
    QCOMPARE(w.marked(), after);
}

void SourceEditorTest::everyCommandIsOneUndoStep()
{
    EditorWindow w;
    for (QAction *action : w.actions.format() + w.actions.insert()) {
        if (action->isSeparator() || action->objectName() == u"image"_s ||
            action->objectName() == u"panel"_s)
            continue;
        w.load(u"one\n\n⟦- two\nthree⟧\nfour"_s);
        const QString before = w.editor.text();
        action->trigger();
        if (action->objectName() == u"paragraph"_s) // there is no heading to take away
            continue;
        QVERIFY2(w.editor.text() != before, qPrintable(action->objectName()));
        w.editor.undo();
        QCOMPARE(w.editor.text(), before);
        QVERIFY2(!w.editor.document()->isUndoAvailable(), qPrintable(action->objectName()));
    }
}

void SourceEditorTest::lockedTextStays()
{
    EditorWindow w;
    w.load(u"- one¦"_s);
    w.editor.setLocked(true);
    w.actions.setLocked(true);
    w.type(u"x\n"_s);
    QTest::keyClick(&w.editor, Qt::Key_B, Qt::ControlModifier);
    w.editor.insertText(u"x"_s);
    w.editor.paste();
    QCOMPARE(w.editor.text(), u"- one"_s);
    w.editor.selectAll();
    w.editor.copy();
    QCOMPARE(QApplication::clipboard()->text(), u"- one"_s);
}

void SourceEditorTest::pasteTakesPlainText()
{
    EditorWindow w;
    w.load(u"¦"_s);
    auto *html = new QMimeData;
    html->setHtml(u"<b>bold</b>"_s);
    html->setText(u"bold"_s);
    w.paste(html);
    QCOMPARE(w.editor.text(), u"bold"_s);

    w.load(u"see ⟦this⟧"_s);
    auto *address = new QMimeData;
    address->setText(u"https://a.example/x"_s);
    w.paste(address);
    QCOMPARE(w.editor.text(), u"see [this](https://a.example/x)"_s);
}

void SourceEditorTest::pastedPictureAndFilesAreReported()
{
    EditorWindow w;
    w.load(u"¦"_s);
    QSignalSpy images(&w.editor, &SourceEditor::imagePasted);
    QSignalSpy files(&w.editor, &SourceEditor::filesPasted);
    QImage picture(3, 2, QImage::Format_RGB32);
    picture.fill(Qt::red);
    auto *image = new QMimeData;
    image->setImageData(picture);
    w.paste(image);
    QCOMPARE(images.size(), 1);
    QCOMPARE(images.first().first().value<QImage>().size(), QSize(3, 2));

    auto *dropped = new QMimeData;
    dropped->setUrls({QUrl::fromLocalFile(u"/a/b.png"_s), QUrl::fromLocalFile(u"/a/c.csv"_s)});
    w.paste(dropped);
    QCOMPARE(files.first().first().toStringList(), QStringList({u"/a/b.png"_s, u"/a/c.csv"_s}));
    QCOMPARE(w.editor.text(), QString());
}

void SourceEditorTest::noBreakSpacesSurviveCopying()
{
    EditorWindow w;
    w.load(u"⟦10\u00a0%⟧"_s);
    w.editor.copy();
    QCOMPARE(QApplication::clipboard()->text(), u"10\u00a0%"_s);
}

void SourceEditorTest::findsAndCounts()
{
    EditorWindow w;
    w.load(u"¦Loss loss\nlossless\nend"_s);
    w.findBar.openFind();
    auto *pattern = w.findBar.findChild<QLineEdit *>(u"findPattern"_s);
    QTest::keyClicks(pattern, u"loss"_s);
    auto *count = w.findBar.findChild<QLabel *>(u"findCount"_s);
    QVERIFY(QTest::qWaitFor([&] { return count->text() == u"3 found"_s; }, hangMs));
    QCOMPARE(w.editor.extraSelections().size(), 3);
    QTest::keyClick(pattern, Qt::Key_Return);
    QTest::keyClick(pattern, Qt::Key_Return);
    QCOMPARE(w.marked(), u"Loss ⟦loss⟧\nlossless\nend"_s);
    QVERIFY(QTest::qWaitFor([&] { return count->text() == u"2 of 3"_s; }, hangMs));
    QTest::keyClick(pattern, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(pattern, Qt::Key_Return, Qt::ShiftModifier); // round the start
    QCOMPARE(w.marked(), u"Loss loss\n⟦loss⟧less\nend"_s);
    QTest::keyClick(pattern, Qt::Key_Escape);
    QVERIFY(!w.findBar.isVisible());
    QVERIFY(w.editor.hasFocus());
    QVERIFY(w.editor.extraSelections().isEmpty());
}

void SourceEditorTest::replacesOneAndAll()
{
    EditorWindow w;
    w.load(u"¦a1 b2 a3"_s);
    w.findBar.openReplace();
    w.findBar.findChild<QLineEdit *>(u"findPattern"_s)->setText(u"a"_s);
    w.findBar.findChild<QLineEdit *>(u"findReplacement"_s)->setText(u"(\\1)"_s);
    auto *one = w.findBar.findChild<QPushButton *>(u"replaceOne"_s);
    one->click(); // goes to the first
    one->click();
    QCOMPARE(w.editor.text(), u"(\\1)1 b2 a3"_s); // not an expression: taken as it is
    w.editor.undo();
    w.findBar.findChild<QPushButton *>(u"replaceAll"_s)->click();
    QCOMPARE(w.editor.text(), u"(\\1)1 b2 (\\1)3"_s);
    w.editor.undo();
    QCOMPARE(w.editor.text(), u"a1 b2 a3"_s); // all in one step
}

void SourceEditorTest::brokenExpressionIsTold()
{
    const Result<TextSearch> search = TextSearch::compile({u"(a"_s, true, false, false});
    QVERIFY(!search);
    QCOMPARE(search.error().code, ErrorCode::InvalidInput);
    const Result<TextSearch> lines = TextSearch::compile({u"^(\\w)(\\d)$"_s, true, true, false});
    QCOMPARE(*lines->replaceAll(u"a1\nb2 \nc3"_s, u"\\2\\n\\1"_s), u"1\na\nb2 \n3\nc"_s);
    const Result<TextSearch> words = TextSearch::compile({u"los"_s, false, false, true});
    QVERIFY(!words->next(u"loss"_s, 0));
}

void SourceEditorTest::linesAndScrollingAgree()
{
    EditorWindow w;
    QString text;
    for (int line = 0; line < 400; ++line)
        text += u"Line %1 "_s.arg(line) + (line % 3 == 0 ? u"wraps "_s.repeated(60) : QString()) +
                u'\n';
    w.load(u"¦"_s + text);
    for (const double line : {0.0, 50.0, 201.0, 300.5}) {
        w.editor.scrollToLine(line);
        QVERIFY2(qAbs(w.editor.topLine() - line) < 0.35,
                 qPrintable(QString::number(w.editor.topLine())));
    }
    w.editor.goToLine(120);
    QCOMPARE(w.editor.textCursor().blockNumber(), 120);
    QVERIFY(w.editor.topLine() <= 120 && w.editor.lineAtViewport(1.0) >= 120);
}

void SourceEditorTest::clickBetweenLinesHitsTheNearest()
{
    EditorWindow w;
    w.load(u"¦abcdefghij\nabcdefghij"_s);
    const QRectF second = w.editor.blockGeometry(w.editor.document()->findBlockByNumber(1));
    const int x =
        w.editor.cursorRect().left() + w.editor.fontMetrics().horizontalAdvance(u"abcde"_s);
    QVERIFY(w.editor.extraLineSpacing() >= 2);
    for (int y = int(second.top()); y < int(second.bottom()) - 20; ++y) {
        QTest::mouseClick(w.editor.viewport(), Qt::LeftButton, {}, {x, y});
        QCOMPARE(w.editor.textCursor().positionInBlock(), 5);
    }
}

void SourceEditorTest::veryLongLineCanBeTypedInto()
{
    EditorWindow w;
    w.load(u"¦![](data:image/png;base64,"_s + u"A"_s.repeated(300'000) + u")\nend"_s);
    w.type(u"x"_s);
    QVERIFY(w.editor.text().startsWith(u"x![]"_s));
}

void SourceEditorTest::toolBarHoldsEveryFormat()
{
    EditorWindow w;
    QToolBar bar;
    w.actions.fillToolBar(bar);
    QStringList names;
    for (const QAction *action : bar.actions()) {
        if (action->isSeparator())
            continue;
        names.append(action->objectName());
        QVERIFY2(!action->icon().isNull(), qPrintable(action->objectName()));
        QVERIFY2(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                 qPrintable(action->objectName()));
    }
    for (const QString &name :
         {u"bold"_s, u"italic"_s, u"strikethrough"_s, u"cycleHeading"_s, u"quote"_s, u"bullets"_s,
          u"numbers"_s, u"tasks"_s, u"code"_s, u"codeBlock"_s, u"link"_s, u"image"_s, u"table"_s,
          u"rule"_s, u"panel"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

void SourceEditorTest::anotherThemeIsSeenAtOnce()
{
    EditorWindow w;
    w.theme.apply(); // with its style sheet, as the program has it
    w.load(u"text¦"_s);
    const auto seen = [&] {
        const QImage picture = w.editor.viewport()->grab().toImage();
        return picture.pixelColor(picture.width() - 3, picture.height() - 3);
    };
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light, ThemeMode::Dark}) {
        w.theme.setMode(mode);
        QCOMPARE(seen(), w.theme.color(ColorRole::EditorBackground));
        w.editor.setLocked(true);
        QCOMPARE(seen(), w.theme.color(ColorRole::EditorLocked));
        w.editor.setLocked(false);
    }
    qApp->setStyleSheet({});
}

QTEST_MAIN(SourceEditorTest)
#include "test_source_editor.moc"
