#include "core/services/clearml/clearml_file_address.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// Whether a server, a proxy before it or Qt could make another path of it.
bool isPlainPath(const QString &encodedPath)
{
    const QString path = QUrl::fromPercentEncoding(encodedPath.toUtf8());
    return !path.isEmpty() && !path.startsWith(u'/') && QDir::cleanPath(path) == path &&
           !path.startsWith(".."_L1) && !path.contains(u'\\') && !path.contains(QChar::Null);
}

} // namespace

QString clearmlFilePath(const ClearmlServers &servers, const QString &address)
{
    if (address.contains(u'?') || address.contains(u'#'))
        return {};
    const QString web = servers.web.toString(QUrl::StripTrailingSlash);
    const QString files = servers.files.toString(QUrl::StripTrailingSlash);
    for (const QString &base : {QString(web + u"/files/"_s), QString(files + u'/')}) {
        if (!address.startsWith(base))
            continue;
        QString path = address.mid(base.size());
        while (path.startsWith(u'/'))
            path.remove(0, 1);
        return isPlainPath(path) ? path : QString();
    }
    return {};
}

QUrl clearmlFileAddress(const ClearmlServers &servers, const QString &encodedPath)
{
    return QUrl(servers.files.toString(QUrl::StripTrailingSlash) + u'/' + encodedPath,
                QUrl::StrictMode);
}

} // namespace plotleaf
