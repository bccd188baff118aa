#pragma once

#include "core/runs/run_order.h"
#include "core/services/clearml/widgets/clearml_run_query.h"

namespace plotleaf {

/// That one of the two languages has no words for something. InvalidInput.
inline Error cannotSay(const QString &message)
{
    return {ErrorCode::InvalidInput, message, {}};
}

/// "-last_update" and "last_metrics.<md5>.<md5>.max_value" as an order of ours: "-updated",
/// "metrics.val/acc.max". Errors: InvalidInput.
Result<QString> orderOfClearml(const QString &key, const ClearmlQueryNames &names);
/// The other way. Errors: InvalidInput.
Result<QString> clearmlOrderOf(const RunOrder::Key &key);

} // namespace plotleaf
