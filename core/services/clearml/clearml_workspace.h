#pragma once

#include "core/report/workspace.h"
#include "core/secrets/secret_store.h"
#include "core/services/clearml/clearml_client.h"

#include <QCoroTask>
#include <QProcessEnvironment>

#include <memory>

namespace plotleaf {

/// What a workspace of the kind "clearml" has to know to find its server again. No secret is in it.
struct ClearmlPlace
{
    ClearmlServers servers;
    QString user;          ///< access key, or the name of a user with a password
    QString authorityFile; ///< certificates that are believed for this server; may be empty
    QByteArray acceptedCertificate; ///< see HttpTransport

    friend bool operator==(const ClearmlPlace &, const ClearmlPlace &) = default;
};

/// Workspaces of ClearML servers are "clearml/NAME", as in a panel's `source:`.
Workspace clearmlWorkspace(const QString &name, const ClearmlPlace &place);

/// Errors: InvalidInput (another kind, or settings without the server's address).
Result<ClearmlPlace> clearmlPlace(const Workspace &workspace);

/// Under which key the secret stands in the SecretStore.
QString clearmlSecretKey(const ClearmlPlace &place);

/// How the server is reached. Errors: Io, Damaged (the file of authorities).
Result<HttpTransport> clearmlTransport(const ClearmlPlace &place);

/// A client that can sign in. The secret comes from the environment where CLEARML_API_ACCESS_KEY is
/// this very key, and CLEARML_API_HOST, if it is set, this host; else from the store.
/// Errors: those of clearmlPlace(), clearmlTransport() and SecretStore::read(); NotSignedIn where
/// nobody knows the secret, and the person has to be asked.
QCoro::Task<Result<std::shared_ptr<ClearmlClient>>>
openClearml(Workspace workspace,
            std::shared_ptr<SecretStore> secrets,
            std::shared_ptr<const Clock> clock,
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

} // namespace plotleaf
