#include "ui/runs/parameters_tab.h"

#include "ui/runs/embed_button.h"
#include "ui/runs/run_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

ParametersTab::ParametersTab(Theme &theme, QWidget *parent)
    : RunTab(theme, parent)
    , m_filter(new QLineEdit(this))
    , m_onlyDifferences(new QCheckBox(tr("Only &differences"), this))
    , m_table(new RunTable(theme, u"parameters"_s, tr("Parameters"), this))
    , m_metric(new QComboBox(this))
    , m_value(new QComboBox(this))
    , m_embed(new EmbedButton(theme, tr("parallel coordinates"), this))
    , m_metricProblem(new PlainLabel(this))
{
    setObjectName(u"parametersTab"_s);
    m_filter->setObjectName(u"parameterFilter"_s);
    m_filter->setAccessibleName(tr("Find a parameter"));
    m_filter->setPlaceholderText(tr("Find a parameter"));
    addClearButton(*m_filter, theme);
    m_onlyDifferences->setObjectName(u"onlyDifferences"_s);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Spacing::m, Spacing::s, Spacing::m, Spacing::s);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_onlyDifferences);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    m_parallelRow = makeParallelRow();
    column->addWidget(m_parallelRow);
    m_metricProblem->setObjectName(u"parallelProblem"_s);
    m_metricProblem->setWordWrap(true);
    m_metricProblem->hide();
    setLook(m_metricProblem, u"error"_s);
    column->addWidget(m_metricProblem);
    setContent(content);
    connect(m_filter, &QLineEdit::textChanged, this, &ParametersTab::showRows);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &ParametersTab::showRows);
    connectEmbed(m_embed, [this] { return parallel(); });
}

QWidget *ParametersTab::makeParallelRow()
{
    m_metric->setObjectName(u"parallelMetric"_s);
    m_metric->setAccessibleName(tr("Metric of the parallel coordinates"));
    m_value->setObjectName(u"parallelValue"_s);
    m_value->setAccessibleName(tr("Which value of the metric"));
    m_value->addItem(tr("last"), int(RunEmbed::Value::Last));
    m_value->addItem(tr("smallest"), int(RunEmbed::Value::Min));
    m_value->addItem(tr("largest"), int(RunEmbed::Value::Max));
    m_embed->setText(tr("Embed parallel coordinates"));
    auto *row = new QWidget(this);
    auto *boxes = new QHBoxLayout(row);
    boxes->setContentsMargins(0, 0, 0, 0);
    auto *label = new PlainLabel(tr("The rows chosen against the"), row);
    setLook(label, u"muted"_s);
    boxes->addWidget(label);
    boxes->addWidget(m_value);
    boxes->addWidget(m_metric, 1);
    boxes->addWidget(m_embed);
    return row;
}

void ParametersTab::clear()
{
    m_parameters.clear();
    m_metrics.clear();
    m_metric->clear();
    m_metricProblem->hide();
    m_table->setRows({}, {}, {});
}

void ParametersTab::load()
{
    m_onlyDifferences->setVisible(runs().isCompared());
    m_parallelRow->setVisible(runs().isCompared());
    ask(runs().catalog->parameters(runs().pick()),
        [this](const QVector<RunParameter> &parameters) { fill(parameters); });
    if (runs().isCompared())
        askBeside(
            runs().catalog->metrics(runs().pick()),
            [this](const QVector<RunMetric> &metrics) { fillMetrics(metrics); },
            [this](const Error &error) {
                m_metricProblem->setText(tr("The metrics are missing: %1").arg(error.message));
                m_metricProblem->show();
            });
}

void ParametersTab::fill(const QVector<RunParameter> &parameters)
{
    if (parameters.isEmpty()) {
        showEmpty(tr("No parameters"), tr("No hyper-parameter is known of what is chosen."));
        return;
    }
    m_parameters = parameters;
    showRows();
    showContent();
}

void ParametersTab::fillMetrics(const QVector<RunMetric> &metrics)
{
    for (const RunMetric &metric : metrics) {
        m_metrics.append(metric.name);
        m_metric->addItem(metric.name.text());
    }
}

void ParametersTab::showRows()
{
    const QString wanted = m_filter->text().trimmed();
    const bool onlyDifferences = runs().isCompared() && m_onlyDifferences->isChecked();
    m_shown.clear();
    QVector<RunTable::Row> rows;
    for (const RunParameter &parameter : std::as_const(m_parameters)) {
        const QString full = parameter.section + u'/' + parameter.name;
        if ((onlyDifferences && !parameter.differs) || !full.contains(wanted, Qt::CaseInsensitive))
            continue;
        RunTable::Row row;
        row.names = {parameter.section, parameter.name};
        row.isStrong = runs().isCompared() && parameter.differs;
        for (const RunCard &card : runs().cards)
            row.values << parameter.runs.value(card.id, u"–"_s);
        rows.append(row);
        m_shown.append(parameter);
    }
    m_table->setRows({tr("Section"), tr("Name")}, runs().labels(), rows);
}

RunEmbed ParametersTab::parallel() const
{
    RunEmbed wish = wishFor(RunEmbed::What::Parallel);
    for (const int row : m_table->chosenRows())
        wish.parallelParameters.append(m_shown.at(row));
    if (wish.parallelParameters.isEmpty()) {
        std::ranges::copy_if(m_shown, std::back_inserter(wish.parallelParameters),
                             &RunParameter::differs);
    }
    if (const int metric = m_metric->currentIndex(); metric >= 0)
        wish.parallelMetrics.append(
            {m_metrics.at(metric), RunEmbed::Value(m_value->currentData().toInt())});
    return wish;
}

} // namespace plotleaf
