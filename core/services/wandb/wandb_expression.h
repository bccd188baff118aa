#pragma once

#include "core/runs/filter_mistake.h"

#include <optional>

namespace plotleaf {

// W&B's filter expressions (`Config("lr") <= 0.01 and Metric("State") == 'finished'`, wandb.md 4.1)
// and our filters. What the other cannot say is an error, never left out. Any thread.

/// A W&B expression as a filter of ours; an empty one is no filter: an empty text. `<` and `>` are
/// strict. Errors: as RunFilter::parse(), also for attributes that our runs do not have.
Result<QString> filterFromWandb(const QString &expression);
/// What filterFromWandb() does not like, with its place.
std::optional<FilterMistake> wandbMistakeIn(const QString &expression);

/// A filter of ours as W&B expression. `not` is taken into the comparisons. Errors: InvalidInput
/// (what W&B has no words for: regular expressions, `contains` of anything but tags, values of
/// metrics other than the summary, parentheses within parentheses, …), as RunFilter::parse() where
/// the text is no filter.
///
/// W&B's own reader doubles `=` and puts `=` behind `<` and `>`, also in texts; what is written
/// here is what its language says, not what that reader makes of it.
Result<QString> wandbFromFilter(const QString &filter);

} // namespace plotleaf
