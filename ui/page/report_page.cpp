#include "ui/page/report_page.h"

#include "core/report/report_link.h"
#include "ui/page/document_sync.h"
#include "ui/page/link_rules.h"
#include "ui/page/page_engine.h"
#include "ui/page/page_link.h"
#include "ui/page/page_view.h"
#include "ui/page/panel_bridge.h"
#include "ui/page/shell_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace plotleaf {

class ReportPage::Private
{
public:
    Private(PageResources resources, ReportPage &q);
    ~Private();

    void onLost();
    void load();
    void call(const QString &function, const QJsonArray &arguments);
    void onReady();

    ReportPage &q;
    PageLink link;
    PanelBridge panels;
    DocumentSync sync;
    QPointer<PageView> view;
    /// Where the reader is, for the page that takes a dead one's place.
    double line = 0;
    double viewportFraction = 0;
    int crashes = 0;      ///< with the document now shown
    bool stopped = false; ///< until there is another document
};

namespace {

/// Stands in for a report that brings the renderer down each time.
MarkdownDocumentPtr crashNotice(qint64 version)
{
    const QString words =
        ReportPage::tr("The preview stopped working several times with this text. "
                       "It is tried again after the next change. The text itself is safe.");
    MarkdownBlock block;
    block.hash = 1;
    block.html = "<div class=\"pl-problem\">" + words.toHtmlEscaped().toUtf8() + "</div>";
    auto document = std::make_shared<MarkdownDocument>();
    document->version = version;
    document->blocks = {block};
    return document;
}

/// The page shows hostile text: what it calls a host is looked at again.
QStringList hostNames(const QJsonArray &hosts)
{
    QStringList names;
    for (const QJsonValue host : hosts) {
        QUrl url;
        url.setScheme(u"https"_s);
        url.setHost(host.toString(), QUrl::StrictMode);
        if (url.isValid() && !url.host().isEmpty())
            names.append(url.host(QUrl::FullyEncoded));
    }
    return names;
}

QString pageThemeName(PageTheme theme)
{
    return theme == PageTheme::Dark ? u"dark"_s : u"light"_s;
}

} // namespace

ReportPage::Private::Private(PageResources resources, ReportPage &page)
    : q(page)
    , link(std::move(resources), PageMode::Screen)
    , panels(link)
    , sync(link, DocumentSync::Start::BeginningFirst)
    , view(new PageView(link.page()))
{
    load();
}

ReportPage::Private::~Private()
{
    // A layout's parent may have deleted the view already.
    delete view;
}

void ReportPage::Private::load()
{
    link.load();
}

void ReportPage::Private::call(const QString &function, const QJsonArray &arguments)
{
    if (link.isReady())
        link.call(function, arguments);
}

void ReportPage::Private::onReady()
{
    // Left alone, Chromium goes to where the page was scrolled to before it was loaded again.
    call(u"scrollToLine"_s, {line, viewportFraction});
}

void ReportPage::Private::onLost()
{
    ++crashes;
    // Even the notice does not hold: no renderer can live here, and starting more would never end.
    stopped = crashes > crashLimit;
    if (stopped) {
        emit q.crashed();
        return;
    }
    if (crashes == crashLimit && sync.document())
        sync.setDocument(crashNotice(sync.document()->version));
    // Not from inside WebEngine's own signal: it is still taking the old renderer apart.
    QTimer::singleShot(0, &q, [this] { load(); });
    emit q.crashed();
}

void ReportPage::initializeEngine()
{
    PageEngine::initialize();
}

std::optional<QString> ReportPage::engineObstacle()
{
    return PageEngine::obstacle();
}

ReportPage::ReportPage(PageResources resources, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(resources), *this))
{
    const PageHost *host = d->link.host();
    connect(host, &PageHost::versionShown, this, [this](qint64 version) {
        if (version != DocumentSync::beginningVersion)
            emit shown(version);
    });
    connect(host, &PageHost::readerScrolled, this, &ReportPage::scrolledByReader);
    connect(host, &PageHost::taskClicked, this, &ReportPage::taskToggled);
    connect(host, &PageHost::linkClicked, this, [this](const QString &href) {
        if (const QUrl url(href); LinkRules::isOutside(url) || reportOfLink(href))
            emit linkActivated(url);
        else
            emit linkRefused(href);
    });
    connect(host, &PageHost::consentWanted, this, [this](const QString &href) {
        if (const QUrl url(href); LinkRules::isOutside(url))
            emit remoteImageAsked(url);
    });
    connect(host, &PageHost::imagesBlockedChanged, this,
            [this](int count, const QJsonArray &hosts) {
                emit remoteImagesBlocked(count, hostNames(hosts));
            });
    connect(host, &PageHost::copyWanted, this,
            [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
    connect(host, &PageHost::readerScrolled, this, [this](double line) {
        d->line = line;
        d->viewportFraction = 0;
    });
    connect(&d->link, &PageLink::ready, this, [this] { d->onReady(); });
    connect(&d->link, &PageLink::lost, this, [this] { d->onLost(); });
    connect(&d->sync, &DocumentSync::broken, this, [this] { d->onLost(); });
}

ReportPage::~ReportPage() = default;

QWebEngineView *ReportPage::view() const
{
    return d->view;
}

void ReportPage::setFeeds(PanelFeeds *feeds)
{
    d->panels.setFeeds(feeds);
}

void ReportPage::setDocument(const MarkdownDocumentPtr &document)
{
    d->crashes = 0;
    if (std::exchange(d->stopped, false))
        d->load();
    d->panels.setDocument(document);
    d->sync.setDocument(document);
}

void ReportPage::clear()
{
    d->link.setConsent({});
    d->link.forgetAssetSizes();
    d->line = 0;
    d->viewportFraction = 0;
    d->crashes = 0;
    d->stopped = false;
    d->panels.setDocument({});
    d->sync.setDocument({});
    d->load();
}

void ReportPage::setTheme(PageTheme theme)
{
    d->link.setTheme(pageThemeName(theme));
    if (d->view) // what is seen until the style sheet is there
        d->link.page()->setBackgroundColor(d->view->palette().color(QPalette::Window));
}

void ReportPage::allowRemoteImages(const RemoteConsent &consent)
{
    d->link.setConsent(consent);
}

void ReportPage::setAssetSizes(const QHash<QString, QSize> &sizes)
{
    d->link.addAssetSizes(sizes);
}

void ReportPage::scrollToLine(double line, double viewportFraction)
{
    d->line = line;
    d->viewportFraction = viewportFraction;
    d->call(u"scrollToLine"_s, {line, viewportFraction});
}

void ReportPage::scrollToAnchor(const QString &id)
{
    d->call(u"scrollToAnchor"_s, {id});
}

} // namespace plotleaf
