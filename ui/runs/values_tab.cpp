#include "ui/runs/values_tab.h"

#include "core/panels/number_text.h"
#include "ui/runs/embed_button.h"
#include "ui/runs/run_table.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

ValuesTab::ValuesTab(Theme &theme, QWidget *parent)
    : RunTab(theme, parent)
    , m_table(new RunTable(theme, u"singleValues"_s, tr("Single values"), this))
    , m_embed(new EmbedButton(theme, tr("the single values"), this))
{
    setObjectName(u"valuesTab"_s);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Spacing::m, Spacing::s, Spacing::m, Spacing::s);
    column->addWidget(m_embed, 0, Qt::AlignRight);
    column->addWidget(m_table, 1);
    setContent(content);
    connectEmbed(m_embed, [this] { return wish(); });
}

void ValuesTab::clear()
{
    m_values.clear();
    m_table->setRows({}, {}, {});
}

void ValuesTab::load()
{
    ask(runs().catalog->singleValues(runs().pick()),
        [this](const QVector<RunScalar> &values) { fill(values); });
}

void ValuesTab::fill(const QVector<RunScalar> &values)
{
    if (values.isEmpty()) {
        showEmpty(tr("No single values"), tr("No value without steps has been reported here yet."));
        return;
    }
    m_values = values;
    QVector<RunTable::Row> rows;
    for (const RunScalar &value : values) {
        RunTable::Row row;
        row.names = {value.name.metric, value.name.variant};
        for (const RunCard &card : runs().cards) {
            const auto found = value.runs.constFind(card.id);
            row.values << (found == value.runs.cend() ? u"–"_s : numberText(*found));
        }
        rows.append(row);
    }
    m_table->setRows({tr("Metric"), tr("Name")}, runs().labels(), rows);
    showContent();
}

RunEmbed ValuesTab::wish() const
{
    RunEmbed wish = wishFor(RunEmbed::What::SingleValues);
    // The table of one run is always whole (clearml.md 4.5).
    if (runs().isCompared()) {
        for (const int row : m_table->chosenRows())
            wish.variants << m_values.at(row).name.variant;
    }
    return wish;
}

} // namespace plotleaf
