#include "ui/page/page_link.h"

#include "core/base/resource_file.h"
#include "ui/page/page_scheme_handler.h"
#include "ui/page/page_script.h"
#include "ui/page/page_strings.h"
#include "ui/page/request_guard.h"
#include "ui/page/shell_page.h"

#include <QFile>
#include <QJsonObject>
#include <QLocale>
#include <QLoggingCategory>
#include <QPointer>
#include <QRegularExpression>
#include <QWebChannel>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

using namespace Qt::StringLiterals;

Q_DECLARE_LOGGING_CATEGORY(pageLog)

namespace plotleaf {

namespace {

constexpr quint32 ourWorld = QWebEngineScript::ApplicationWorld;

QString modeName(PageMode mode)
{
    switch (mode) {
    case PageMode::Screen:
        return u"screen"_s;
    case PageMode::Print:
        return u"print"_s;
    case PageMode::Export:
        break;
    }
    return u"export"_s;
}

/// Empty when there is no such file.
QString readScript(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Qt's half of the channel and our bundle, as one script that does nothing when run again.
QString bundleSource()
{
    return u"if(!globalThis.plotleafBundle){globalThis.plotleafBundle=true;\n"_s +
           readScript(u":/qtwebchannel/qwebchannel.js"_s) + u'\n' + readScript(u":/web/page.js"_s) +
           u"\n}"_s;
}

QWebEngineScript injectedScript(const QString &source)
{
    QWebEngineScript script;
    script.setName(u"plotleaf"_s);
    script.setSourceCode(source);
    script.setWorldId(ourWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentReady);
    script.setRunsOnSubFrames(false);
    return script;
}

} // namespace

PageLink::PageLink(PageResources resources, PageMode mode, QObject *parent)
    : QObject(parent), m_mode(mode), m_channel(std::make_unique<QWebChannel>())
{
    if (const auto opened = openResourceFile(); !opened)
        qCWarning(pageLog).noquote() << opened.error().message;
    setUpProfile(guarded(std::move(resources)));
    m_page = std::make_unique<ShellPage>(m_profile.get());
    m_channel->registerObject(u"host"_s, &m_host);
    m_page->setWebChannel(m_channel.get(), ourWorld);
    injectBundle();

    connect(&m_host, &PageHost::pageReady, this, &PageLink::onPageReady);
    connect(&m_host, &PageHost::partNeeded, this, &PageLink::onPartNeeded);
    connect(&m_host, &PageHost::pageFailed, this,
            [](const QString &message) { qCWarning(pageLog).noquote() << "page:" << message; });
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this,
            [this](QWebEnginePage::RenderProcessTerminationStatus status, int code) {
                qCWarning(pageLog) << "the renderer ended" << status << code;
                m_ready = false;
                emit lost();
            });
}

// The page answers what it was asked while it goes, and who asked may have gone before.
PageLink::~PageLink()
{
    m_ready = false;
}

void PageLink::setUpProfile(PageResources resources)
{
    m_handler = std::make_unique<PageSchemeHandler>(std::move(resources));
    m_guard = std::make_unique<RequestGuard>();
    m_profile = std::make_unique<QWebEngineProfile>();
    m_profile->setHttpCacheType(QWebEngineProfile::NoCache);
    m_profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    m_profile->setSpellCheckEnabled(false);
    m_profile->setUrlRequestInterceptor(m_guard.get());
    m_profile->installUrlSchemeHandler("plotleaf", m_handler.get());
    connect(m_profile.get(), &QWebEngineProfile::downloadRequested, this,
            [](QWebEngineDownloadRequest *request) { request->cancel(); });
}

void PageLink::injectBundle()
{
    m_page->scripts().insert(injectedScript(bundleSource()));
    // A renderer that takes a killed one's place sometimes loads the page without the injected
    // scripts (seen on Qt 6.4.2).
    connect(m_page.get(), &QWebEnginePage::loadFinished, this, [this](bool loaded) {
        if (loaded && !m_ready)
            m_page->runJavaScript(bundleSource(), ourWorld);
    });
}

void PageLink::load()
{
    m_ready = false;
    ++m_generation;
    m_page->loadShell();
}

void PageLink::setTheme(const QString &name)
{
    m_theme = name;
    if (m_ready)
        configure();
}

void PageLink::setConsent(const RemoteConsent &consent)
{
    m_consent = consent;
    if (m_ready)
        sendConsent();
}

void PageLink::sendConsent()
{
    call(u"remoteAllowed"_s,
         {QJsonObject{{u"all"_s, m_consent.all},
                      {u"hosts"_s, QJsonArray::fromStringList(m_consent.hosts)}}});
}

void PageLink::addAssetSizes(const QHash<QString, QSize> &sizes)
{
    m_assetSizes.insert(sizes);
    if (m_ready)
        sendAssetSizes(sizes);
}

void PageLink::sendAssetSizes(const QHash<QString, QSize> &sizes)
{
    QJsonObject told;
    for (auto size = sizes.cbegin(); size != sizes.cend(); ++size)
        told.insert(size.key(), QJsonArray{size->width(), size->height()});
    if (!told.isEmpty())
        call(u"assetSizes"_s, {told});
}

PageResources PageLink::guarded(PageResources resources)
{
    if (!resources.remote)
        return resources;
    // A report may name our own address for remote pictures in its text.
    resources.remote = [this, fetch = std::move(resources.remote)](const QUrl &url) {
        return m_consent.allows(url)
                   ? fetch(url)
                   : QtFuture::makeReadyFuture<Result<RemoteImage>>(
                         Error{ErrorCode::NotAllowed, tr("This picture was not allowed."), {}});
    };
    return resources;
}

void PageLink::configure()
{
    call(u"configure"_s,
         {QJsonObject{{u"theme"_s, m_theme},
                      {u"mode"_s, modeName(m_mode)},
                      {u"language"_s, m_language.isEmpty() ? QLocale().bcp47Name() : m_language},
                      {u"strings"_s, pageStrings()}}});
}

void PageLink::onPageReady()
{
    m_ready = true;
    configure();
    sendConsent();
    sendAssetSizes(m_assetSizes);
    emit ready();
}

void PageLink::onPartNeeded(const QString &part)
{
    static const QRegularExpression name(u"^[a-z0-9-]{1,40}$"_s);
    const QString source =
        name.match(part).hasMatch() ? readScript(u":/web/part-%1.js"_s.arg(part)) : QString();
    if (source.isEmpty()) {
        qCWarning(pageLog) << "the page asked for an unknown part" << part;
        return;
    }
    evaluate(source, [this, part](const QVariant &) { call(u"loaded"_s, {part}); });
}

void PageLink::call(const QString &function,
                    const QJsonArray &arguments,
                    const std::function<void(const QString &)> &done)
{
    evaluate(PageScript::call(function, arguments), [function, done](const QVariant &answer) {
        const QString error = answer.toString();
        if (!error.isEmpty())
            qCWarning(pageLog).noquote() << function << "failed in the page:" << error;
        if (done)
            done(error);
    });
}

void PageLink::evaluate(const QString &script, const Answer &answer)
{
    // WebEngine also answers when the page is being destroyed, or has been replaced by another
    // load.
    const QPointer<PageLink> self(this);
    m_page->runJavaScript(script, ourWorld,
                          [self, generation = m_generation, answer](const QVariant &value) {
                              if (self && self->m_ready && self->m_generation == generation)
                                  answer(value);
                          });
}

} // namespace plotleaf
