#include "support/editor_window.h"
#include "ui/editor/cheat_sheet.h"
#include "ui/editor/table_grid.h"
#include "ui/editor/table_size_picker.h"

#include <QSignalSpy>
#include <QToolBar>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// Each action where people use it, by its own trigger or shortcut, with undo and redo afterwards.
class EditorActionsTest : public QObject
{
    Q_OBJECT

private slots:
    void actions_data();
    void actions();
    void everyActionHasItsKey_data();
    void everyActionHasItsKey();
    void lockedActionsAreGrey();
    void undoAndRedoFollowTheText();
    void aLockedTextIsNotUndone();
    void imageAndPanelAreAskedFor();
    void tableSizeIsPickedWithKeysAndMouse();
    void tableButtonShowsTheSizes();
    void cheatSheetClosesWithEscape();
};

void EditorActionsTest::actions_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &action, const QString &before,
                        const QString &after) { QTest::newRow(name) << action << before << after; };
    // Empty lines.
    row("bold, empty text", u"bold"_s, u"¦"_s, u"**¦**"_s);
    row("italic, empty line", u"italic"_s, u"a\n¦\nb"_s, u"a\n*¦*\nb"_s);
    row("code, empty line", u"code"_s, u"¦"_s, u"`¦`"_s);
    row("link, empty line", u"link"_s, u"¦"_s, u"[¦]()"_s);
    row("quote, empty line", u"quote"_s, u"a\n\n¦"_s, u"a\n\n> ¦"_s);
    row("bullets, empty line", u"bullets"_s, u"¦"_s, u"- ¦"_s);
    row("tasks, empty line", u"tasks"_s, u"¦"_s, u"- [ ] ¦"_s);
    row("heading, empty line", u"heading2"_s, u"¦"_s, u"## ¦"_s);
    row("rule, empty text", u"rule"_s, u"¦"_s, u"---\n\n¦"_s);
    row("code block, empty text", u"codeBlock"_s, u"¦"_s, u"```\n¦\n```"_s);
    // Several lines, with empty ones and a half-selected one.
    row("strike over lines", u"strikethrough"_s, u"o⟦ne\n\ntw⟧o"_s, u"o~~⟦ne~~\n\n~~tw⟧~~o"_s);
    row("bold over a heading and a list", u"bold"_s, u"⟦# one\n- two⟧"_s,
        u"⟦# **one**\n- **two⟧**"_s);
    row("code over lines", u"code"_s, u"⟦a\nb⟧"_s, u"`⟦a`\n`b⟧`"_s);
    row("numbers over lines", u"numbers"_s, u"⟦a\nb\n\nc⟧"_s, u"1. ⟦a\n2. b\n\n3. c⟧"_s);
    row("tasks of bullets", u"tasks"_s, u"⟦- a\n* b⟧"_s, u"⟦- [ ] a\n- [ ] b⟧"_s);
    row("headings off", u"paragraph"_s, u"⟦# a\n\n### b⟧"_s, u"⟦a\n\nb⟧"_s);
    row("duplicate lines", u"duplicateLine"_s, u"⟦a\nb⟧\nc"_s, u"a\nb\n⟦a\nb⟧\nc"_s);
    row("move lines down", u"moveLineDown"_s, u"⟦a\nb⟧\nc"_s, u"c\n⟦a\nb⟧"_s);
    row("move lines up", u"moveLineUp"_s, u"a\n⟦b\nc⟧\nd"_s, u"⟦b\nc⟧\na\nd"_s);
    row("code block around a list", u"codeBlock"_s, u"⟦- a\n- b⟧"_s, u"```\n⟦- a\n- b⟧\n```"_s);
    // Nested lists and quotes.
    row("bold in a nested item", u"bold"_s, u"- a\n  - ⟦b c⟧\n"_s, u"- a\n  - **⟦b c⟧**\n"_s);
    row("nested bullets to numbers", u"numbers"_s, u"- a\n  ⟦- b\n  - c⟧"_s,
        u"- a\n  ⟦1. b\n  2. c⟧"_s);
    row("nested bullet off", u"bullets"_s, u"- a\n  - ¦b"_s, u"- a\n  ¦b"_s);
    row("task in a quote", u"tasks"_s, u"> ¦a"_s, u"> - [ ] ¦a"_s);
    row("quote in a quote off", u"quote"_s, u"> > ¦a"_s, u"> ¦a"_s);
    row("heading in a list", u"heading3"_s, u"- ¦a"_s, u"- ### ¦a"_s);
    // Where text must be kept apart.
    row("table below text", u"table"_s, u"a¦\nb"_s,
        u"a\n\n| ⟦Column 1⟧ | Column 2 | Column 3 |\n| -------- | -------- | -------- |\n"
        "|          |          |          |\n|          |          |          |\n\nb"_s);
    row("rule between lines", u"rule"_s, u"a¦\nb"_s, u"a\n\n---\n¦\n\nb"_s);
    // Letters outside the basic plane are one letter.
    row("bold an emoji", u"bold"_s, u"⟦🌿⟧"_s, u"**⟦🌿⟧**"_s);
}

