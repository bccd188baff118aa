#include "core/panels/run_groups.h"

#include "core/panels/number_text.h"
#include "core/runs/run_label.h"

#include <QCoreApplication>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr qsizetype groupsNamedInNotes = 6;

struct GroupsText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunGroups)
};

/// What the pattern captures of the name, or all that it matches where it captures nothing.
QString capturedPart(const QRegularExpression &pattern, const QString &name)
{
    const QRegularExpressionMatch match = pattern.match(name);
    if (!match.hasMatch())
        return {};
    QStringList captured = match.capturedTexts();
    if (captured.size() > 1)
        captured.removeFirst();
    captured.removeAll(QString());
    return captured.join(QStringLiteral(", "));
}

QString commonValue(const GroupKey &key, const Run &run)
{
    if (!key.namePart)
        return valueText(runFieldValue(key.field, run, {}));
    const QString part = capturedPart(*key.namePart, run.name);
    return part.isEmpty() ? valueText({}) : part;
}

QString labelled(const GroupKey &key, const QString &value)
{
    const bool needsName = !key.namePart && key.field.kind == RunField::Kind::Config;
    return needsName ? QStringLiteral("%1: %2").arg(key.field.key, value) : value;
}

RunGroup groupOf(const GroupOption &group, const Run &run)
{
    QStringList labels;
    QStringList values;
    for (const GroupKey &key : group.keys) {
        values << commonValue(key, run);
        labels << labelled(key, values.last());
    }
    return {labels.join(QStringLiteral(", ")), values.join(QStringLiteral(", ")), {}};
}

} // namespace

QVector<RunGroup> groupsOf(const GroupOption &group, const QVector<Run> &runs)
{
    QVector<RunGroup> groups;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const RunGroup of = groupOf(group, runs[i]);
        auto found = std::ranges::find(groups, of.label, &RunGroup::label);
        if (found == groups.end()) {
            groups.push_back(of);
            found = groups.end() - 1;
        }
        found->runs << i;
    }
    if (group.keys.isEmpty() && !groups.isEmpty())
        groups.first().label = GroupsText::tr("%n run(s)", nullptr, int(runs.size()));
    return groups;
}

QVector<int> groupColours(const QVector<RunGroup> &groups, int colours)
{
    QVector<Run> asRuns;
    for (const RunGroup &group : groups) {
        Run run;
        run.id = RunId(group.label);
        asRuns << run;
    }
    return runColours(asRuns, colours);
}

QStringList groupNotes(const QVector<RunGroup> &groups)
{
    const bool allSingle =
        std::ranges::all_of(groups, [](const RunGroup &group) { return group.runs.size() == 1; });
    if (groups.size() < 2 || groups.size() > groupsNamedInNotes || allSingle)
        return {};
    QStringList texts;
    for (const RunGroup &group : groups)
        texts << GroupsText::tr("%1 (%n run(s))", nullptr, int(group.runs.size())).arg(group.label);
    return {GroupsText::tr("Groups: %1.").arg(texts.join(QStringLiteral("; ")))};
}

} // namespace plotleaf
