#include "ui/editor/line_structure.h"

#include <QString>

namespace plotleaf {

namespace {

int skipBlanks(QStringView line, int at)
{
    while (at < line.size() && (line.at(at) == u' ' || line.at(at) == u'\t'))
        ++at;
    return at;
}

int quoteLength(QStringView line)
{
    int end = 0;
    for (int at = skipBlanks(line, 0); at < line.size() && line.at(at) == u'>';
         at = skipBlanks(line, end)) {
        end = at + 1;
        if (end < line.size() && line.at(end) == u' ')
            ++end;
    }
    return end;
}

/// Where a list marker that starts at `at` ends without its space; `at`: there is none.
int listMarkerLength(QStringView line, int at, LineStructure &structure)
{
    if (at >= line.size())
        return at;
    const QChar c = line.at(at);
    if (c == u'-' || c == u'*' || c == u'+') {
        structure.list = LineStructure::List::Bullet;
        structure.marker = c;
        return at + 1;
    }
    int end = at;
    while (end < line.size() && end - at < 9 && line.at(end) >= u'0' && line.at(end) <= u'9')
        ++end;
    if (end == at || end >= line.size() || (line.at(end) != u'.' && line.at(end) != u')'))
        return at;
    structure.list = LineStructure::List::Numbered;
    structure.number = line.mid(at, end - at).toInt();
    structure.marker = line.at(end);
    return end + 1;
}

void parseListItem(QStringView line, LineStructure &structure)
{
    const int start = structure.indentEnd;
    if (isThematicBreak(line.mid(start)))
        return;
    const int end = listMarkerLength(line, start, structure);
    const bool isItem = end > start && (end == line.size() || line.at(end).isSpace());
    if (!isItem) {
        structure.list = LineStructure::List::None;
        return;
    }
    structure.markerEnd = qMin(end + 1, int(line.size()));
    const QStringView rest = line.mid(structure.markerEnd);
    const bool box = rest.size() >= 3 && rest.at(0) == u'[' && rest.at(2) == u']' &&
                     (rest.size() == 3 || rest.at(3).isSpace());
    if (!box)
        return;
    const QChar mark = rest.at(1);
    if (mark == u' ' || mark == u'x' || mark == u'X') {
        structure.taskBox = structure.markerEnd;
        structure.taskDone = mark != u' ';
    }
}

int headingLevelAt(QStringView line, int at)
{
    int level = 0;
    while (at + level < line.size() && line.at(at + level) == u'#')
        ++level;
    const bool ended = at + level >= line.size() || line.at(at + level).isSpace();
    return ended && level <= 6 ? level : 0;
}

} // namespace

bool isThematicBreak(QStringView line)
{
    QChar mark;
    int count = 0;
    for (const QChar c : line) {
        if (c == u' ' || c == u'\t')
            continue;
        if (count == 0 && (c == u'-' || c == u'*' || c == u'_'))
            mark = c;
        if (mark.isNull() || c != mark)
            return false;
        ++count;
    }
    return count >= 3;
}

int fenceLength(QStringView line)
{
    const int start = skipBlanks(line, 0);
    if (start >= line.size() || (line.at(start) != u'`' && line.at(start) != u'~'))
        return 0;
    int end = start;
    while (end < line.size() && line.at(end) == line.at(start))
        ++end;
    const bool isCodeSpan = line.at(start) == u'`' && line.mid(end).contains(u'`');
    return end - start >= 3 && !isCodeSpan ? end - start : 0;
}

LineStructure parseLine(QStringView line)
{
    LineStructure structure;
    structure.quoteEnd = quoteLength(line);
    structure.indentEnd = skipBlanks(line, structure.quoteEnd);
    structure.markerEnd = structure.indentEnd;
    parseListItem(line, structure);
    structure.contentStart =
        structure.isTask() ? qMin(structure.taskBox + 4, int(line.size())) : structure.markerEnd;
    structure.headingLevel = headingLevelAt(line, structure.contentStart);
    if (structure.headingLevel > 0)
        structure.contentStart = skipBlanks(line, structure.contentStart + structure.headingLevel);
    return structure;
}

} // namespace plotleaf
