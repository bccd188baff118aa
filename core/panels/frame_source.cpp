#include "core/panels/frame_source.h"

namespace plotleaf {

using namespace Qt::StringLiterals;

QString absoluteFrameAddress(const QString &address, const QUrl &web)
{
    const QString text = address.trimmed();
    // The query stays as it is written.
    const qsizetype end = text.indexOf(u'?');
    const QUrl url(text.left(end), QUrl::TolerantMode);
    if (web.host().isEmpty() || !url.scheme().isEmpty() || !url.host().isEmpty())
        return address;
    QString path = url.path(QUrl::FullyEncoded);
    if (!path.startsWith(u'/'))
        path.prepend(u'/');
    // Written before the installation moved below a path, or since.
    const QString folder = web.path(QUrl::FullyEncoded);
    if (!path.startsWith(folder + u'/'))
        path.prepend(folder);
    const QUrl host = web.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return host.toString(QUrl::FullyEncoded) + path + (end < 0 ? QString() : text.mid(end));
}

} // namespace plotleaf