void EditorActionsTest::actions()
{
    QFETCH(QString, action);
    QFETCH(QString, before);
    QFETCH(QString, after);
    EditorWindow w;
    w.load(before);
    const QString text = w.editor.text();
    w.action(action)->trigger();
    QCOMPARE(w.marked(), after);
    w.action(u"undo"_s)->trigger();
    QCOMPARE(w.editor.text(), text);
    QVERIFY(!w.action(u"undo"_s)->isEnabled()); // it was one step
    w.action(u"redo"_s)->trigger();
    QCOMPARE(w.editor.text(), parseMarked(after).text);
}

void EditorActionsTest::everyActionHasItsKey_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QKeyCombination>("key");
    const auto row = [](const char *name, QKeyCombination key) {
        QTest::newRow(name) << QString::fromLatin1(name) << key;
    };
    const auto shifted = Qt::CTRL | Qt::SHIFT;
    row("bold", Qt::CTRL | Qt::Key_B);
    row("italic", Qt::CTRL | Qt::Key_I);
    row("strikethrough", shifted | Qt::Key_X);
    row("code", Qt::CTRL | Qt::Key_E);
    row("cycleHeading", shifted | Qt::Key_H);
    for (int level = 1; level <= 6; ++level)
        row(qPrintable(u"heading%1"_s.arg(level)), Qt::CTRL | Qt::Key(Qt::Key_0 + level));
    row("quote", shifted | Qt::Key_Q);
    row("bullets", shifted | Qt::Key_8);
    row("numbers", shifted | Qt::Key_7);
    row("tasks", shifted | Qt::Key_9);
    row("codeBlock", shifted | Qt::Key_K);
    row("link", Qt::CTRL | Qt::Key_K);
    row("table", shifted | Qt::Key_T);
    row("rule", shifted | Qt::Key_R);
    row("duplicateLine", Qt::CTRL | Qt::Key_D);
    row("moveLineUp", Qt::ALT | Qt::Key_Up);
    row("moveLineDown", Qt::ALT | Qt::Key_Down);
}

void EditorActionsTest::everyActionHasItsKey()
{
    QFETCH(QString, action);
    QFETCH(QKeyCombination, key);
    const QString text = u"- a\n- ⟦b⟧\n- c"_s;
    EditorWindow triggered;
    triggered.load(text);
    triggered.action(action)->trigger();
    EditorWindow pressed;
    pressed.load(text);
    QTest::keyClick(&pressed.editor, key.key(), key.keyboardModifiers());
    QCOMPARE(pressed.marked(), triggered.marked());
    QVERIFY(pressed.marked() != text);
}

void EditorActionsTest::lockedActionsAreGrey()
{
    EditorWindow w;
    w.load(u"⟦a⟧"_s);
    w.editor.setLocked(true);
    w.actions.setLocked(true);
    for (QAction *action : w.actions.format() + w.actions.insert()) {
        if (!action->isSeparator())
            QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    }
    for (const QString &name : {u"find"_s, u"findNext"_s, u"goToLine"_s})
        QVERIFY2(w.action(name)->isEnabled(), qPrintable(name));
    w.editor.setLocked(false);
    w.actions.setLocked(false);
    w.action(u"bold"_s)->trigger();
    QCOMPARE(w.editor.text(), u"**a**"_s);
}

