#include "core/base/network_use.h"

#include <QCoreApplication>

namespace plotleaf {

Result<void> mayLookUp(const NetworkUsePtr &use)
{
    if (!use || use->policy != NetworkPolicy::Offline)
        return {};
    return Error{
        ErrorCode::Network,
        QCoreApplication::translate("plotleaf::NetworkUse", "Plotleaf is set to work offline."),
        {}};
}

} // namespace plotleaf
