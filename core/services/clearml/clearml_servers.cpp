#include "core/services/clearml/clearml_servers.h"

#include <QCoreApplication>

namespace plotleaf {

Error secretInClearmlAddress(const QUrl &address)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::ClearmlServers",
                                        "The address of %1 has a name or a password in it, which "
                                        "would be kept where everybody can read it. Take it out; "
                                        "an access key and its secret sign in.")
                .arg(address.host()),
            {}};
}

} // namespace plotleaf
