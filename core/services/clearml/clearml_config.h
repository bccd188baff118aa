#pragma once

#include "core/base/result.h"
#include "core/services/clearml/clearml_servers.h"
#include "core/services/cloud/cloud_key.h"

#include <QProcessEnvironment>
#include <QString>
#include <QVector>

namespace plotleaf {

/// What a configuration says about a ClearML server. Addresses that it does not say are empty.
struct ClearmlConfig
{
    ClearmlServers servers;
    ClearmlCredentials credentials;
    QString authorityFile; ///< of certificates, where the configuration names one
    /// The configuration wants certificates not to be checked. Plotleaf does check; a person may
    /// accept the one certificate after looking at it.
    bool wantsUnchecked = false;
    QVector<CloudCredential> cloudKeys; ///< see clearmlCloudKeys()
};

/// The text of a `clearml.conf` (clearml.md 1.1), of what the web app shows when credentials are
/// created, or of lines such as `export CLEARML_API_HOST=…` and `%env CLEARML_API_HOST=…`.
/// Errors: Damaged, LimitExceeded (see readHocon()), NotFound (nothing in it speaks of a server),
/// InvalidInput (secretInClearmlAddress()).
Result<ClearmlConfig> readClearmlConfig(const QString &text,
                                        const QProcessEnvironment &environment);

/// CLEARML_* variables, and TRAINS_* as they were called before. Errors: NotFound,
/// InvalidInput (secretInClearmlAddress()).
Result<ClearmlConfig> clearmlConfigFromEnvironment(const QProcessEnvironment &environment);

} // namespace plotleaf
