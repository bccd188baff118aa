#pragma once

#include "core/runs/run.h"

namespace plotleaf {

/// Gives runs of one folder source the parameters that were logged beside them. `runs` are named by
/// their paths, in natural order.
///
/// * What a folder logs holds for the runs below it, as in TensorBoard's hparams plugin, whose
///   session is a folder and whose metrics may lie in its sub-folders; what is logged deeper wins
///  .
/// * PyTorch's `SummaryWriter.add_hparams` writes them the other way round, into a sub-folder that
///   is named by the time (torch/utils/tensorboard/writer.py): where there is one such folder, its
///   parameters are the run's.
/// * A folder that holds nothing but parameters for the runs below it is no run, and is left out.
void shareParameters(QVector<Run> &runs);

} // namespace plotleaf
