#pragma once

#include "ui/page/page_resources.h"

#include <QWebEngineUrlSchemeHandler>

namespace plotleaf {

/// Serves `plotleaf:` addresses (resources/web/PROTOCOL.md): the shell from the resource file,
/// assets, media and remote pictures from the report's PageResources. GET only, asked by the shell
/// only. GUI thread.
class PageSchemeHandler : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    explicit PageSchemeHandler(PageResources resources, QObject *parent = nullptr);

    void requestStarted(QWebEngineUrlRequestJob *job) override;

    /// An address below a host as a relative path; empty when it tries to leave its root.
    static QString safePath(const QUrl &url);

private:
    void replyPage(QWebEngineUrlRequestJob *job);
    void replyAsset(QWebEngineUrlRequestJob *job, const QString &name);
    void replyRemote(QWebEngineUrlRequestJob *job, const QUrl &url);

    PageResources m_resources;
};

} // namespace plotleaf
