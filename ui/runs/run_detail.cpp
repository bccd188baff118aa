#include "ui/runs/run_detail.h"

#include "ui/library/message_panel.h"
#include "ui/report/report_view_services.h"
#include "ui/runs/parameters_tab.h"
#include "ui/runs/plots_tab.h"
#include "ui/runs/samples_tab.h"
#include "ui/runs/scalars_tab.h"
#include "ui/runs/values_tab.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QDesktopServices>
#include <QLabel>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

RunDetail::RunDetail(const ReportViewServices &services, QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(this))
    , m_project(new PlainLabel(this))
    , m_web(new QToolButton(this))
    , m_tabs(new QTabWidget(this))
    , m_stack(new QStackedLayout(this))
{
    setObjectName(u"runDetail"_s);
    auto *nothing = new MessagePanel(services.theme, this);
    nothing->setMessage(u"chart-spline"_s, tr("Choose a run"),
                        tr("Its curves, plots, samples, values and parameters are shown here. "
                           "Choose several, with Ctrl or Shift, to compare them."));
    m_stack->addWidget(nothing);
    for (QLabel *label : {m_title, m_project}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_title->setObjectName(u"runTitle"_s);
    m_title->setFont(services.theme.font(FontRole::Title));
    setLook(m_title, u"title"_s);
    setLook(m_project, u"muted"_s);
    m_web->setObjectName(u"openInWeb"_s);
    m_web->setIcon(services.theme.icon(u"external-link"_s));
    m_web->setText(tr("Open in ClearML"));
    m_web->setAccessibleName(m_web->text());
    m_web->setToolTip(m_web->text());
    m_web->setFocusPolicy(Qt::StrongFocus);
    connect(m_web, &QToolButton::clicked, this, [this] {
        if (m_runs.cards.size() == 1)
            QDesktopServices::openUrl(m_runs.catalog->webPage(m_runs.cards.first()));
    });
    m_tabs->setObjectName(u"runTabs"_s);
    m_tabs->setDocumentMode(true);
    addTab(new ScalarsTab(services.theme, this), tr("Scalars"));
    addTab(new PlotsTab(services, this), tr("Plots"));
    addTab(new SamplesTab(services.theme, this), tr("Debug samples"));
    addTab(new ValuesTab(services.theme, this), tr("Single values"));
    addTab(new ParametersTab(services.theme, this), tr("Parameters"));
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, Spacing::s, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::m, 0, Spacing::m, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_web);
    auto *under = new QHBoxLayout;
    under->setContentsMargins(Spacing::m, 0, Spacing::m, Spacing::xs);
    under->addWidget(m_project, 1);
    column->addLayout(head);
    column->addLayout(under);
    column->addWidget(m_tabs, 1);
    m_stack->addWidget(content);
}

void RunDetail::addTab(RunTab *tab, const QString &title)
{
    m_tabs->addTab(tab, title);
    m_all.append(tab);
    connect(tab, &RunTab::embedWanted, this, &RunDetail::embedWanted);
}

void RunDetail::setRuns(const RunChoice &runs)
{
    m_runs = runs;
    m_stack->setCurrentIndex(runs.isEmpty() ? 0 : 1);
    const bool isOne = runs.cards.size() == 1;
    if (isOne) {
        m_title->setText(runs.cards.first().name);
        m_project->setText(runs.cards.first().project + u" · "_s +
                           runs.cards.first().id.toString());
    } else {
        m_title->setText(tr("%n compared", nullptr, int(runs.cards.size())));
        m_project->setText(runs.labels().join(u", "_s));
    }
    m_web->setVisible(isOne && runs.catalog &&
                      !runs.catalog->webPage(runs.cards.first()).isEmpty());
    for (RunTab *tab : std::as_const(m_all))
        tab->setRuns(runs);
}

} // namespace plotleaf
