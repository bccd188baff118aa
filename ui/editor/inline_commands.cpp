#include "ui/editor/inline_commands.h"

#include "ui/editor/emphasis_scanner.h"
#include "ui/editor/line_structure.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace plotleaf::inline_commands {

using namespace Qt::StringLiterals;

namespace {

struct TextRange
{
    int start = 0;
    int end = 0;
    bool isEmpty() const { return start == end; }
};

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'\'' || c.isSurrogate();
}

TextRange wordAt(const QString &text, int position)
{
    TextRange word{position, position};
    while (word.start > 0 && isWordCharacter(text.at(word.start - 1)))
        --word.start;
    while (word.end < text.size() && isWordCharacter(text.at(word.end)))
        ++word.end;
    // A word is not marked with underscores that are markup themselves: _word_
    while (word.start < position && text.at(word.start) == u'_')
        ++word.start;
    while (word.end > position && text.at(word.end - 1) == u'_')
        --word.end;
    return word;
}

TextRange trimmedRange(const QString &text, TextRange range)
{
    while (range.start < range.end && text.at(range.start).isSpace())
        ++range.start;
    while (range.end > range.start && text.at(range.end - 1).isSpace())
        --range.end;
    return range;
}

/// What the command works on: parts of lines, in order.
QVector<TextRange> targets(const Passage &passage)
{
    if (!passage.hasSelection())
        return {wordAt(passage.text, passage.position)};
    const QVector<LineSpan> lines = selectedLines(passage);
    QVector<TextRange> ranges;
    for (const LineSpan &line : lines) {
        TextRange range{qMax(line.start, passage.selectionStart()),
                        qMin(line.end, passage.selectionEnd())};
        if (lines.size() > 1) {
            const QStringView source =
                QStringView(passage.text).mid(line.start, line.end - line.start);
            range.start = qMax(range.start, line.start + parseLine(source).contentStart);
        }
        range = trimmedRange(passage.text, {qMin(range.start, range.end), range.end});
        if (!range.isEmpty())
            ranges.append(range);
    }
    return ranges;
}

int runBefore(const QString &text, int position, QChar c)
{
    int length = 0;
    while (position - length > 0 && text.at(position - length - 1) == c)
        ++length;
    return length;
}

int runAfter(const QString &text, int position, QChar c)
{
    int length = 0;
    while (position + length < text.size() && text.at(position + length) == c)
        ++length;
    return length;
}

/// How many marker characters a run must hold to mean this emphasis, and which characters can.
struct MarkerKind
{
    QString marker;
    QString characters;
};

MarkerKind markerKind(Emphasis emphasis)
{
    switch (emphasis) {
    case Emphasis::Bold:
        return {u"**"_s, u"*_"_s};
    case Emphasis::Italic:
        return {u"*"_s, u"*_"_s};
    case Emphasis::Strikethrough:
        break;
    }
    return {u"~~"_s, u"~"_s};
}

/// The text between the markers, when `range` is marked: the markers may be inside the range,
/// around it, or one of them here and the other there.
std::optional<TextRange> markedText(const QString &text, TextRange range, const MarkerKind &kind)
{
    for (const QChar c : kind.characters) {
        TextRange core{range.start + runAfter(text, range.start, c),
                       range.end - runBefore(text, range.end, c)};
        if (core.start >= core.end)
            core = range;
        if (runHoldsEmphasis(qMin(runBefore(text, core.start, c), runAfter(text, core.end, c)),
                             kind.marker.size()))
            return core;
    }
    return std::nullopt;
}

struct PhrasePart
{
    TextRange range;
    EmphasizedPhrase phrase;
};

