#include "core/panels/line_units.h"

#include "core/panels/plot_json.h"
#include "core/runs/run_label.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

struct UnitsText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::LineUnits)
};

QVector<LineUnit> runUnits(const QVector<Run> &runs)
{
    const QStringList labels = runLabels(runs);
    const QVector<int> colours = runColours(runs, plotColours);
    QVector<LineUnit> units;
    for (qsizetype i = 0; i < runs.size(); ++i)
        units.push_back({{i}, runs[i].id, runs[i].name, labels[i], colours[i], 0});
    return units;
}

QVector<LineUnit> groupUnits(const QVector<RunGroup> &groups)
{
    const QVector<int> colours = groupColours(groups, plotColours);
    QVector<LineUnit> units;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const RunGroup &group = groups[i];
        units.push_back({group.runs, RunId(group.value), group.label, group.label, colours[i], 0});
    }
    return units;
}

} // namespace

bool drawsGroups(const PanelSpec &spec)
{
    return !spec.value<GroupOption>(QStringLiteral("group")).keys.isEmpty() ||
           !spec.value<QStringList>(QStringLiteral("aggregate")).isEmpty();
}

GroupStyle numberGroupStyle(const PanelSpec &spec)
{
    return GroupStyle::of(spec.value<QStringList>(QStringLiteral("aggregate")),
                          {QStringLiteral("mean"), QStringLiteral("std")});
}

PanelOptions numberGroupOptions()
{
    return {{QStringLiteral("group"), OptionKind::Group, QStringLiteral("[]"),
             UnitsText::tr("All runs that have this in common are shown as one.")},
            {QStringLiteral("aggregate"), OptionKind::Choices, QStringLiteral("[]"),
             UnitsText::tr("Which number of a group is shown, and how far its runs spread; mean, "
                           "std where nothing is said."),
             aggregateNames()}};
}

QVector<RunGroup> rowsOf(const PanelInput &input)
{
    const auto &names = input.spec.value<QMap<QString, QString>>(QStringLiteral("names"));
    QVector<RunGroup> rows;
    if (drawsGroups(input.spec)) {
        rows = groupsOf(input.spec.value<GroupOption>(QStringLiteral("group")), input.runs);
        for (RunGroup &row : rows)
            row.label = names.value(row.label, names.value(row.value, row.label));
        return rows;
    }
    const QStringList labels = runLabels(input.runs);
    for (qsizetype i = 0; i < input.runs.size(); ++i) {
        const Run &run = input.runs[i];
        const QString id = run.id.toString();
        rows << RunGroup{names.value(run.name, names.value(id, labels[i])), id, {i}};
    }
    return rows;
}

int usualRunsWithGroups(const PanelSpec &spec)
{
    return drawsGroups(spec) ? 100 : 10;
}

LineUnits LineUnits::of(const PanelInput &input)
{
    LineUnits made;
    made.areGroups = drawsGroups(input.spec);
    if (made.areGroups) {
        const QVector<RunGroup> groups =
            groupsOf(input.spec.value<GroupOption>(QStringLiteral("group")), input.runs);
        made.units = groupUnits(groups);
        made.notes = groupNotes(groups);
    } else {
        made.units = runUnits(input.runs);
    }
    // Where units share a colour because there are more of them than colours, they differ in their
    // dashes.
    QVector<int> uses(plotColours, 0);
    for (LineUnit &unit : made.units)
        unit.round = uses[unit.colorIndex]++;
    return made;
}

} // namespace plotleaf
