#include "ui/window/help_page.h"

#include "core/report/markdown_file.h"
#include "ui/page/report_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QVBoxLayout>
#include <QWebEngineView>

namespace plotleaf {

using namespace Qt::StringLiterals;

HelpPage::HelpPage(Theme &theme,
                   const QString &file,
                   const QString &markdownHelper,
                   QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_file(file)
    , m_problem(new PlainLabel(this))
    , m_markdown(markdownHelper)
{
    setObjectName(u"helpPage"_s);
    setAccessibleName(tr("Help"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_problem->setObjectName(u"helpProblem"_s);
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setLook(m_problem, u"muted"_s);
    column->addWidget(m_problem);
    connect(&m_markdown, &MarkdownService::failed, this, &HelpPage::tell);
    const Result<MarkdownFile> text = readMarkdownFile(file);
    if (const auto obstacle = ReportPage::engineObstacle())
        tell(*obstacle);
    else if (!text)
        tell(text.error().message);
    else
        startPage();
    if (m_page)
        m_markdown.render(text->report.text, 1);
}

HelpPage::~HelpPage() = default;

void HelpPage::startPage()
{
    PageResources resources;
    resources.assetPath = [](const QString &) { return QString(); };
    resources.media = [](const QString &) { return std::nullopt; };
    m_page = std::make_unique<ReportPage>(std::move(resources));
    layout()->addWidget(m_page->view());
    setFocusProxy(m_page->view());
    connect(m_page.get(), &ReportPage::shown, this, &HelpPage::shown);
    connect(&m_markdown, &MarkdownService::rendered, m_page.get(), &ReportPage::setDocument);
    connect(&m_theme, &Theme::changed, this, &HelpPage::applyTheme);
    applyTheme();
}

void HelpPage::tell(const QString &problem)
{
    if (m_page)
        m_page->view()->hide();
    m_problem->setText(problem);
    m_problem->show();
}

void HelpPage::applyTheme()
{
    m_page->setTheme(m_theme.isDark() ? PageTheme::Dark : PageTheme::Light);
}

} // namespace plotleaf
