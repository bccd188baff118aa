#include "ui/editor/editor_actions.h"

#include "ui/editor/block_commands.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/inline_commands.h"
#include "ui/editor/line_commands.h"
#include "ui/editor/source_editor.h"
#include "ui/editor/table_size_picker.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace plotleaf {

using namespace Qt::StringLiterals;
using inline_commands::Emphasis;
using line_commands::ListKind;

EditorActions::EditorActions(SourceEditor &editor,
                             FindBar &findBar,
                             const Theme &theme,
                             QObject *parent)
    : QObject(parent), m_editor(editor), m_findBar(findBar), m_theme(theme)
{
    makeEdit();
    makeFormat();
    makeHeadings();
    makeBlocks();
    makeInsert();
}

QAction *EditorActions::add(QList<QAction *> &group, const Spec &spec, std::function<void()> run)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.name);
    action->setShortcut(spec.shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QString tip = spec.text;
    tip.remove(u'&');
    if (!spec.shortcut.isEmpty())
        tip += u" ("_s + spec.shortcut.toString(QKeySequence::NativeText) + u')';
    action->setToolTip(tip);
    if (!spec.icon.isEmpty())
        action->setIcon(m_theme.icon(spec.icon));
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    group.append(action);
    if (spec.changesText)
        m_changing.append(action);
    return action;
}

void EditorActions::addSeparator(QList<QAction *> &group)
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    group.append(separator);
}

void EditorActions::makeEdit()
{
    SourceEditor *editor = &m_editor;
    QAction *undo = add(m_edit, {u"undo"_s, tr("&Undo"), u"undo-2"_s, QKeySequence::Undo},
                        [editor] { editor->undo(); });
    QAction *redo = add(m_edit, {u"redo"_s, tr("&Redo"), u"redo-2"_s, QKeySequence::Redo},
                        [editor] { editor->redo(); });
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(editor, &QPlainTextEdit::undoAvailable, this, &EditorActions::showUndo);
    connect(editor, &QPlainTextEdit::redoAvailable, this, &EditorActions::showUndo);
    m_changing.removeAll(undo);
    m_changing.removeAll(redo);
    addSeparator(m_edit);
    add(m_edit, {u"find"_s, tr("&Find…"), u"search"_s, QKeySequence::Find, false},
        [this] { m_findBar.openFind(); });
    add(m_edit, {u"replace"_s, tr("R&eplace…"), u"replace"_s, QKeySequence(Qt::CTRL | Qt::Key_H)},
        [this] { m_findBar.openReplace(); });
    add(m_edit, {u"findNext"_s, tr("Find &next"), {}, QKeySequence(Qt::Key_F3), false},
        [this] { m_findBar.findNext(); });
    add(m_edit,
        {u"findPrevious"_s, tr("Find &previous"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F3), false},
        [this] { m_findBar.findPrevious(); });
    add(m_edit, {u"goToLine"_s, tr("&Go to line…"), {}, QKeySequence(Qt::CTRL | Qt::Key_G), false},
        [this] { emit goToLineWanted(); });
    addSeparator(m_edit);
    add(m_edit,
        {u"complete"_s, tr("&Complete in a panel"), {}, QKeySequence(Qt::CTRL | Qt::Key_Space)},
        [this] { emit completionWanted(); });
    add(m_edit, {u"duplicateLine"_s, tr("&Duplicate line"), {}, QKeySequence(Qt::CTRL | Qt::Key_D)},
        [editor] { editor->apply(line_commands::duplicate); });
    add(m_edit, {u"moveLineUp"_s, tr("&Move line up"), {}, QKeySequence(Qt::ALT | Qt::Key_Up)},
        [editor] { editor->apply(line_commands::moveUp); });
    add(m_edit,
        {u"moveLineDown"_s, tr("Move line do&wn"), {}, QKeySequence(Qt::ALT | Qt::Key_Down)},
        [editor] { editor->apply(line_commands::moveDown); });
}

void EditorActions::makeFormat()
{
    SourceEditor *editor = &m_editor;
    const auto emphasis = [editor](Emphasis kind) {
        editor->apply([kind](const Passage &passage) {
            return inline_commands::toggleEmphasis(passage, kind);
        });
    };
    add(m_format, {u"bold"_s, tr("&Bold"), u"bold"_s, QKeySequence::Bold},
        [emphasis] { emphasis(Emphasis::Bold); });
    add(m_format, {u"italic"_s, tr("&Italic"), u"italic"_s, QKeySequence::Italic},
        [emphasis] { emphasis(Emphasis::Italic); });
    add(m_format,
        {u"strikethrough"_s, tr("&Strikethrough"), u"strikethrough"_s,
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X)},
        [emphasis] { emphasis(Emphasis::Strikethrough); });
    add(m_format, {u"code"_s, tr("&Code"), u"code"_s, QKeySequence(Qt::CTRL | Qt::Key_E)},
        [editor] { editor->apply(inline_commands::toggleCode); });
}

