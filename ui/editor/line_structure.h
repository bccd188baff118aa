#pragma once

#include <QStringView>

namespace plotleaf {

/// What stands at the start of a Markdown line before its content.
///
///     "  > - [ ] buy milk"   quote "  > ", list marker "- ", task box "[ ] ", content from "buy"
struct LineStructure
{
    enum class List { None, Bullet, Numbered };

    int quoteEnd = 0; ///< after the quote marks and the space that follows them
    int indentEnd =
        0; ///< after the white space that follows the quote marks; where a list marker would start
    List list = List::None;
    QChar marker;   ///< '-', '*', '+' or the character after the number
    int number = 0; ///< of a numbered item
    int markerEnd =
        0; ///< after the list marker and the space that follows it; equal to indentEnd without one
    int taskBox = -1; ///< where a task's '[' is; -1: no task
    bool taskDone = false;
    int headingLevel = 0;
    int contentStart = 0; ///< after all of it

    bool isTask() const { return taskBox >= 0; }
    bool hasQuote() const { return quoteEnd > 0; }
};

/// Looks at one line only, so an indented code line that begins with "- " counts as a list item.
LineStructure parseLine(QStringView line);

/// A line of only ---, *** or ___ (three or more, spaces allowed).
bool isThematicBreak(QStringView line);

/// How many fence characters open or close a fenced code block here; 0: none.
int fenceLength(QStringView line);

} // namespace plotleaf
