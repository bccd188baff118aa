#pragma once

#include "core/services/clearml/clearml_workspace.h"

#include <QStringList>

namespace plotleaf {

/// What a person says about a server that is to be added.
struct ServerWish
{
    QString address;    ///< of whatever part of it; empty: the configuration says it
    QString configFile; ///< clearml.conf; "-": a configuration pasted on standard input
    QString user;       ///< access key, or user name; empty: the configuration's
    QString authorityFile;
    QByteArray acceptedCertificate; ///< SHA-256, see HttpTransport
};

/// Where a secret was found.
enum class SecretOrigin { Nowhere, Configuration, Environment, KeyStore, Terminal };

/// A server that was found, and what signs in there.
struct FoundServer
{
    ClearmlPlace place;
    QString secret; ///< empty: it has to be asked for
    SecretOrigin origin = SecretOrigin::Nowhere;
    bool hasPasswords = false; ///< users with passwords instead of access keys
    QStringList notes;         ///< what was found, for people
};

/// Looks for the server: asks around its address, or reads the configuration; without either, the
/// environment (CLEARML_*) and `~/clearml.conf`. Errors: those of discoverClearml(),
/// readClearmlConfig() and clearmlTransport(); InvalidInput when nothing says which server is
/// meant.
QCoro::Task<Result<FoundServer>> findServer(ServerWish wish, QProcessEnvironment environment);

} // namespace plotleaf
