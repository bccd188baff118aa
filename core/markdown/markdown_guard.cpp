#include "core/markdown/markdown_guard.h"

#include "core/markdown/line_scanner.h"
#include "core/markdown/rescan_guard.h"

#include <QByteArray>
#include <QHash>

#include <algorithm>

namespace plotleaf {

namespace {

/// Cells that a table may have on top of what its text spells out.
constexpr qint64 maxFilledCells = 50'000;
/// Bytes that link definitions may become by being used.
constexpr qint64 maxExpansion = 16'000'000;

bool isDelimiterRow(QByteArrayView line)
{
    bool dash = false;
    for (const char c : line) {
        if (c != '|' && c != '-' && c != ':' && c != ' ' && c != '\t' && c != '>')
            return false;
        dash = dash || c == '-';
    }
    return dash && line.contains('|');
}

qint64 columnsOf(QByteArrayView line)
{
    return std::count(line.begin(), line.end(), '|') + 1;
}

/// Follows tables: a delimiter row, then rows until a blank line.
class TableWatch
{
public:
    void see(const LineScanner &lines, QVector<RefusedLines> &refused)
    {
        const QByteArrayView line = lines.line();
        if (m_columns > 0 && line.trimmed().isEmpty()) {
            finish(refused);
        } else if (m_columns > 0) {
            m_filled += std::max<qint64>(0, m_columns - columnsOf(line));
            m_lastLine = lines.number();
        } else if (isDelimiterRow(line)) {
            m_columns = columnsOf(line);
            m_filled = 0;
            m_firstLine = std::max(0, lines.number() - 1);
            m_lastLine = lines.number();
        }
    }

    void finish(QVector<RefusedLines> &refused)
    {
        if (m_columns > 0 && m_filled > maxFilledCells)
            refused.append({m_firstLine, m_lastLine, RefusalReason::TableTooLarge});
        m_columns = 0;
    }

private:
    qint64 m_columns = 0;
    qint64 m_filled = 0;
    int m_firstLine = 0;
    int m_lastLine = 0;
};

struct Definition
{
    qint64 size = 0;
    int line = 0;
};

/// `[label]:` at the start of a line, followed by the address and title, whose sizes count.
bool isDefinition(QByteArrayView line)
{
    return line.startsWith('[') && line.indexOf("]:") > 1;
}

QByteArray normalizedLabel(QByteArrayView label)
{
    return label.toByteArray().simplified().toLower();
}

/// Calls `found` for each `[…]` without brackets in it; more than cmark-gfm takes for references,
/// never fewer.
template <typename Found>
void eachLabel(QByteArrayView text, Found found)
{
    qsizetype open = -1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == '[') {
            open = at + 1;
        } else if (text[at] == ']' && open >= 0) {
            found(text.sliced(open, at - open));
            open = -1;
        }
    }
}

/// Definitions long enough that many uses could matter, by label. The first of a label counts, as
/// in cmark-gfm.
QHash<QByteArray, Definition> longDefinitions(QByteArrayView text)
{
    constexpr qsizetype worthCounting = 200;
    QHash<QByteArray, Definition> definitions;
    LineScanner lines(text);
    while (lines.next()) {
        const QByteArrayView line = lines.line().trimmed();
        if (line.size() < worthCounting || !isDefinition(line))
            continue;
        const QByteArray label = normalizedLabel(line.sliced(1, line.indexOf("]:") - 1));
        if (!definitions.contains(label))
            definitions.insert(label, {line.size(), lines.number()});
    }
    return definitions;
}

QVector<RefusedLines> expandingDefinitions(QByteArrayView text)
{
    const auto definitions = longDefinitions(text);
    if (definitions.isEmpty())
        return {};
    QHash<QByteArray, qint64> uses;
    eachLabel(text, [&](QByteArrayView label) {
        constexpr qsizetype longestLabel = 1000; // cmark-gfm's own limit
        if (label.size() <= longestLabel)
            ++uses[normalizedLabel(label)];
    });
    qint64 total = 0;
    QVector<RefusedLines> refused;
    for (auto it = definitions.begin(); it != definitions.end(); ++it) {
        // One more than the links: the definition itself.
        const qint64 expansion = it->size * std::max<qint64>(0, uses.value(it.key()) - 2);
        total += expansion;
        if (total > maxExpansion)
            refused.append({it->line, it->line, RefusalReason::ExpandsTooMuch});
        total -= total > maxExpansion ? expansion : 0;
    }
    return refused;
}

} // namespace

QVector<RefusedLines> findHostileLines(QByteArrayView text)
{
    QVector<RefusedLines> refused = expandingDefinitions(text) + findRescannedLines(text);
    TableWatch tables;
    LineScanner lines(text);
    while (lines.next())
        tables.see(lines, refused);
    tables.finish(refused);
    return refused;
}

} // namespace plotleaf
