#pragma once

#include <QWebEngineUrlRequestInterceptor>

namespace plotleaf {

/// Lets a page load from our own scheme and nothing else. Also `data:` pictures, fonts and sound,
/// which load no network. Called by WebEngine on the GUI thread.
class RequestGuard : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;

    void interceptRequest(QWebEngineUrlRequestInfo &request) override;

    static bool isAllowed(const QUrl &url, int resourceType);
};

} // namespace plotleaf