void EditorActionsTest::undoAndRedoFollowTheText()
{
    EditorWindow w;
    w.load(u"¦"_s);
    QAction *undo = w.action(u"undo"_s);
    QAction *redo = w.action(u"redo"_s);
    QVERIFY(!undo->isEnabled() && !redo->isEnabled());
    w.type(u"a"_s);
    QVERIFY(undo->isEnabled() && !redo->isEnabled());
    undo->trigger();
    QVERIFY(!undo->isEnabled() && redo->isEnabled());
    w.load(u"another text¦"_s); // what was typed before belongs to the other text
    QVERIFY(!undo->isEnabled() && !redo->isEnabled());
}

void EditorActionsTest::aLockedTextIsNotUndone()
{
    EditorWindow w;
    w.load(u"¦"_s);
    w.action(u"bold"_s)->trigger();
    w.action(u"italic"_s)->trigger();
    w.action(u"undo"_s)->trigger();
    const QString text = w.editor.text();
    QAction *undo = w.action(u"undo"_s);
    QAction *redo = w.action(u"redo"_s);
    QVERIFY(undo->isEnabled() && redo->isEnabled());
    w.editor.setLocked(true);
    w.actions.setLocked(true);
    QVERIFY(!undo->isEnabled() && !redo->isEnabled());
    emit w.editor.undoAvailable(true);
    emit w.editor.redoAvailable(true);
    QVERIFY(!undo->isEnabled() && !redo->isEnabled());
    // Without the actions the keys come to the editor itself.
    QTest::keyClick(&w.editor, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.editor.text(), text);
    QTest::keyClick(&w.editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(w.editor.text(), text);
    w.editor.setLocked(false);
    w.actions.setLocked(false);
    QVERIFY(undo->isEnabled() && redo->isEnabled());
    undo->trigger();
    QCOMPARE(w.editor.text(), QString());
}

void EditorActionsTest::imageAndPanelAreAskedFor()
{
    EditorWindow w;
    w.load(u"¦"_s);
    QSignalSpy images(&w.actions, &EditorActions::imageWanted);
    QSignalSpy panels(&w.actions, &EditorActions::panelWanted);
    QSignalSpy lines(&w.actions, &EditorActions::goToLineWanted);
    QTest::keyClick(&w.editor, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&w.editor, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&w.editor, Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(images.size(), 1);
    QCOMPARE(panels.size(), 1);
    QCOMPARE(lines.size(), 1);
}

void EditorActionsTest::tableSizeIsPickedWithKeysAndMouse()
{
    EditorWindow w;
    w.load(u"¦"_s);
    auto *picker = qobject_cast<TableSizePicker *>(w.action(u"table"_s)->menu());
    auto *grid = picker->findChild<TableGrid *>();
    picker->popup(w.window.mapToGlobal(QPoint()));
    QTest::keyClick(grid, Qt::Key_Left);
    QTest::keyClick(grid, Qt::Key_Up);
    QTest::keyClick(grid, Qt::Key_Up); // not below one
    QVERIFY(grid->accessibleName().contains(u"2 columns"_s));
    QTest::keyClick(grid, Qt::Key_Return);
    QVERIFY(!picker->isVisible());
    QCOMPARE(w.editor.text(), u"| Column 1 | Column 2 |\n| -------- | -------- |\n"
                              "|          |          |"_s);
    w.load(u"¦"_s);
    picker->popup(w.window.mapToGlobal(QPoint()));
    // Far below the grid: as large as there is.
    QTest::mouseClick(grid, Qt::LeftButton, {}, QPoint(500, 900));
    QCOMPARE(w.editor.text().count(u'\n'), 9);
    QVERIFY(w.editor.text().contains(u"Column 8"_s) && !w.editor.text().contains(u"Column 9"_s));
}

void EditorActionsTest::tableButtonShowsTheSizes()
{
    EditorWindow w;
    QToolBar bar;
    w.actions.fillToolBar(bar);
    auto *button = qobject_cast<QToolButton *>(bar.widgetForAction(w.action(u"table"_s)));
    QCOMPARE(button->popupMode(), QToolButton::InstantPopup);
    QVERIFY(button->menu() || w.action(u"table"_s)->menu());
}

void EditorActionsTest::cheatSheetClosesWithEscape()
{
    EditorWindow w;
    QPointer<CheatSheet> sheet = new CheatSheet(w.theme, &w.window);
    sheet->show();
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(sheet.isNull(), hangMs);
}

QTEST_MAIN(EditorActionsTest)
#include "test_editor_actions.moc"
