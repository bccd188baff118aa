#pragma once

#include "core/base/result.h"

#include <QString>
#include <QUrl>

namespace plotleaf {

/// Where the three parts of one ClearML installation answer. Addresses end without a slash and may
/// have a path (clearml.md 1.1).
struct ClearmlServers
{
    QUrl api;
    QUrl web;
    QUrl files;

    friend bool operator==(const ClearmlServers &, const ClearmlServers &) = default;
};

/// The port that is asked, also where the address leaves it out.
inline int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

/// Whether two addresses of web apps are of the same one, whatever their scheme.
inline bool isSameClearmlWeb(const QUrl &a, const QUrl &b)
{
    const bool isSamePort = a.port() == b.port() || portOf(a) == portOf(b);
    return a.host() == b.host() && isSamePort && a.path() == b.path();
}

/// Why an address with a name or a password in it ("https://user:secret@host") is refused.
/// Addresses are kept in the library and shown; secrets are only in the system's key store.
/// InvalidInput, without what is secret.
Error secretInClearmlAddress(const QUrl &address);

/// What signs in: an access key and its secret, or name and password on servers with fixed users
/// (clearml.md 1.4).
struct ClearmlCredentials
{
    QString user;
    QString secret;

    bool isEmpty() const { return user.isEmpty() || secret.isEmpty(); }
};

} // namespace plotleaf
