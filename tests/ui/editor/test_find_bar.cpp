#include "support/editor_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// The find bar over an editor, with the keys that people use.
class FindBarTest : public QObject
{
    Q_OBJECT

    static QLineEdit *field(const EditorWindow &w)
    {
        return w.findBar.findChild<QLineEdit *>(u"findPattern"_s);
    }
    static void waitForCount(const EditorWindow &w, const QString &text)
    {
        auto *count = w.findBar.findChild<QLabel *>(u"findCount"_s);
        if (!QTest::qWaitFor([&] { return count->text() == text; }, hangMs))
            qFatal("the count is “%s”", qPrintable(count->text()));
    }
    static void setOption(const EditorWindow &w, const QString &name, bool on)
    {
        for (auto *option : w.findBar.findChildren<QToolButton *>()) {
            if (option->isCheckable() && option->accessibleName() == name)
                option->setChecked(on);
        }
    }

private slots:
    void opensWithTheSelectedWords()
    {
        EditorWindow w;
        w.load(u"the ⟦loss⟧ is a loss"_s);
        QTest::keyClick(&w.editor, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(w.findBar.isVisible());
        QVERIFY(field(w)->hasFocus());
        QCOMPARE(field(w)->selectedText(), u"loss"_s); // the next word typed replaces it
        waitForCount(w, u"1 of 2"_s);
        // Lines are not looked for.
        w.editor.setFocus();
        w.load(u"⟦two\nlines⟧"_s);
        w.findBar.openFind();
        QCOMPARE(field(w)->text(), u"loss"_s);
    }

    void f3GoesOnWithoutTheBar()
    {
        EditorWindow w;
        w.load(u"¦a b a b a"_s);
        w.findBar.openFind();
        field(w)->setText(u"a"_s);
        QTest::keyClick(field(w), Qt::Key_Escape);
        QVERIFY(!w.findBar.isVisible() && w.editor.hasFocus());
        QTest::keyClick(&w.editor, Qt::Key_F3);
        QTest::keyClick(&w.editor, Qt::Key_F3);
        QCOMPARE(w.marked(), u"a b ⟦a⟧ b a"_s);
        QTest::keyClick(&w.editor, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(w.marked(), u"⟦a⟧ b a b a"_s);
        QTest::keyClick(&w.editor, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(w.marked(), u"a b a b ⟦a⟧"_s);
    }

    void optionsNarrow()
    {
        EditorWindow w;
        w.load(u"¦Loss loss lossless LOSS"_s);
        w.findBar.openFind();
        field(w)->setText(u"loss"_s);
        waitForCount(w, u"4 found"_s);
        setOption(w, u"Match case"_s, true);
        waitForCount(w, u"2 found"_s);
        setOption(w, u"Whole words"_s, true);
        waitForCount(w, u"1 found"_s);
        field(w)->setText(u"gain"_s);
        waitForCount(w, u"none"_s);
        field(w)->clear();
        waitForCount(w, QString());
        QVERIFY(w.editor.extraSelections().isEmpty());
    }

    void aBrokenExpressionIsExplained()
    {
        EditorWindow w;
        w.load(u"¦a(b"_s);
        w.findBar.openFind();
        setOption(w, u"Regular expression"_s, true);
        field(w)->setText(u"("_s);
        waitForCount(w, u"not valid"_s);
        QVERIFY(!field(w)->toolTip().isEmpty());
        QTest::keyClick(field(w), Qt::Key_Return);
        QCOMPARE(w.marked(), u"¦a(b"_s);
        field(w)->setText(u"\\("_s);
        waitForCount(w, u"1 found"_s);
        QVERIFY(field(w)->toolTip().isEmpty());
        // What is selected is looked for as it is, not as an expression.
        w.load(u"x⟦(⟧x"_s);
        w.findBar.openFind();
        QCOMPARE(field(w)->text(), u"\\("_s);
    }

    void expressionsThatMatchNothingEnd()
    {
        EditorWindow w;
        w.load(u"¦aab"_s);
        w.findBar.openFind();
        setOption(w, u"Regular expression"_s, true);
        field(w)->setText(u"x*"_s);
        for (int i = 0; i < 5; ++i)
            w.findBar.findNext();
        w.findBar.openReplace();
        w.findBar.findChild<QLineEdit *>(u"findReplacement"_s)->setText(u"-"_s);
        w.findBar.findChild<QPushButton *>(u"replaceAll"_s)->click();
        QCOMPARE(w.editor.text(), u"-a-a-b-"_s);
    }

    void onlyWhatIsSeenIsMarked()
    {
        EditorWindow w;
        w.load(u"¦"_s + u"needle\n"_s.repeated(5'000));
        w.findBar.openFind();
        field(w)->setText(u"needle"_s);
        const qsizetype marks = w.editor.extraSelections().size();
        QVERIFY(marks > 3 && marks < 200);
        waitForCount(w, u"5000 found"_s);
        w.editor.verticalScrollBar()->setValue(w.editor.verticalScrollBar()->maximum());
        QVERIFY(w.editor.extraSelections().last().cursor.selectionStart() > 30'000);
    }

    void theCountHasALimit()
    {
        EditorWindow w;
        w.load(u"¦"_s + u"a"_s.repeated(20'000));
        w.findBar.openFind();
        field(w)->setText(u"a"_s);
        waitForCount(w, u"more than 9998"_s);
    }

    void marksFollowTheText()
    {
        EditorWindow w;
        w.load(u"loss¦"_s);
        w.findBar.openFind();
        field(w)->setText(u"loss"_s);
        waitForCount(w, u"1 found"_s);
        w.editor.setFocus();
        w.type(u" loss"_s);
        QCOMPARE(w.editor.extraSelections().size(), 2);
        waitForCount(w, u"2 found"_s);
    }

    void replacesByKeys()
    {
        EditorWindow w;
        w.load(u"¦a1 a2 a3"_s);
        QTest::keyClick(&w.editor, Qt::Key_H, Qt::ControlModifier);
        auto *replacement = w.findBar.findChild<QLineEdit *>(u"findReplacement"_s);
        QVERIFY(replacement->isVisible());
        setOption(w, u"Regular expression"_s, true);
        field(w)->setText(u"a(\\d)"_s);
        replacement->setText(u"\\1b"_s);
        replacement->setFocus();
        QTest::keyClick(replacement, Qt::Key_Return); // goes to the first
        QTest::keyClick(replacement, Qt::Key_Return);
        QCOMPARE(w.marked(), u"1b ⟦a2⟧ a3"_s);
        w.editor.undo();
        QCOMPARE(w.editor.text(), u"a1 a2 a3"_s);
    }

    void aLockedTextIsOnlySearched()
    {
        EditorWindow w;
        w.load(u"¦a b"_s);
        w.editor.setLocked(true);
        w.findBar.openReplace();
        QVERIFY(w.findBar.isVisible());
        QVERIFY(!w.findBar.findChild<QLineEdit *>(u"findReplacement"_s)->isVisible());
        field(w)->setText(u"b"_s);
        w.findBar.findNext();
        QCOMPARE(w.marked(), u"a ⟦b⟧"_s);
    }
};

QTEST_MAIN(FindBarTest)
#include "test_find_bar.moc"
