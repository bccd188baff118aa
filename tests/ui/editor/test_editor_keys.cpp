#include "support/editor_window.h"
#include "ui/editor/line_number_area.h"

#include <QInputMethodEvent>
#include <QScrollBar>
#include <QTextBlock>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

struct KeyRow
{
    const char *name;
    QString before;
    QKeyCombination key;
    QString text; ///< what the key types
    QString after;
};

const QList<KeyRow> &keyRows()
{
    const auto enter = QKeyCombination(Qt::Key_Return);
    const auto tab = QKeyCombination(Qt::Key_Tab);
    const auto backTab = Qt::SHIFT | Qt::Key_Backtab;
    const auto backspace = QKeyCombination(Qt::Key_Backspace);
    const auto none = QKeyCombination(Qt::Key_unknown);
    static const QList<KeyRow> rows{
        {"enter in text", u"ab¦c"_s, enter, u"\r"_s, u"ab\n¦c"_s},
        {"enter in a list", u"- a¦b"_s, enter, u"\r"_s, u"- a\n- ¦b"_s},
        {"enter in a nested list", u"- a\n  - b¦"_s, enter, u"\r"_s, u"- a\n  - b\n  - ¦"_s},
        {"enter counts on", u"9. a¦"_s, enter, u"\r"_s, u"9. a\n10. ¦"_s},
        {"enter opens a new task", u"- [x] a¦"_s, enter, u"\r"_s, u"- [x] a\n- [ ] ¦"_s},
        {"enter ends a list", u"- a\n- ¦"_s, enter, u"\r"_s, u"- a\n¦"_s},
        {"enter in a quote", u"> a¦"_s, enter, u"\r"_s, u"> a\n> ¦"_s},
        {"enter replaces a selection", u"- a⟦b⟧c"_s, enter, u"\r"_s, u"- a\n- ¦c"_s},
        {"shift enter is only a line", u"- a¦"_s, Qt::SHIFT | Qt::Key_Return, u"\r"_s, u"- a\n¦"_s},
        {"tab in text", u"a¦b"_s, tab, u"\t"_s, u"a   ¦b"_s},
        {"tab in a list", u"- a\n- b¦"_s, tab, u"\t"_s, u"- a\n  - b¦"_s},
        {"tab over lines", u"⟦a\nb⟧"_s, tab, u"\t"_s, u"    ⟦a\n    b⟧"_s},
        {"back tab in a list", u"- a\n  - b¦"_s, backTab, {}, u"- a\n- b¦"_s},
        {"back tab where nothing is", u"b¦"_s, backTab, {}, u"b¦"_s},
        {"backspace in an empty pair", u"a(¦)b"_s, backspace, u"\b"_s, u"a¦b"_s},
        {"backspace in a full pair", u"(a¦)"_s, backspace, u"\b"_s, u"(¦)"_s},
        {"a bracket is closed", u"a ¦"_s, none, u"("_s, u"a (¦)"_s},
        {"a brace is closed", u"¦"_s, none, u"{"_s, u"{¦}"_s},
        {"a closing one is stepped over", u"(a¦)"_s, none, u")"_s, u"(a)¦"_s},
        {"a backtick is closed", u"a ¦"_s, none, u"`"_s, u"a `¦`"_s},
        {"an apostrophe is not", u"it¦"_s, none, u"'"_s, u"it'¦"_s},
        {"stars around a selection", u"a ⟦b⟧ c"_s, none, u"*"_s, u"a *⟦b⟧* c"_s},
        {"dollars around a selection", u"⟦x⟧"_s, none, u"$"_s, u"$⟦x⟧$"_s},
        {"a letter replaces a selection", u"a ⟦b⟧"_s, none, u"x"_s, u"a x¦"_s},
        {"AltGr types", u"¦"_s, Qt::CTRL | Qt::ALT | Qt::Key_BracketLeft, u"["_s, u"[¦]"_s},
        {"Ctrl with a sign types nothing", u"a¦"_s, Qt::CTRL | Qt::Key_BracketLeft, u"["_s,
         u"a¦"_s},
    };
    return rows;
}

QColor pixelAt(const SourceEditor &editor, const QPoint &at)
{
    return editor.viewport()->grab().toImage().pixelColor(at);
}

} // namespace

