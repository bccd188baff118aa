#pragma once

#include "core/runs/run.h"

#include <QStringList>

namespace plotleaf {

/// Short names that tell these runs apart, in their order: what all names have in common in front
/// and behind, in whole parts between slashes, is left out ("mnist/lr-0.1/train" and
/// "mnist/lr-0.01/train" become "lr-0.1" and "lr-0.01"). Long ones are cut in the middle, and runs
/// of the same name are told apart by the end of their id. Any thread.
QStringList runLabels(const QVector<Run> &runs);

/// For each run the index of its colour among `colours`: the same for a run wherever it is shown,
/// as far as the others shown with it allow. Where two want the same, the older run (then the
/// smaller id) has it and the other takes the next free one, so a run that is new never changes the
/// colour of those that were there. Any thread.
QVector<int> runColours(const QVector<Run> &runs, int colours);

} // namespace plotleaf
