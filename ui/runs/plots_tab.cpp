#include "ui/runs/plots_tab.h"

#include "ui/report/report_view_services.h"
#include "ui/runs/embed_button.h"
#include "ui/runs/figure_preview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QListWidget>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

QStringList variantsOf(const QVector<MetricName> &names, const QString &metric)
{
    QStringList variants;
    for (const MetricName &name : names) {
        if (name.metric == metric)
            variants.append(name.variant);
    }
    return variants;
}

} // namespace

PlotsTab::PlotsTab(const ReportViewServices &services, QWidget *parent)
    : RunTab(services.theme, parent)
    , m_list(new QListWidget(this))
    , m_title(new PlainLabel(this))
    , m_embed(new EmbedButton(services.theme, tr("the plot"), this))
    , m_embedGroup(new EmbedButton(services.theme, tr("all of the metric"), this))
    , m_preview(new FigurePreview(services, this))
{
    setObjectName(u"plotsTab"_s);
    m_list->setObjectName(u"plotNames"_s);
    m_list->setAccessibleName(tr("Plots"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_title->setFont(services.theme.font(FontRole::Strong));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_embedGroup->setObjectName(u"embedGroup"_s);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(Spacing::m, Spacing::s, Spacing::m, Spacing::s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_embed);
    head->addWidget(m_embedGroup);
    column->addLayout(head);
    column->addWidget(m_preview, 1);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({200, 600});
    setContent(splitter);
    connect(m_list, &QListWidget::currentRowChanged, this, &PlotsTab::showCurrent);
    connectEmbed(m_embed, [this] { return wish(m_names.value(m_list->currentRow())); });
    connectEmbed(m_embedGroup, [this] {
        RunEmbed group = wish(m_names.value(m_list->currentRow()));
        group.variants = variantsOf(m_names, group.metric);
        group.isGroup = true;
        return group;
    });
}

RunEmbed PlotsTab::wish(const MetricName &name) const
{
    RunEmbed wish = wishFor(RunEmbed::What::Plot);
    wish.metric = name.metric;
    wish.variants = {name.variant};
    return wish;
}

void PlotsTab::clear()
{
    const QSignalBlocker quiet(m_list);
    m_names.clear();
    m_list->clear();
    m_preview->setCode({});
}

void PlotsTab::load()
{
    ask(runs().catalog->plotNames(runs().pick()),
        [this](const QVector<MetricName> &names) { fill(names); });
}

void PlotsTab::fill(const QVector<MetricName> &names)
{
    if (names.isEmpty()) {
        showEmpty(tr("No plots"), runs().isCompared()
                                      ? tr("None of these has reported a plot.")
                                      : tr("Nothing has reported a plot here yet."));
        return;
    }
    m_names = names;
    for (const MetricName &name : names)
        m_list->addItem(name.variant.isEmpty() ? name.metric
                                               : QString(name.metric + u" / "_s + name.variant));
    m_list->setCurrentRow(0);
    showContent();
}

void PlotsTab::showCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_names.size())
        return;
    const MetricName &name = m_names.at(row);
    m_title->setText(m_list->currentItem()->text());
    m_embed->setWhat(m_list->currentItem()->text());
    const qsizetype variants = variantsOf(m_names, name.metric).size();
    m_embedGroup->setWhat(tr("all of %1").arg(name.metric));
    m_embedGroup->setText(tr("Embed each of %n", nullptr, int(variants)));
    m_embedGroup->setVisible(variants > 1);
    const Result<QString> code = runs().catalog->embedCode(wish(name), m_ids);
    if (code)
        m_preview->setCode(*code);
    else
        showProblem(code.error());
}

} // namespace plotleaf