/// Keys as they come from a keyboard, and what is painted behind and beside the text.
class EditorKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void keys_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < keyRows().size(); ++i)
            QTest::newRow(keyRows().at(i).name) << i;
    }

    void keys()
    {
        QFETCH(int, row);
        const KeyRow &key = keyRows().at(row);
        EditorWindow w;
        w.load(key.before);
        const QString before = w.editor.text();
        QTest::sendKeyEvent(QTest::Click, &w.editor, key.key.key(), key.text,
                            key.key.keyboardModifiers());
        QCOMPARE(w.marked(), key.after);
        while (w.editor.document()->isUndoAvailable())
            w.editor.undo();
        QCOMPARE(w.editor.text(), before);
    }

    void whatAnInputMethodComposesIsText()
    {
        EditorWindow w;
        w.load(u"**a**¦ b"_s);
        const QColor strong = w.theme.color(ColorRole::SyntaxStrong);
        QInputMethodEvent composing(u"かん"_s, {});
        QApplication::sendEvent(&w.editor, &composing);
        QCOMPARE(w.editor.text(), u"**a** b"_s); // not yet
        QInputMethodEvent done;
        done.setCommitString(u"漢"_s);
        QApplication::sendEvent(&w.editor, &done);
        QCOMPARE(w.editor.text(), u"**a**漢 b"_s);
        bool isStrong = false;
        for (const QTextLayout::FormatRange &range :
             w.editor.document()->firstBlock().layout()->formats())
            isStrong = isStrong || range.format.foreground().color() == strong;
        QVERIFY(isStrong);
    }

    void theLineWithTheCursorIsMarked()
    {
        EditorWindow w;
        w.load(u"¦one\ntwo"_s);
        const QRectF first = w.editor.blockGeometry(w.editor.document()->firstBlock());
        const QRectF second = w.editor.blockGeometry(w.editor.document()->lastBlock());
        const int right = w.editor.viewport()->width() - 4;
        const QPoint onFirst(right, int(first.center().y()));
        const QPoint onSecond(right, int(second.center().y()));
        const QColor marked = w.theme.color(ColorRole::EditorCurrentLine);
        QCOMPARE(pixelAt(w.editor, onFirst), marked);
        QVERIFY(pixelAt(w.editor, onSecond) != marked);
        w.editor.moveCursor(QTextCursor::End);
        QCOMPARE(pixelAt(w.editor, onSecond), marked);
        QVERIFY(pixelAt(w.editor, onFirst) != marked);
        w.editor.setLocked(true); // nobody writes there
        QVERIFY(pixelAt(w.editor, onSecond) != marked);
    }

    void aSelectionHasNoStripes()
    {
        EditorWindow w;
        w.load(u"⟦wide enough\nto be seen⟧"_s);
        const QRectF first = w.editor.blockGeometry(w.editor.document()->firstBlock());
        const QImage picture = w.editor.viewport()->grab().toImage();
        const QColor selected = w.editor.palette().color(QPalette::Highlight);
        // Down a column where no letter is: through the room between the lines.
        const int x = picture.width() - 4;
        for (int y = int(first.top()) + 1; y < int(first.bottom()) - 1; ++y)
            QCOMPARE(picture.pixelColor(x, y), selected);
    }

    void lineNumbersHaveTheirRoom()
    {
        EditorWindow w;
        w.load(u"¦"_s + u"line\n"_s.repeated(150));
        auto *numbers = w.editor.findChild<LineNumberArea *>();
        const int textLeft = w.editor.viewport()->x();
        QVERIFY(!numbers->isVisible());
        w.editor.setLineNumbersShown(true);
        QVERIFY(numbers->isVisible());
        QCOMPARE(w.editor.viewport()->x(), textLeft + numbers->widthFor(151));
        QVERIFY(numbers->widthFor(9'999) > numbers->widthFor(151));
        QCOMPARE(numbers->widthFor(1), numbers->widthFor(99)); // does not jump at ten lines
        // Its background and digits, while the text scrolls under it.
        const QColor gutter = w.theme.color(ColorRole::EditorGutter);
        w.editor.verticalScrollBar()->setValue(100);
        const QImage picture = numbers->grab().toImage();
        QCOMPARE(picture.pixelColor(1, 1), gutter);
        bool hasDigits = false;
        for (int x = 0; x < picture.width() && !hasDigits; ++x) {
            for (int y = 0; y < picture.height() && !hasDigits; ++y)
                hasDigits = picture.pixelColor(x, y) != gutter;
        }
        QVERIFY(hasDigits);
        w.editor.setLineNumbersShown(false);
        QCOMPARE(w.editor.viewport()->x(), textLeft);
    }

    void loadingForgetsWhatWasThere()
    {
        EditorWindow w;
        w.load(u"old¦"_s);
        w.type(u" text"_s);
        w.editor.loadText(u"new\ntext"_s);
        QCOMPARE(w.editor.text(), u"new\ntext"_s);
        QVERIFY(!w.editor.document()->isUndoAvailable());
        QCOMPARE(w.editor.textCursor().position(), 0);
        w.editor.loadText({});
        QCOMPARE(w.editor.text(), QString());
    }

    void placesOutsideTheTextAreItsEnds()
    {
        EditorWindow w;
        w.load(u"¦a\nb\nc"_s);
        w.editor.goToLine(-5);
        QCOMPARE(w.editor.textCursor().blockNumber(), 0);
        w.editor.goToLine(500);
        QCOMPARE(w.editor.textCursor().blockNumber(), 2);
        w.editor.scrollToLine(-3.5);
        QVERIFY(w.editor.topLine() < 1);
        w.editor.scrollToLine(1e6);
        QVERIFY(w.editor.lineAtViewport(1.0) <= 3);
    }

    void theCursorsPlaceIsKnown()
    {
        EditorWindow w;
        w.load(u"¦"_s + u"word "_s.repeated(200) + u"\nend"_s);
        QCOMPARE(w.editor.cursorLine(), 0.0);
        const double top = w.editor.cursorViewportFraction();
        w.editor.moveCursor(QTextCursor::EndOfBlock);
        QVERIFY(w.editor.cursorLine() > 0.5 && w.editor.cursorLine() < 1.0); // a wrapped line
        QVERIFY(w.editor.cursorViewportFraction() > top);
        w.editor.moveCursor(QTextCursor::End);
        QCOMPARE(w.editor.cursorLine(), 1.0);
    }
};

QTEST_MAIN(EditorKeysTest)
#include "test_editor_keys.moc"
