#include "ui/editor/line_commands.h"

#include <algorithm>

namespace plotleaf::line_commands {

using namespace Qt::StringLiterals;

namespace {

constexpr int tabWidth = 4;

QStringView sourceOf(const Passage &passage, const LineSpan &line)
{
    return QStringView(passage.text).mid(line.start, line.end - line.start);
}

bool isBlank(const Passage &passage, const LineSpan &line)
{
    return sourceOf(passage, line).trimmed().isEmpty();
}

/// The touched lines that hold something; all of them when none does (a heading can be begun on an
/// empty line).
QVector<LineSpan> linesToMark(const Passage &passage)
{
    const QVector<LineSpan> lines = selectedLines(passage);
    QVector<LineSpan> filled;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(filled),
                 [&](const LineSpan &line) { return !isBlank(passage, line); });
    return filled.isEmpty() ? lines : filled;
}

template <typename Predicate>
bool allLines(const Passage &passage, const QVector<LineSpan> &lines, Predicate predicate)
{
    return std::all_of(lines.begin(), lines.end(), [&](const LineSpan &line) {
        return predicate(parseLine(sourceOf(passage, line)));
    });
}

/// Makes the edit that `edit` returns for each line.
template <typename MakeEdit>
Passage editLines(const Passage &passage, const QVector<LineSpan> &lines, MakeEdit makeEdit)
{
    QVector<TextEdit> edits;
    edits.reserve(lines.size());
    for (int i = 0; i < lines.size(); ++i)
        edits.append(makeEdit(lines[i], parseLine(sourceOf(passage, lines[i])), i));
    return applyEdits(passage, edits);
}

/// Where what follows a list's marker starts. Behind a task's box the space may be missing.
int afterList(const LineStructure &structure, const LineSpan &line)
{
    return structure.isTask() ? qMin(structure.taskBox + 4, line.end - line.start)
                              : structure.markerEnd;
}

} // namespace

Passage setHeading(const Passage &passage, int level)
{
    const QVector<LineSpan> lines = linesToMark(passage);
    const bool isSet = allLines(passage, lines, [&](const LineStructure &structure) {
        return structure.headingLevel == level;
    });
    const QString hashes = isSet || level == 0 ? QString() : QString(level, u'#') + u' ';
    return editLines(
        passage, lines, [&](const LineSpan &line, const LineStructure &structure, int) {
            const int start = afterList(structure, line);
            const bool isSpaceMissing = structure.isTask() && start < structure.taskBox + 4;
            return TextEdit{line.start + start, line.start + structure.contentStart,
                            isSpaceMissing && !hashes.isEmpty() ? u' ' + hashes : hashes};
        });
}

Passage cycleHeading(const Passage &passage)
{
    const LineSpan line = linesToMark(passage).first();
    const int level = parseLine(sourceOf(passage, line)).headingLevel;
    return setHeading(passage, level == 6 ? 0 : level + 1);
}

Passage toggleQuote(const Passage &passage)
{
    const QVector<LineSpan> lines = selectedLines(passage);
    const bool isQuoted = allLines(
        passage, lines, [](const LineStructure &structure) { return structure.hasQuote(); });
    return editLines(passage, lines, [&](const LineSpan &line, const LineStructure &, int) {
        if (!isQuoted) {
            const bool innerBlank = isBlank(passage, line) && lines.size() > 1;
            return TextEdit{line.start, line.start, innerBlank ? u">"_s : u"> "_s};
        }
        const QStringView source = sourceOf(passage, line);
        const int mark = int(source.indexOf(u'>'));
        const bool spaced = mark + 1 < source.size() && source.at(mark + 1) == u' ';
        return TextEdit{line.start + mark, line.start + mark + (spaced ? 2 : 1), {}};
    });
}

namespace {

bool hasListKind(const LineStructure &structure, ListKind kind)
{
    switch (kind) {
    case ListKind::Bullet:
        return structure.list == LineStructure::List::Bullet && !structure.isTask();
    case ListKind::Numbered:
        return structure.list == LineStructure::List::Numbered && !structure.isTask();
    case ListKind::Task:
        break;
    }
    return structure.isTask();
}

QString listMarker(ListKind kind, int number)
{
    switch (kind) {
    case ListKind::Bullet:
        return u"- "_s;
    case ListKind::Numbered:
        return QString::number(number) + u". "_s;
    case ListKind::Task:
        break;
    }
    return u"- [ ] "_s;
}

} // namespace

Passage toggleList(const Passage &passage, ListKind kind)
{
    const QVector<LineSpan> lines = linesToMark(passage);
    const bool isSet = allLines(passage, lines, [&](const LineStructure &structure) {
        return hasListKind(structure, kind);
    });
    return editLines(passage, lines,
                     [&](const LineSpan &line, const LineStructure &structure, int index) {
                         const int end = afterList(structure, line);
                         return TextEdit{line.start + structure.indentEnd, line.start + end,
                                         isSet ? QString() : listMarker(kind, index + 1)};
                     });
}

namespace {

/// How far one level of list goes in: the width of the marker of the item above, else of the item
/// itself.
int listStep(const Passage &passage, const LineSpan &line)
{
    const LineStructure own = parseLine(sourceOf(passage, line));
    if (line.start > 0) {
        const LineSpan above = lineAt(passage.text, line.start - 1);
        const LineStructure structure = parseLine(sourceOf(passage, above));
        if (structure.list != LineStructure::List::None)
            return structure.markerEnd - structure.indentEnd;
    }
    return own.list == LineStructure::List::None ? tabWidth : own.markerEnd - own.indentEnd;
}

bool isListLine(const Passage &passage, const LineSpan &line)
{
    return parseLine(sourceOf(passage, line)).list != LineStructure::List::None;
}

} // namespace

