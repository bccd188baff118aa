#pragma once

#include "core/runs/console_text.h"

#include <QByteArrayView>

#include <array>
#include <deque>

namespace plotleaf {

/// A terminal of which the last lines are kept: carriage returns write over the line, and the
/// escape sequences of progress bars (cursor up, down, left and right, erase) are followed, the
/// others dropped. Each stream has a cursor of its own; lines stand in the order in which they
/// began.
///
/// Not thread-safe.
class WandbConsole
{
public:
    static constexpr size_t maxLines = 2000;
    static constexpr qsizetype maxCharacters = 256 * 1024; ///< of all lines
    static constexpr qsizetype maxColumn = 8 * 1024;       ///< what a line has beyond is dropped

    enum class Stream { Error = 0, Output = 1, Logger = 2 };

    /// `utf8` may be any part of a line or several lines.
    void add(Stream stream, QByteArrayView utf8, double wall);

    bool isEmpty() const { return m_lines.empty(); }
    ConsoleText text() const;

private:
    struct Cursor
    {
        qint64 line = -1; ///< counted from the first ever; -1: the next new one
        qsizetype column = 0;
        QString escape; ///< a sequence whose end has not come yet
    };
    struct Line
    {
        ConsoleLine shown;
        Stream stream = Stream::Output;
    };

    void control(Stream stream, Cursor &cursor, QChar character);
    void continueEscape(Stream stream, Cursor &cursor, QChar character);
    void follow(Stream stream, Cursor &cursor);
    void write(Stream stream, Cursor &cursor, QStringView text);
    void erase(const Cursor &cursor, int mode);
    void move(Stream stream, Cursor &cursor, int lines);
    Line *lineOf(const Cursor &cursor);
    Line &lineToWrite(Stream stream, Cursor &cursor);
    void dropFirstLines();

    std::deque<Line> m_lines;
    qint64 m_leftOut = 0;
    qsizetype m_characters = 0;
    double m_wall = 0; ///< of what is being added
    std::array<Cursor, 3> m_cursors;
};

} // namespace plotleaf
