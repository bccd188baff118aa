#include "core/panels/run_lock.h"

#include "core/panels/panel_yaml.h"
#include "core/panels/yaml_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr auto unlockedMark = "#unlocked: "_L1;
constexpr auto lockedMark = " # locked"_L1;
constexpr qsizetype idsShownAnyway = 10; ///< without a limit

struct LockText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunLock)
};

Error lockError(ErrorCode code, const QString &message)
{
    return {code, message, {}};
}

/// The lines with their ends, all but an empty last one.
QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf(u'\n', start);
        lines << (end < 0 ? text.mid(start) : text.mid(start, end - start + 1));
        start += lines.last().size();
    }
    return lines;
}

QString indentOf(const QString &line)
{
    const auto *text = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
    return line.left(text - line.begin());
}

bool isBlankOrComment(const QString &line)
{
    const QString text = line.trimmed();
    return text.isEmpty() || text.startsWith(u'#');
}

/// From the first line to behind the last.
struct LineRange
{
    qsizetype first = 0;
    qsizetype end = 0;
};

Result<LineRange> linesOfRuns(const YamlNode &root, const QStringList &lines)
{
    const auto entry = std::ranges::find_if(
        root.entries, [](const YamlEntry &one) { return one.key.text == "runs"_L1; });
    if (entry == root.entries.end())
        return lockError(ErrorCode::InvalidInput,
                         LockText::tr("The panel does not say which runs."));
    LineRange range{entry->key.line, lines.size()};
    const auto next = entry + 1;
    if (next != root.entries.end())
        range.end = next->key.line;
    while (range.end > range.first + 1 && isBlankOrComment(lines[range.end - 1]))
        --range.end;
    const bool isAlone =
        range.end > range.first && lines[range.first].trimmed().startsWith("runs"_L1);
    if (!isAlone) {
        return lockError(ErrorCode::InvalidInput,
                         LockText::tr("The keys stand in braces. Runs are locked where each key "
                                      "has a line of its own."));
    }
    return range;
}

Result<LineRange> linesToLock(const QString &info, const QString &yaml, const QStringList &lines)
{
    const YamlDocument document = parseYaml(yaml);
    if (document.problem)
        return lockError(ErrorCode::InvalidInput, document.problem->message);
    if (document.root.kind != YamlNode::Kind::Map)
        return lockError(ErrorCode::InvalidInput,
                         LockText::tr("The panel does not say which runs."));
    if (info.startsWith("runset"_L1))
        return LineRange{0, lines.size()};
    return linesOfRuns(document.root, lines);
}

QStringList lockedLines(const RunsToLock &now, const QString &indent)
{
    QStringList lines{indent + u"source: "_s + yamlTexts(now.sources),
                      indent + u"ids: "_s + yamlList(now.ids)};
    if (now.ids.size() > idsShownAnyway)
        lines << indent + u"limit: %1"_s.arg(now.ids.size());
    return lines;
}

} // namespace

bool areRunsLocked(const QString &yaml)
{
    const QStringList lines = linesOf(yaml);
    return std::ranges::any_of(lines,
                               [](const QString &line) { return line.startsWith(unlockedMark); });
}

Result<QString> lockRuns(const QString &info, const QString &yaml, const RunsToLock &now)
{
    if (areRunsLocked(yaml))
        return lockError(ErrorCode::NotAllowed, LockText::tr("The runs are locked already."));
    if (now.ids.isEmpty() || now.sources.isEmpty())
        return lockError(ErrorCode::InvalidInput,
                         LockText::tr("There is no run that could be locked."));
    const QStringList lines = linesOf(yaml);
    const Result<LineRange> range = linesToLock(info, yaml, lines);
    if (!range)
        return range.error();
    const bool isSet = info.startsWith("runset"_L1);
    const QString indent = indentOf(lines[range->first]);
    QStringList made = lockedLines(now, isSet ? indent : indent + u"  "_s);
    if (!isSet)
        made.prepend(indent + u"runs:"_s);
    const QString lineEnd = yaml.contains("\r\n"_L1) ? u"\r\n"_s : u"\n"_s;
    QString locked = lines.mid(0, range->first).join(QString());
    for (const QString &line : lines.mid(range->first, range->end - range->first))
        locked += unlockedMark + line;
    const bool endsInLine = locked.endsWith(u'\n');
    for (const QString &line : std::as_const(made))
        locked += (endsInLine ? QString() : lineEnd) + line + lockedMark +
                  (endsInLine ? lineEnd : QString());
    return QString(locked + lines.mid(range->end).join(QString()));
}

Result<QString> unlockRuns(const QString &yaml)
{
    if (!areRunsLocked(yaml))
        return lockError(ErrorCode::NotAllowed, LockText::tr("The runs are not locked."));
    QString unlocked;
    const QStringList lines = linesOf(yaml);
    for (const QString &line : lines) {
        if (line.startsWith(unlockedMark))
            unlocked += QStringView(line).mid(unlockedMark.size());
        else if (!line.trimmed().endsWith(lockedMark.mid(1)))
            unlocked += line;
    }
    // The line before the locked ones was the last and had no end.
    const bool hadNoEnd = !yaml.endsWith(u'\n') && unlocked.endsWith(u'\n') &&
                          lines.last().trimmed().endsWith(lockedMark.mid(1));
    if (hadNoEnd)
        unlocked.chop(unlocked.endsWith("\r\n"_L1) ? 2 : 1);
    return unlocked;
}

} // namespace plotleaf
