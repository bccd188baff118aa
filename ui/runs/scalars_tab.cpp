#include "ui/runs/scalars_tab.h"

#include "ui/runs/chart_controls.h"
#include "ui/runs/embed_button.h"
#include "ui/runs/scalar_card.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QMap>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestCard = 380;

} // namespace

ScalarsTab::ScalarsTab(Theme &theme, QWidget *parent)
    : RunTab(theme, parent)
    , m_controls(new ChartControls(this))
    , m_filter(new QLineEdit(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"scalarsTab"_s);
    m_filter->setObjectName(u"metricFilter"_s);
    m_filter->setAccessibleName(tr("Find a metric"));
    m_filter->setPlaceholderText(tr("Find a metric"));
    m_filter->setMaximumWidth(220);
    addClearButton(*m_filter, theme);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Spacing::m, Spacing::s, 0, 0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, Spacing::m, 0);
    bar->addWidget(m_filter);
    bar->addWidget(m_controls, 1);
    column->addLayout(bar);
    column->addWidget(m_scroll, 1);
    setContent(content);
    connect(m_filter, &QLineEdit::textChanged, this, &ScalarsTab::arrange);
    connect(m_controls, &ChartControls::optionsChanged, this, [this](const ChartOptions &options) {
        for (ScalarCard *card : std::as_const(m_cards))
            card->setOptions(options);
    });
}

void ScalarsTab::clear()
{
    m_groups.clear();
    m_cards.clear();
    m_page = new QWidget;
    m_page->setObjectName(u"scalarsPage"_s);
    new QGridLayout(m_page);
    m_scroll->setWidget(m_page); // which deletes the one before
}

void ScalarsTab::load()
{
    ask(runs().catalog->metrics(runs().pick()),
        [this](const QVector<RunMetric> &metrics) { show(metrics); });
}

void ScalarsTab::show(const QVector<RunMetric> &metrics)
{
    if (metrics.isEmpty()) {
        showEmpty(tr("No scalars"), runs().isCompared()
                                        ? tr("None of these has reported a scalar.")
                                        : tr("Nothing has reported a scalar here yet."));
        return;
    }
    QMap<QString, QStringList> variants;
    for (const RunMetric &metric : metrics)
        variants[metric.name.metric].append(metric.name.variant);
    for (auto group = variants.cbegin(); group != variants.cend(); ++group)
        addGroup(group.key(), group.value());
    arrange();
    showContent();
}

void ScalarsTab::addGroup(const QString &metric, const QStringList &variants)
{
    Group group;
    group.metric = metric;
    const auto addCard = [&](const QStringList &shown) {
        auto *card = new ScalarCard(theme(), runs(), metric, shown, m_page);
        card->setOptions(m_controls->options());
        connectEmbed(card->embedButton(), [this, metric, shown] {
            RunEmbed wish = wishFor(RunEmbed::What::Curves);
            wish.metric = metric;
            wish.variants = shown;
            wish.xAxis = m_controls->options().xAxis;
            return wish;
        });
        group.cards.append(card);
        m_cards.append(card);
    };
    if (runs().isCompared()) {
        for (const QString &variant : variants)
            addCard({variant});
    } else {
        addCard(variants);
    }
    // One frame by itself is what the graphic's own button gives.
    if (variants.size() > 1) {
        group.head = new QWidget(m_page);
        auto *row = new QHBoxLayout(group.head);
        row->setContentsMargins(0, Spacing::s, 0, 0);
        auto *name = new PlainLabel(metric, group.head);
        name->setFont(theme().font(FontRole::Title));
        auto *embed = new EmbedButton(theme(), tr("all of %1").arg(metric), group.head);
        embed->setText(tr("Embed each of %n", nullptr, int(variants.size())));
        embed->setObjectName(u"embedGroup"_s);
        connectEmbed(embed, [this, metric, variants] {
            RunEmbed wish = wishFor(RunEmbed::What::Curves);
            wish.metric = metric;
            wish.variants = variants;
            wish.xAxis = m_controls->options().xAxis;
            wish.isGroup = true;
            return wish;
        });
        row->addWidget(name, 1);
        row->addWidget(embed);
    }
    m_groups.append(group);
}

void ScalarsTab::resizeEvent(QResizeEvent *event)
{
    RunTab::resizeEvent(event);
    arrange();
}

/// As many columns as there is room for; what does not match is not there.
void ScalarsTab::arrange()
{
    if (!m_page)
        return;
    auto *grid = qobject_cast<QGridLayout *>(m_page->layout());
    while (QLayoutItem *item = grid->takeAt(0))
        delete item;
    grid->setContentsMargins(0, 0, Spacing::m, Spacing::m);
    grid->setSpacing(Spacing::m);
    const int columns = std::max(1, m_scroll->viewport()->width() / narrowestCard);
    const QString wanted = m_filter->text().trimmed();
    int row = 0;
    int column = 0;
    for (const Group &group : std::as_const(m_groups)) {
        QVector<ScalarCard *> shown;
        for (ScalarCard *card : group.cards) {
            const bool matches =
                card->title().contains(wanted, Qt::CaseInsensitive) ||
                std::ranges::any_of(card->variants(), [&wanted](const QString &variant) {
                    return variant.contains(wanted, Qt::CaseInsensitive);
                });
            card->setVisible(matches);
            if (matches)
                shown.append(card);
        }
        if (group.head) {
            group.head->setVisible(!shown.isEmpty());
            if (!shown.isEmpty()) {
                row += column > 0 ? 1 : 0;
                column = 0;
                grid->addWidget(group.head, row++, 0, 1, columns);
            }
        }
        for (ScalarCard *card : std::as_const(shown)) {
            grid->addWidget(card, row, column);
            if (++column == columns) {
                column = 0;
                ++row;
            }
        }
    }
    for (int i = 0; i < columns; ++i)
        grid->setColumnStretch(i, 1);
    grid->setRowStretch(row + 1, 1);
}

} // namespace plotleaf
