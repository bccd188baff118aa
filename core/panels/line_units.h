#pragma once

#include "core/panels/line_statistics.h"
#include "core/panels/panel_input.h"
#include "core/panels/panel_option.h"
#include "core/panels/run_groups.h"

namespace plotleaf {

/// What a line stands for: a run, or a group of them.
struct LineUnit
{
    QVector<qsizetype> runs; ///< places in PanelInput::runs
    RunId id;                ///< of a group: what its runs have in common
    QString name;
    QString label;
    int colorIndex = 0;
    int round = 0; ///< how many before it have the same colour
};

/// What the lines of a panel stand for, as its `group` and `aggregate` ask. Any thread.
struct LineUnits
{
    QVector<LineUnit> units;
    bool areGroups = false;
    QStringList notes;

    static LineUnits of(const PanelInput &input);
};

/// Whether the fence asks for groups (`group`, `aggregate`).
bool drawsGroups(const PanelSpec &spec);

/// The style of groups that are shown as numbers.
GroupStyle numberGroupStyle(const PanelSpec &spec);

/// `group` and `aggregate` of a kind that shows numbers.
PanelOptions numberGroupOptions();

/// What a panel of numbers shows in a row or place of its own: its groups, or each run by itself
/// under its label. `names` of the fence are already applied.
QVector<RunGroup> rowsOf(const PanelInput &input);

/// Of a kind with groups: a group is worth as much place as a run, and made of many.
int usualRunsWithGroups(const PanelSpec &spec);

} // namespace plotleaf
