#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <utility>

namespace plotleaf {

/// The headers with which whoever has an account's key may GET a blob: "Authorize with Shared Key",
/// Azure Storage REST API. `accountKey`: as the portal shows it, in Base64.
QList<std::pair<QByteArray, QByteArray>> azureSharedKeyHeaders(const QUrl &url,
                                                               const QString &account,
                                                               const QString &accountKey,
                                                               const QDateTime &time);

} // namespace plotleaf