/// Where `range` lies in a phrase that goes beyond it; a mark of the phrase may be in the range.
std::optional<PhrasePart> partOfPhrase(const QString &text, TextRange range, const MarkerKind &kind)
{
    TextRange inner = range;
    while (inner.start < inner.end && kind.characters.contains(text.at(inner.start)))
        ++inner.start;
    while (inner.end > inner.start && kind.characters.contains(text.at(inner.end - 1)))
        --inner.end;
    for (const TextRange part : {range, inner}) {
        const auto phrase = emphasizedPhraseAround(text, {part.start, part.end}, kind.characters,
                                                   kind.marker.size());
        if (phrase)
            return PhrasePart{part, *phrase};
    }
    return {};
}

/// Takes `length` characters off both ends of the text between markers.
void unwrap(QVector<TextEdit> &edits, TextRange core, int length)
{
    edits.append({core.start - length, core.start, {}});
    edits.append({core.end, core.end + length, {}});
}

/// Puts markers around the range; what was selected stays selected, without them.
void wrap(QVector<TextEdit> &edits, TextRange range, const QString &open, const QString &close)
{
    edits.append({range.start, range.start, open});
    edits.append({range.end, range.end, close, true});
}

/// Takes the emphasis off a part of a phrase: what is left of it on either side keeps its own
/// marks, which may not stand beside a space.
void takeOut(QVector<TextEdit> &edits,
             const QString &text,
             TextRange part,
             const EmphasizedPhrase &phrase,
             int length)
{
    TextRange out = part;
    while (out.start > phrase.content.start && text.at(out.start - 1).isSpace())
        --out.start;
    while (out.end < phrase.content.end && text.at(out.end).isSpace())
        ++out.end;
    const auto isWithinWord = [&text](int at) {
        return text.at(at - 1).isLetterOrNumber() && text.at(at).isLetterOrNumber();
    };
    const bool keepsStart = out.start > phrase.content.start;
    const bool keepsEnd = out.end < phrase.content.end;
    // Underscores mean nothing within a word.
    if (phrase.mark == u'_' &&
        ((keepsStart && isWithinWord(out.start)) || (keepsEnd && isWithinWord(out.end))))
        return unwrap(edits, {phrase.content.start, phrase.content.end}, length);
    const QString marks(length, phrase.mark);
    if (keepsStart)
        edits.append({out.start, out.start, marks});
    else
        edits.append({phrase.content.start - length, phrase.content.start, {}});
    if (keepsEnd)
        edits.append({out.end, out.end, marks, true});
    else
        edits.append({phrase.content.end, phrase.content.end + length, {}});
}

} // namespace

Passage toggleEmphasis(const Passage &passage, Emphasis emphasis)
{
    const MarkerKind kind = markerKind(emphasis);
    const int length = int(kind.marker.size());
    const QVector<TextRange> ranges = targets(passage);
    const bool allMarked = std::all_of(ranges.begin(), ranges.end(), [&](TextRange range) {
        return markedText(passage.text, range, kind) || partOfPhrase(passage.text, range, kind);
    });
    QVector<TextEdit> edits;
    for (const TextRange range : ranges) {
        const std::optional<TextRange> core = markedText(passage.text, range, kind);
        const auto part = core ? std::nullopt : partOfPhrase(passage.text, range, kind);
        if (!core && !part)
            wrap(edits, range, kind.marker, kind.marker);
        else if (allMarked && core)
            unwrap(edits, *core, length);
        else if (allMarked && passage.hasSelection())
            takeOut(edits, passage.text, part->range, part->phrase, length);
        else if (allMarked)
            unwrap(edits, {part->phrase.content.start, part->phrase.content.end}, length);
    }
    return applyEdits(passage, edits);
}

