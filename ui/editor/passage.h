#pragma once

#include "ui/editor/markdown_lexer.h"

#include <QString>
#include <QTextCursor>
#include <QVector>

#include <functional>

namespace plotleaf {

/// A few whole lines of a text with the selection in them: what an editing command works on. A
/// value, so that commands are plain functions from passage to passage and can be tested without a
/// widget.
///
/// Lines are separated by '\n'; positions count UTF-16 units from the passage's start. The line
/// before the selection and the one after it are part of the passage, because commands look at
/// them.
struct Passage
{
    QString text;
    int anchor = 0;            ///< where the selection was begun
    int position = 0;          ///< where the cursor is; equal to anchor: nothing is selected
    MarkdownState before = {}; ///< what the lines above the passage mean for its first one

    bool hasSelection() const { return anchor != position; }
    int selectionStart() const { return qMin(anchor, position); }
    int selectionEnd() const { return qMax(anchor, position); }
    QString selectedText() const
    {
        return text.mid(selectionStart(), selectionEnd() - selectionStart());
    }

    friend bool operator==(const Passage &, const Passage &) = default;
};

/// A line of a passage: [start, end) without its line feed.
struct LineSpan
{
    int start = 0;
    int end = 0;
};

/// The line that holds `position`.
LineSpan lineAt(const QString &text, int position);

/// The lines that the selection touches. A selection that ends at the start of a line does not
/// touch that line.
QVector<LineSpan> selectedLines(const Passage &passage);

/// One replacement in a passage: [start, end) by `text`.
struct TextEdit
{
    int start = 0;
    int end = 0;
    QString text;
    /// A position exactly where something is inserted stays before it; else it goes behind it.
    bool keepBefore = false;
};

/// Makes the edits, which are in order and do not overlap, in one pass, and moves the selection
/// with the text.
Passage applyEdits(const Passage &passage, const QVector<TextEdit> &edits);

using PassageCommand = std::function<Passage(const Passage &)>;

/// Runs `command` on the lines around the cursor's selection and edits the document where the
/// result differs, as one step of undo. Returns the cursor with the new selection.
QTextCursor applyToDocument(const QTextCursor &cursor, const PassageCommand &command);

/// The passage around the cursor's selection, as applyToDocument would hand it to a command.
Passage passageAround(const QTextCursor &cursor);

} // namespace plotleaf
