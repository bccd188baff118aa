#include "ui/report/report_preview.h"

#include "core/panels/panel_feeds.h"
#include "ui/page/report_page.h"
#include "ui/report/asset_index.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

#include <QVBoxLayout>
#include <QWebEngineView>

namespace plotleaf {

ReportPreview::ReportPreview(Theme &theme,
                             const AssetIndex &assets,
                             PanelFeeds &feeds,
                             RemoteImages *images,
                             QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_assets(assets)
    , m_feeds(feeds)
    , m_images(images)
    , m_placeholder(new PlainLabel(this))
{
    setObjectName(QStringLiteral("preview"));
    setAccessibleName(tr("Preview"));
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setWordWrap(true);
    m_placeholder->setProperty("look", QStringLiteral("muted"));
    layout->addWidget(m_placeholder);
    connect(&theme, &Theme::changed, this, &ReportPreview::applyTheme);
    applyTheme();
}

ReportPreview::~ReportPreview() = default;

void ReportPreview::start()
{
    if (m_page)
        return;
    if (const std::optional<QString> obstacle = ReportPage::engineObstacle()) {
        showProblem(*obstacle);
        return;
    }
    PageResources resources;
    resources.assetPath = [this](const QString &name) { return m_assets.path(name); };
    resources.media = [this](const QString &path) { return m_feeds.mediaBytes(path); };
    if (m_images)
        resources.remote = [this](const QUrl &url) { return image(url); };
    m_page = std::make_unique<ReportPage>(std::move(resources));
    m_page->setFeeds(&m_feeds);
    m_page->allowRemoteImages(m_consent);
    m_page->setAssetSizes(m_assets.sizes());
    connect(&m_assets, &AssetIndex::sizesKnown, m_page.get(), &ReportPage::setAssetSizes);
    connectPage();
    applyTheme();
    m_placeholder->hide();
    layout()->addWidget(m_page->view());
    const bool hadFocus = hasFocus();
    setFocusProxy(m_page->view());
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    if (m_document)
        m_page->setDocument(m_document);
}

/// What this report brought to its server is here too.
QFuture<Result<RemoteImage>> ReportPreview::image(const QUrl &url) const
{
    const QString path = m_assets.pathOfAddress(url);
    return path.isEmpty() ? m_images->fetch(url)
                          : QtFuture::makeReadyFuture(RemoteImages::read(path));
}

void ReportPreview::connectPage()
{
    connect(m_page.get(), &ReportPage::shown, this, &ReportPreview::shown);
    connect(m_page.get(), &ReportPage::scrolledByReader, this, &ReportPreview::scrolledByReader);
    connect(m_page.get(), &ReportPage::linkActivated, this, &ReportPreview::linkActivated);
    connect(m_page.get(), &ReportPage::linkRefused, this, &ReportPreview::linkRefused);
    connect(m_page.get(), &ReportPage::taskToggled, this, &ReportPreview::taskToggled);
    connect(m_page.get(), &ReportPage::remoteImageAsked, this, &ReportPreview::remoteImageAsked);
    connect(m_page.get(), &ReportPage::remoteImagesBlocked, this,
            &ReportPreview::remoteImagesBlocked);
    connect(m_page.get(), &ReportPage::crashed, this, &ReportPreview::crashed);
}

void ReportPreview::setDocument(const MarkdownDocumentPtr &document)
{
    m_document = document;
    m_feeds.setDocument(document); // before the page asks for the panels in it
    if (!m_page)
        return;
    m_placeholder->hide();
    m_page->view()->show();
    m_page->setDocument(document);
}

void ReportPreview::showProblem(const QString &message)
{
    if (m_page)
        m_page->view()->hide();
    m_placeholder->setText(message);
    m_placeholder->show();
}

void ReportPreview::scrollToLine(double line, double viewportFraction)
{
    if (m_page)
        m_page->scrollToLine(line, viewportFraction);
}

void ReportPreview::allowRemoteImages(const RemoteConsent &consent)
{
    m_consent = consent;
    if (m_page)
        m_page->allowRemoteImages(consent);
}

void ReportPreview::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(ColorRole::EditorBackground));
    setPalette(colors);
    if (m_page)
        m_page->setTheme(m_theme.isDark() ? PageTheme::Dark : PageTheme::Light);
}

} // namespace plotleaf
