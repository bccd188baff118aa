#pragma once

#include "core/base/result.h"
#include "core/runs/run_field.h"

#include <optional>

namespace plotleaf {

// How W&B's filter expressions name what can be asked of a run (wandb.md 3.5 and 4.1).

/// The run's own attribute: "State", "Name", "CreatedTimestamp", or as it is stored: "state",
/// "displayName", "createdAt". W&B's "name" is the id. Nothing where our runs have no such field.
std::optional<RunField> wandbAttribute(const QString &name);
/// "State" for the field `state`; empty where W&B has none.
QString wandbAttributeName(const RunField &field);
/// All names of attributes, as they are offered.
QStringList wandbAttributeNames();

/// Config("lr"), Summary("acc"), SummaryMetric("acc"), Metric("State"), Tags(), KeysInfo("loss"),
/// which asks whether the run has the metric. The key of a parameter may carry W&B's ".value"
/// behind its first part. Errors: InvalidInput.
Result<RunField> wandbField(const QString &call, const QString &key);
/// What is before the parentheses in these.
QStringList wandbCalls();

/// A parameter's name with ".value" behind its first part where W&B would read another into it.
QString wandbConfigKey(const QString &name);

} // namespace plotleaf
