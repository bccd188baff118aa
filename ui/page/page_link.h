#pragma once

#include "ui/page/page_host.h"
#include "ui/page/page_resources.h"

#include <QHash>
#include <QJsonArray>
#include <QObject>
#include <QSize>
#include <QVariant>

#include <functional>
#include <memory>

class QWebChannel;
class QWebEngineProfile;

namespace plotleaf {

class PageSchemeHandler;
class RequestGuard;
class ShellPage;

/// What the page is drawn for.
enum class PageMode { Screen, Print, Export };

/// The connection to one web page: profile, shell, injected bundle, and calls both ways. Each link
/// has an off-the-record profile of its own, because a profile's scheme handler cannot tell which
/// of several pages asks and every report has its own assets. GUI thread.
class PageLink : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const QVariant &)>;

    PageLink(PageResources resources, PageMode mode, QObject *parent = nullptr);
    ~PageLink() override;

    ShellPage *page() const { return m_page.get(); }
    PageHost *host() { return &m_host; }
    bool isReady() const { return m_ready; }

    /// Loads the shell (again); `ready` follows.
    void load();
    void setTheme(const QString &name);
    /// Pictures that it does not allow are never asked for, whatever the page says.
    void setConsent(const RemoteConsent &consent);
    /// Of the report's own pictures, in pixels, by name. Told to each page before it is shown
    /// anything.
    void addAssetSizes(const QHash<QString, QSize> &sizes);
    void forgetAssetSizes() { m_assetSizes.clear(); }
    /// Of the text (BCP 47); empty: the user's. Before load().
    void setLanguage(const QString &language) { m_language = language; }

    /// Calls `plotleaf.FUNCTION(...)` in the page. Precondition: isReady(). `done` gets the text of
    /// what the page threw, or nothing; it is not called when the page goes away first.
    void call(const QString &function,
              const QJsonArray &arguments,
              const std::function<void(const QString &error)> &done = {});
    /// The value of a script in the application world. Precondition: isReady(). As above.
    void evaluate(const QString &script, const Answer &answer);

signals:
    /// The page is configured and takes calls; again after each load.
    void ready();
    /// The renderer died. load() starts another.
    void lost();

private:
    void setUpProfile(PageResources resources);
    void injectBundle();
    void onPageReady();
    void onPartNeeded(const QString &part);
    void configure();
    void sendConsent();
    void sendAssetSizes(const QHash<QString, QSize> &sizes);
    PageResources guarded(PageResources resources);

    PageMode m_mode;
    QString m_theme = QStringLiteral("light");
    QString m_language;
    RemoteConsent m_consent;
    QHash<QString, QSize> m_assetSizes;
    bool m_ready = false;
    quint64 m_generation = 0; ///< of loads: answers of an earlier page are dropped
    PageHost m_host;
    // Destroyed from the bottom up: the page before its profile, the profile before what serves it.
    std::unique_ptr<PageSchemeHandler> m_handler;
    std::unique_ptr<RequestGuard> m_guard;
    std::unique_ptr<QWebChannel> m_channel;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<ShellPage> m_page;
};

} // namespace plotleaf
