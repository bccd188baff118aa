#include "ui/editor/source_keys.h"

#include "ui/editor/auto_pair.h"
#include "ui/editor/line_commands.h"
#include "ui/editor/source_editor.h"

#include <QKeyEvent>

namespace plotleaf {

namespace {

/// Applies what a command makes of the passage at the cursor; false: it makes nothing of it.
bool applyIfAny(SourceEditor &editor, const std::optional<Passage> &result)
{
    if (!result)
        return false;
    editor.apply([&](const Passage &) { return *result; });
    return true;
}

bool handlePlainKey(SourceEditor &editor, const QKeyEvent &event)
{
    const Passage passage = passageAround(editor.textCursor());
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return applyIfAny(editor, line_commands::continueLine(passage));
    case Qt::Key_Tab:
        editor.apply(line_commands::indent);
        return true;
    case Qt::Key_Backtab:
        editor.apply(line_commands::outdent);
        return true;
    case Qt::Key_Backspace:
        return applyIfAny(editor, deleteEmptyPair(passage));
    default:
        break;
    }
    const QString typed = event.text();
    return typed.size() == 1 && typed.at(0).isPrint() &&
           applyIfAny(editor, autoPair(passage, typed.at(0)));
}

/// Keys that can do something here; for all others no passage needs to be looked at.
bool isInteresting(const QKeyEvent &event)
{
    const QString text = event.text();
    const bool isSign = text.size() == 1 && (text.at(0).isPunct() || text.at(0).isSymbol());
    return isSign || event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter ||
           event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab ||
           event.key() == Qt::Key_Backspace;
}

} // namespace

bool handleSourceKey(SourceEditor &editor, const QKeyEvent &event)
{
    if (editor.isReadOnly() || !isInteresting(event))
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    // AltGr types brackets on many keyboards and may come as Ctrl+Alt.
    const bool types =
        modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier ||
        (modifiers == (Qt::ControlModifier | Qt::AltModifier) && !event.text().isEmpty());
    const bool isShiftEnter = modifiers == Qt::ShiftModifier &&
                              (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
    if (isShiftEnter) {
        // Left to itself the editor would type U+2028, which is no line's end in Markdown.
        editor.insertText(QStringLiteral("\n"));
        return true;
    }
    return types && handlePlainKey(editor, event);
}

} // namespace plotleaf