namespace {

int longestBacktickRun(QStringView code)
{
    int longest = 0;
    int run = 0;
    for (const QChar c : code) {
        run = c == u'`' ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    return longest;
}

/// Length of the code span's delimiter on both sides of the range, padding spaces included; 0: not
/// code.
int codeDelimiter(const QString &text, TextRange range)
{
    const int plain = qMin(runBefore(text, range.start, u'`'), runAfter(text, range.end, u'`'));
    if (plain > 0)
        return plain;
    const bool padded = range.start > 0 && range.end < text.size() &&
                        text.at(range.start - 1) == u' ' && text.at(range.end) == u' ';
    if (!padded)
        return 0;
    const int beyond =
        qMin(runBefore(text, range.start - 1, u'`'), runAfter(text, range.end + 1, u'`'));
    return beyond > 0 ? beyond + 1 : 0;
}

void wrapAsCode(QVector<TextEdit> &edits, const QString &text, TextRange range)
{
    const int longest =
        longestBacktickRun(QStringView(text).mid(range.start, range.end - range.start));
    const QString delimiter(longest + 1, u'`');
    if (longest == 0)
        wrap(edits, range, delimiter, delimiter);
    else
        wrap(edits, range, delimiter + u' ', u' ' + delimiter);
}

} // namespace

Passage toggleCode(const Passage &passage)
{
    const QVector<TextRange> ranges = targets(passage);
    const bool allCode = std::all_of(ranges.begin(), ranges.end(), [&](TextRange range) {
        return codeDelimiter(passage.text, range) > 0;
    });
    QVector<TextEdit> edits;
    for (const TextRange range : ranges) {
        const int delimiter = codeDelimiter(passage.text, range);
        if (allCode)
            unwrap(edits, range, delimiter);
        else if (delimiter == 0)
            wrapAsCode(edits, passage.text, range);
    }
    return applyEdits(passage, edits);
}

namespace {

struct LinkMatch
{
    TextRange whole;
    TextRange label;
};

std::optional<LinkMatch> linkAround(const Passage &passage)
{
    static const QRegularExpression link(u"(?<!!)\\[([^\\[\\]\\n]*)\\]\\([^()\\n]*\\)"_s);
    const LineSpan line = lineAt(passage.text, passage.selectionStart());
    const QString source = passage.text.mid(line.start, line.end - line.start);
    QRegularExpressionMatchIterator matches = link.globalMatch(source);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const TextRange whole{line.start + int(match.capturedStart()),
                              line.start + int(match.capturedEnd())};
        if (passage.selectionStart() >= whole.start && passage.selectionEnd() <= whole.end)
            return LinkMatch{
                whole,
                {line.start + int(match.capturedStart(1)), line.start + int(match.capturedEnd(1))}};
    }
    return std::nullopt;
}

/// `open` + label + `](` + url + `)` in place of the range, with the cursor at what is missing.
Passage withTarget(const Passage &passage, const QString &open, const QString &url)
{
    const TextRange range = passage.hasSelection()
                                ? TextRange{passage.selectionStart(), passage.selectionEnd()}
                                : wordAt(passage.text, passage.position);
    const QString label = passage.text.mid(range.start, range.end - range.start);
    Passage result = passage;
    result.text.replace(range.start, range.end - range.start, open + label + u"]("_s + url + u')');
    const int labelStart = range.start + int(open.size());
    int cursor = labelStart;
    if (!label.isEmpty() && url.isEmpty())
        cursor = labelStart + int(label.size()) + 2;
    else if (!label.isEmpty())
        cursor = labelStart + int(label.size() + url.size()) + 3;
    result.anchor = result.position = cursor;
    return result;
}

} // namespace

Passage toggleLink(const Passage &passage, const QString &url)
{
    const std::optional<LinkMatch> link = linkAround(passage);
    if (!link)
        return withTarget(passage, u"["_s, url);
    Passage result = passage;
    const QString label = passage.text.mid(link->label.start, link->label.end - link->label.start);
    result.text.replace(link->whole.start, link->whole.end - link->whole.start, label);
    result.anchor = link->whole.start;
    result.position = link->whole.start + int(label.size());
    return result;
}

Passage insertImage(const Passage &passage, const QString &url)
{
    return withTarget(passage, u"!["_s, url);
}

} // namespace plotleaf::inline_commands