Passage indent(const Passage &passage)
{
    const QVector<LineSpan> lines = selectedLines(passage);
    if (lines.size() == 1 && !isListLine(passage, lines.first())) {
        const int column = passage.selectionStart() - lines.first().start;
        const int width = tabWidth - column % tabWidth;
        Passage result = passage;
        result.text.replace(passage.selectionStart(),
                            passage.selectionEnd() - passage.selectionStart(),
                            QString(width, u' '));
        result.anchor = result.position = passage.selectionStart() + width;
        return result;
    }
    const int step = listStep(passage, lines.first());
    return editLines(
        passage, lines, [&](const LineSpan &line, const LineStructure &structure, int) {
            const int at = line.start + structure.quoteEnd;
            return TextEdit{at, at, isBlank(passage, line) ? QString() : QString(step, u' ')};
        });
}

Passage outdent(const Passage &passage)
{
    const QVector<LineSpan> lines = selectedLines(passage);
    const int step =
        isListLine(passage, lines.first()) ? listStep(passage, lines.first()) : tabWidth;
    return editLines(passage, lines,
                     [&](const LineSpan &line, const LineStructure &structure, int) {
                         const int at = line.start + structure.quoteEnd;
                         const int most = qMin(step, structure.indentEnd - structure.quoteEnd);
                         const bool isTab = most > 0 && passage.text.at(at) == u'\t';
                         const int width = isTab ? 1 : most; // a tab is a level by itself
                         return TextEdit{at, at + width, {}};
                     });
}

namespace {

/// What a new line after this one starts with.
QString continuation(QStringView source, const LineStructure &structure)
{
    QString prefix = source.left(structure.indentEnd).toString();
    if (structure.list == LineStructure::List::Bullet)
        prefix += structure.marker + source.mid(structure.indentEnd + 1,
                                                structure.markerEnd - structure.indentEnd - 1);
    else if (structure.list == LineStructure::List::Numbered)
        prefix += QString::number(structure.number + 1) + structure.marker + u' ';
    return structure.isTask() ? prefix + u"[ ] "_s : prefix;
}

/// Takes the mark of an empty item away: the list marker if there is one, else the quote.
Passage endItem(const Passage &passage, const LineSpan &line, const LineStructure &structure)
{
    const int from = structure.list == LineStructure::List::None ? 0 : structure.quoteEnd;
    return applyEdits(passage, {{line.start + from, line.end, {}}});
}

} // namespace

std::optional<Passage> continueLine(const Passage &passage)
{
    const LineSpan line = lineAt(passage.text, passage.selectionStart());
    const QStringView source = sourceOf(passage, line);
    const LineStructure structure = parseLine(source);
    const bool isStructured = structure.list != LineStructure::List::None || structure.hasQuote();
    const int column = passage.selectionStart() - line.start;
    if (!isStructured || column < structure.markerEnd || passage.selectionEnd() > line.end)
        return std::nullopt;

    if (source.mid(structure.contentStart).trimmed().isEmpty() && structure.headingLevel == 0)
        return endItem(passage, line, structure);
    const QString inserted = u'\n' + continuation(source, structure);
    // White space that would be left at the new line's start belongs to neither part.
    int end = passage.selectionEnd();
    while (end < line.end && passage.text.at(end) == u' ')
        ++end;
    Passage result = passage;
    result.text.replace(passage.selectionStart(), end - passage.selectionStart(), inserted);
    result.anchor = result.position = passage.selectionStart() + int(inserted.size());
    return result;
}

namespace {

/// The touched lines as one span.
LineSpan touchedSpan(const Passage &passage)
{
    const QVector<LineSpan> lines = selectedLines(passage);
    return {lines.first().start, lines.last().end};
}

} // namespace

Passage moveUp(const Passage &passage)
{
    const LineSpan moved = touchedSpan(passage);
    if (moved.start == 0)
        return passage;
    const LineSpan above = lineAt(passage.text, moved.start - 1);
    const QString lines = passage.text.mid(moved.start, moved.end - moved.start);
    const QString other = passage.text.mid(above.start, above.end - above.start);
    Passage result = passage;
    result.text.replace(above.start, moved.end - above.start, lines + u'\n' + other);
    const int distance = moved.start - above.start;
    result.anchor = passage.anchor - distance;
    result.position = passage.position - distance;
    return result;
}

Passage moveDown(const Passage &passage)
{
    const LineSpan moved = touchedSpan(passage);
    if (moved.end >= passage.text.size())
        return passage;
    const LineSpan below = lineAt(passage.text, moved.end + 1);
    const QString lines = passage.text.mid(moved.start, moved.end - moved.start);
    const QString other = passage.text.mid(below.start, below.end - below.start);
    Passage result = passage;
    result.text.replace(moved.start, below.end - moved.start, other + u'\n' + lines);
    const int distance = int(other.size()) + 1;
    result.anchor = qMin(passage.anchor + distance, int(result.text.size()));
    result.position = qMin(passage.position + distance, int(result.text.size()));
    return result;
}

Passage duplicate(const Passage &passage)
{
    const LineSpan span = touchedSpan(passage);
    const QString lines = passage.text.mid(span.start, span.end - span.start);
    Passage result = passage;
    result.text.insert(span.end, u'\n' + lines);
    const int distance = int(lines.size()) + 1;
    result.anchor += distance;
    result.position += distance;
    return result;
}

Passage setTaskDone(const Passage &passage, bool done)
{
    const LineSpan line = lineAt(passage.text, passage.position);
    const LineStructure structure = parseLine(sourceOf(passage, line));
    if (!structure.isTask())
        return passage;
    Passage result = passage;
    result.text[line.start + structure.taskBox + 1] = done ? u'x' : u' ';
    return result;
}

} // namespace plotleaf::line_commands
