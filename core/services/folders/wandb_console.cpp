#include "core/services/folders/wandb_console.h"

#include <algorithm>

namespace plotleaf {

namespace {

constexpr QChar escapeCharacter(0x1B);
constexpr qsizetype longestEscape = 64;
constexpr int mostLinesMoved = 200;

bool isControl(QChar character)
{
    return character < u' ' && character != u'\t';
}

} // namespace

void WandbConsole::add(Stream stream, QByteArrayView utf8, double wall)
{
    m_wall = wall;
    Cursor &cursor = m_cursors[static_cast<size_t>(stream)];
    const QString text = QString::fromUtf8(utf8);
    for (qsizetype i = 0; i < text.size();) {
        if (!cursor.escape.isEmpty()) {
            continueEscape(stream, cursor, text[i++]);
        } else if (isControl(text[i])) {
            control(stream, cursor, text[i++]);
        } else {
            const auto end = std::find_if(text.begin() + i, text.end(), isControl);
            const qsizetype size = end - text.begin() - i;
            write(stream, cursor, QStringView(text).sliced(i, size));
            i += size;
        }
        dropFirstLines();
    }
}

void WandbConsole::control(Stream stream, Cursor &cursor, QChar character)
{
    if (character == escapeCharacter) {
        cursor.escape = character;
    } else if (character == u'\r') {
        cursor.column = 0;
    } else if (character == u'\b') {
        cursor.column = std::max<qsizetype>(cursor.column - 1, 0);
    } else if (character == u'\n') {
        lineToWrite(stream, cursor);
        move(stream, cursor, 1);
        cursor.column = 0;
    }
}

void WandbConsole::continueEscape(Stream stream, Cursor &cursor, QChar character)
{
    cursor.escape += character;
    // "ESC [ parameters letter"; "ESC ] text BEL" names windows; of the others, which choose
    // character sets and the like, the last is no punctuation.
    const QChar kind = cursor.escape[1];
    const bool isFirst = cursor.escape.size() == 2;
    const bool ends = kind == u'['   ? !isFirst && character >= u'@' && character <= u'~'
                      : kind == u']' ? character == QChar(0x07)
                                     : character >= u'0';
    if (ends && kind == u'[')
        follow(stream, cursor);
    if (ends || cursor.escape.size() > longestEscape)
        cursor.escape.clear();
}

void WandbConsole::follow(Stream stream, Cursor &cursor)
{
    const QStringView parameter = QStringView(cursor.escape).sliced(2).chopped(1);
    bool isNumber = false;
    const int number = std::clamp(parameter.toInt(&isNumber), 0, static_cast<int>(maxColumn));
    const int distance = isNumber && number > 0 ? number : 1;
    switch (cursor.escape.back().toLatin1()) {
    case 'A':
        move(stream, cursor, -distance);
        break;
    case 'B':
        move(stream, cursor, distance);
        break;
    case 'C':
        cursor.column = std::min(cursor.column + distance, maxColumn);
        break;
    case 'D':
        cursor.column = std::max<qsizetype>(cursor.column - distance, 0);
        break;
    case 'G':
        cursor.column = distance - 1;
        break;
    case 'K':
        erase(cursor, isNumber ? number : 0);
        break;
    default:
        break; // colours and the like
    }
}

void WandbConsole::write(Stream stream, Cursor &cursor, QStringView text)
{
    QString &line = lineToWrite(stream, cursor).shown.text;
    const qsizetype before = line.size();
    if (cursor.column >= maxColumn)
        return;
    if (line.size() < cursor.column)
        line.resize(cursor.column, u' ');
    const QStringView kept = text.first(std::min(text.size(), maxColumn - cursor.column));
    line.replace(cursor.column, kept.size(), kept.data(), kept.size());
    cursor.column += kept.size();
    m_characters += line.size() - before;
}

void WandbConsole::erase(const Cursor &cursor, int mode)
{
    Line *line = lineOf(cursor);
    if (!line)
        return;
    QString &text = line->shown.text;
    const qsizetype before = text.size();
    if (mode == 2)
        text.clear();
    else if (mode == 1)
        std::fill_n(text.begin(), std::min(cursor.column, text.size()), u' ');
    else
        text.truncate(cursor.column);
    m_characters += text.size() - before;
}

void WandbConsole::move(Stream stream, Cursor &cursor, int lines)
{
    const qint64 end = m_leftOut + static_cast<qint64>(m_lines.size());
    const int direction = lines < 0 ? -1 : 1;
    for (int left = std::min(std::abs(lines), mostLinesMoved); left > 0; --left) {
        if (cursor.line < 0 && direction > 0)
            return;
        qint64 line = (cursor.line < 0 ? end : cursor.line) + direction;
        while (line >= m_leftOut && line < end &&
               m_lines[static_cast<size_t>(line - m_leftOut)].stream != stream)
            line += direction;
        if (line < m_leftOut)
            return;
        cursor.line = line < end ? line : -1;
    }
}

WandbConsole::Line *WandbConsole::lineOf(const Cursor &cursor)
{
    return cursor.line < m_leftOut ? nullptr
                                   : &m_lines[static_cast<size_t>(cursor.line - m_leftOut)];
}

WandbConsole::Line &WandbConsole::lineToWrite(Stream stream, Cursor &cursor)
{
    if (Line *line = lineOf(cursor))
        return *line;
    cursor.line = m_leftOut + static_cast<qint64>(m_lines.size());
    m_lines.push_back({{{}, stream == Stream::Error, m_wall}, stream});
    return m_lines.back();
}

void WandbConsole::dropFirstLines()
{
    while (m_lines.size() > maxLines || (m_characters > maxCharacters && m_lines.size() > 1)) {
        m_characters -= m_lines.front().shown.text.size();
        m_lines.pop_front();
        ++m_leftOut;
    }
}

ConsoleText WandbConsole::text() const
{
    ConsoleText text;
    text.leftOut = m_leftOut;
    text.lines.reserve(static_cast<qsizetype>(m_lines.size()));
    for (const Line &line : m_lines)
        text.lines.append(line.shown);
    return text;
}

} // namespace plotleaf
