#include "ui/page/request_guard.h"

namespace plotleaf {

bool RequestGuard::isAllowed(const QUrl &url, int resourceType)
{
    using Info = QWebEngineUrlRequestInfo;
    const bool isPassive = resourceType == Info::ResourceTypeImage ||
                           resourceType == Info::ResourceTypeMedia ||
                           resourceType == Info::ResourceTypeFontResource;
    if (url.scheme() == QLatin1String("data"))
        return isPassive;
    if (url.scheme() != QLatin1String("plotleaf"))
        return false;
    return isPassive || resourceType == Info::ResourceTypeMainFrame ||
           resourceType == Info::ResourceTypeStylesheet || resourceType == Info::ResourceTypeXhr;
}

void RequestGuard::interceptRequest(QWebEngineUrlRequestInfo &request)
{
    if (!isAllowed(request.requestUrl(), request.resourceType()))
        request.block(true);
}

} // namespace plotleaf
