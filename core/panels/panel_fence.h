#pragma once

#include "core/base/result.h"
#include "core/runs/run_embed.h"

namespace plotleaf {

/// The fenced panel that shows it: curves as `line`, samples as `media`. A group is a heading and a
/// panel for each variant. `source`: as in a panel's `source:`. Errors: InvalidInput (nothing is
/// chosen, or there is no such panel).
Result<QString> panelFence(const RunEmbed &what, const QString &source);

/// A name as the part of a source that one-part names have: "train/loss" is train and loss, "loss"
/// the variant of no metric.
MetricName splitMetricName(const QString &name);

} // namespace plotleaf
