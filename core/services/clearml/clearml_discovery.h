#pragma once

#include "core/base/result.h"
#include "core/services/clearml/clearml_servers.h"
#include "core/services/http/http_session.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QStringList>
#include <QVector>

#include <memory>

namespace plotleaf {

/// What was found at an address.
struct FoundClearml
{
    ClearmlServers servers;
    /// The server has users with passwords of its own; otherwise it wants an access key.
    bool hasPasswords = false;
    QStringList notes; ///< what was tried and found, for people
};

/// The installation's web address behind whatever somebody pastes: an address without scheme, of a
/// page of the web app, of the API, of the files server (clearml.md 1.1). Errors: InvalidInput.
Result<QVector<QUrl>> clearmlWebAddresses(const QString &text);

/// The servers that are not said, as the SDK guesses them (clearml.md 1.1).
ClearmlServers completedClearmlServers(ClearmlServers servers);

/// Asks around an address until an API answers: what the web app is configured with, the paths of
/// its proxy, the usual ports and names. No credentials are needed or sent.
/// Errors: InvalidInput, NotFound (no API; `detail` says what was tried), NotTrusted, Network.
QCoro::Task<Result<FoundClearml>> discoverClearml(std::shared_ptr<HttpSession> session,
                                                  QString address);

/// A small question to an address, without credentials.
HttpRequest clearmlProbe(const QByteArray &verb, const QUrl &url);

/// How people sign in there: `login.supported_modes`, which needs no login and is answered by every
/// API (clearml.md 1.4). Errors: those of HttpSession::send() and readClearmlAnswer().
QCoro::Task<Result<QJsonObject>> clearmlSignInModes(std::shared_ptr<HttpSession> session, QUrl api);

} // namespace plotleaf
