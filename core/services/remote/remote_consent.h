#pragma once

#include <QStringList>
#include <QUrl>

namespace plotleaf {

/// Which pictures from elsewhere may be shown.
struct RemoteConsent
{
    bool all = false;
    QStringList hosts; ///< "pictures.example"; other letters as punycode, as the page says them

    bool allows(const QUrl &url) const
    {
        return all || hosts.contains(url.host(QUrl::FullyEncoded));
    }

    friend bool operator==(const RemoteConsent &, const RemoteConsent &) = default;
};

} // namespace plotleaf
