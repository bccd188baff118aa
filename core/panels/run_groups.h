#pragma once

#include "core/panels/option_value.h"
#include "core/runs/run.h"

namespace plotleaf {

/// Runs that are shown as one.
struct RunGroup
{
    QString label;           ///< what they have in common, for people: "arch: resnet, lr: 0.1"
    QString value;           ///< the same without the names of the keys: "resnet, 0.1"
    QVector<qsizetype> runs; ///< places in the list of runs
};

/// The groups in the order of their first runs. Without keys all runs are one group, called "3
/// runs". Runs that lack what they are grouped by form a group of their own. Any thread.
QVector<RunGroup> groupsOf(const GroupOption &group, const QVector<Run> &runs);

/// For each group the index of its colour: the same wherever a group of this label is shown.
QVector<int> groupColours(const QVector<RunGroup> &groups, int colours);

/// Small print: how many runs each group is made of; nothing when there are many groups.
QStringList groupNotes(const QVector<RunGroup> &groups);

} // namespace plotleaf