void EditorActions::makeHeadings()
{
    SourceEditor *editor = &m_editor;
    addSeparator(m_format);
    add(m_format,
        {u"cycleHeading"_s, tr("&Heading"), u"heading"_s,
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)},
        [editor] { editor->apply(line_commands::cycleHeading); });
    for (int level = 1; level <= 6; ++level) {
        const QKeySequence shortcut(Qt::CTRL | Qt::Key(Qt::Key_0 + level));
        add(m_format, {u"heading%1"_s.arg(level), tr("Heading &%1").arg(level), {}, shortcut},
            [editor, level] {
                editor->apply([level](const Passage &passage) {
                    return line_commands::setHeading(passage, level);
                });
            });
    }
    add(m_format,
        {u"paragraph"_s, tr("&Paragraph"), u"pilcrow"_s, QKeySequence(Qt::CTRL | Qt::Key_0)},
        [editor] {
            editor->apply(
                [](const Passage &passage) { return line_commands::setHeading(passage, 0); });
        });
}

void EditorActions::makeBlocks()
{
    SourceEditor *editor = &m_editor;
    const auto list = [editor](ListKind kind) {
        editor->apply(
            [kind](const Passage &passage) { return line_commands::toggleList(passage, kind); });
    };
    const auto shifted = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    addSeparator(m_format);
    add(m_format, {u"quote"_s, tr("&Quote"), u"text-quote"_s, shifted(Qt::Key_Q)},
        [editor] { editor->apply(line_commands::toggleQuote); });
    add(m_format, {u"bullets"_s, tr("B&ulleted list"), u"list"_s, shifted(Qt::Key_8)},
        [list] { list(ListKind::Bullet); });
    add(m_format, {u"numbers"_s, tr("&Numbered list"), u"list-ordered"_s, shifted(Qt::Key_7)},
        [list] { list(ListKind::Numbered); });
    add(m_format, {u"tasks"_s, tr("&Task list"), u"list-todo"_s, shifted(Qt::Key_9)},
        [list] { list(ListKind::Task); });
    add(m_format, {u"codeBlock"_s, tr("Code bl&ock"), u"square-code"_s, shifted(Qt::Key_K)},
        [editor] { editor->apply(block_commands::toggleCodeBlock); });
}

void EditorActions::makeInsert()
{
    SourceEditor *editor = &m_editor;
    const auto shifted = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    add(m_insert, {u"link"_s, tr("&Link"), u"link"_s, QKeySequence(Qt::CTRL | Qt::Key_K)},
        [editor] {
            editor->apply(
                [](const Passage &passage) { return inline_commands::toggleLink(passage); });
        });
    add(m_insert, {u"image"_s, tr("&Image…"), u"image"_s, shifted(Qt::Key_I)},
        [this] { emit imageWanted(); });
    QAction *table =
        add(m_insert, {u"table"_s, tr("&Table"), u"table"_s, shifted(Qt::Key_T)}, [editor] {
            editor->apply(
                [](const Passage &passage) { return block_commands::insertTable(passage, 2, 3); });
        });
    auto *picker = new TableSizePicker(m_theme, &m_editor);
    connect(picker, &TableSizePicker::picked, this, [editor](int rows, int columns) {
        editor->apply([=](const Passage &passage) {
            return block_commands::insertTable(passage, rows, columns);
        });
    });
    table->setMenu(picker);
    add(m_insert, {u"rule"_s, tr("&Rule"), u"minus"_s, shifted(Qt::Key_R)},
        [editor] { editor->apply(block_commands::insertRule); });
    addSeparator(m_insert);
    add(m_insert, {u"panel"_s, tr("&Panel with runs…"), u"chart-line"_s, shifted(Qt::Key_L)},
        [this] { emit panelWanted(); });
}

QAction *EditorActions::named(const QString &name) const
{
    return findChild<QAction *>(name, Qt::FindDirectChildrenOnly);
}

void EditorActions::fillToolBar(QToolBar &bar) const
{
    const QList<QStringList> groups{
        {u"undo"_s, u"redo"_s},
        {u"cycleHeading"_s, u"bold"_s, u"italic"_s, u"strikethrough"_s, u"code"_s, u"link"_s},
        {u"quote"_s, u"bullets"_s, u"numbers"_s, u"tasks"_s},
        {u"codeBlock"_s, u"image"_s, u"table"_s, u"rule"_s, u"panel"_s},
    };
    for (const QStringList &group : groups) {
        if (!bar.actions().isEmpty())
            bar.addSeparator();
        for (const QString &name : group) {
            bar.addAction(named(name));
            // A click on the table's button shows the sizes; the shortcut inserts one of the usual
            // size.
            auto *button = qobject_cast<QToolButton *>(bar.widgetForAction(named(name)));
            if (button != nullptr && named(name)->menu() != nullptr)
                button->setPopupMode(QToolButton::InstantPopup);
        }
    }
}

void EditorActions::setLocked(bool locked)
{
    for (QAction *action : m_changing)
        action->setEnabled(!locked);
    m_locked = locked;
    showUndo();
}

/// These two would change a text that is read only, too.
void EditorActions::showUndo()
{
    const QTextDocument &document = *m_editor.document();
    named(u"undo"_s)->setEnabled(!m_locked && document.isUndoAvailable());
    named(u"redo"_s)->setEnabled(!m_locked && document.isRedoAvailable());
}

} // namespace plotleaf
