#pragma once

#include <QWebEnginePage>

namespace plotleaf {

/// A web page that can only ever show our shell: every navigation, window, dialog, download and
/// permission that it was not told to make is refused.
class ShellPage : public QWebEnginePage
{
    Q_OBJECT

public:
    ShellPage(QWebEngineProfile *profile, QObject *parent = nullptr);

    /// Loads the shell, again if need be.
    void loadShell();

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    QStringList chooseFiles(FileSelectionMode mode,
                            const QStringList &oldFiles,
                            const QStringList &acceptedMimeTypes) override;
    void javaScriptAlert(const QUrl &origin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &origin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &origin,
                          const QString &message,
                          const QString &defaultValue,
                          QString *result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level,
                                  const QString &message,
                                  int line,
                                  const QString &source) override;

private:
    void switchOff();
    void refuseRequests();

    bool m_loadingShell = false;
};

} // namespace plotleaf
