#include "ui/page/shell_page.h"

#include <QLoggingCategory>
#include <QWebEngineFullScreenRequest>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#endif
#include <QWebEngineSettings>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(pageLog, "plotleaf.page")

namespace plotleaf {

namespace {

QUrl shellUrl()
{
    return QUrl(u"plotleaf://page/"_s);
}

} // namespace

ShellPage::ShellPage(QWebEngineProfile *profile, QObject *parent) : QWebEnginePage(profile, parent)
{
    switchOff();
    refuseRequests();
}

void ShellPage::switchOff()
{
    using Settings = QWebEngineSettings;
    for (const auto attribute : {Settings::JavascriptEnabled,
                                 Settings::JavascriptCanOpenWindows,
                                 Settings::JavascriptCanAccessClipboard,
                                 Settings::JavascriptCanPaste,
                                 Settings::LocalStorageEnabled,
                                 Settings::LocalContentCanAccessRemoteUrls,
                                 Settings::LocalContentCanAccessFileUrls,
                                 Settings::HyperlinkAuditingEnabled,
                                 Settings::PluginsEnabled,
                                 Settings::PdfViewerEnabled,
                                 Settings::FullScreenSupportEnabled,
                                 Settings::ScreenCaptureEnabled,
                                 Settings::WebGLEnabled,
                                 Settings::AutoLoadIconsForPage,
                                 Settings::AllowRunningInsecureContent,
                                 Settings::AllowGeolocationOnInsecureOrigins,
                                 Settings::AllowWindowActivationFromJavaScript,
                                 Settings::DnsPrefetchEnabled,
                                 Settings::NavigateOnDropEnabled,
                                 Settings::ErrorPageEnabled})
        settings()->setAttribute(attribute, false);
    settings()->setAttribute(Settings::PlaybackRequiresUserGesture, true);
    settings()->setAttribute(Settings::WebRTCPublicInterfacesOnly, true);
    settings()->setUnknownUrlSchemePolicy(Settings::DisallowUnknownUrlSchemes);
}

void ShellPage::refuseRequests()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::permissionRequested, this,
            [](const QWebEnginePermission &permission) { permission.deny(); });
#else
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
#endif
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
}

void ShellPage::loadShell()
{
    m_loadingShell = true;
    load(shellUrl());
}

bool ShellPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    const bool isOurs =
        m_loadingShell && isMainFrame && type == NavigationTypeTyped && url == shellUrl();
    if (!isOurs) {
        qCInfo(pageLog) << "refused to navigate to" << url.toDisplayString();
        return false;
    }
    m_loadingShell = false;
    return true;
}

QWebEnginePage *ShellPage::createWindow(WebWindowType)
{
    return nullptr;
}

QStringList ShellPage::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    return {};
}

void ShellPage::javaScriptAlert(const QUrl &, const QString &)
{
}

bool ShellPage::javaScriptConfirm(const QUrl &, const QString &)
{
    return false;
}

bool ShellPage::javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *)
{
    return false;
}

void ShellPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level,
                                         const QString &message,
                                         int line,
                                         const QString &source)
{
    if (level == InfoMessageLevel)
        qCDebug(pageLog).noquote() << source << line << message;
    else
        qCInfo(pageLog).noquote() << source << line << message;
}

} // namespace plotleaf
