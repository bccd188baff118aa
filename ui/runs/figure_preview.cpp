#include "ui/runs/figure_preview.h"

#include "ui/page/report_page.h"
#include "ui/report/report_view_services.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QVBoxLayout>
#include <QWebEngineView>

namespace plotleaf {

using namespace Qt::StringLiterals;

FigurePreview::FigurePreview(const ReportViewServices &services, QWidget *parent)
    : QWidget(parent)
    , m_theme(services.theme)
    , m_problem(new PlainLabel(this))
    , m_feeds(services.runSources, services.clock, services.baseFolder)
    , m_markdown(services.markdownHelper)
{
    setObjectName(u"figurePreview"_s);
    setAccessibleName(tr("Preview"));
    m_feeds.setCache(services.runCache);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setLook(m_problem, u"muted"_s);
    column->addWidget(m_problem);
    connect(&m_markdown, &MarkdownService::failed, this, &FigurePreview::tell);
    connect(&m_markdown, &MarkdownService::rendered, this, &FigurePreview::show);
}

FigurePreview::~FigurePreview() = default;

void FigurePreview::setCode(const QString &code)
{
    if (code == m_code)
        return;
    m_code = code;
    if (!m_page && !code.isEmpty()) {
        if (const auto obstacle = ReportPage::engineObstacle()) {
            tell(*obstacle);
            return;
        }
        startPage();
    }
    if (m_page)
        m_markdown.render(code, ++m_version);
}

void FigurePreview::startPage()
{
    PageResources resources;
    resources.assetPath = [](const QString &) { return QString(); };
    resources.media = [this](const QString &path) { return m_feeds.mediaBytes(path); };
    m_page = std::make_unique<ReportPage>(std::move(resources));
    m_page->setFeeds(&m_feeds);
    layout()->addWidget(m_page->view());
    connect(m_page.get(), &ReportPage::shown, this, &FigurePreview::shown);
    connect(&m_theme, &Theme::changed, this, &FigurePreview::applyTheme);
    applyTheme();
}

void FigurePreview::show(const MarkdownDocumentPtr &document)
{
    m_problem->hide();
    m_page->view()->show();
    m_feeds.setDocument(document); // before the page asks for the panels in it
    m_page->setDocument(document);
}

void FigurePreview::tell(const QString &problem)
{
    if (m_page)
        m_page->view()->hide();
    m_problem->setText(problem);
    m_problem->show();
}

void FigurePreview::applyTheme()
{
    m_page->setTheme(m_theme.isDark() ? PageTheme::Dark : PageTheme::Light);
}

} // namespace plotleaf
