#include "ui/runs/frame_name_fields.h"

#include "core/base/when_done.h"
#include "core/services/clearml/widgets/clearml_embed_code.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QGridLayout>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameValueRole = Qt::UserRole;

/// As the address of parallel coordinates names them.
ClearmlEmbed parallelEmbed(const RunEmbed::ParallelMetric &metric, const RunParameter &parameter)
{
    RunEmbed embed;
    embed.what = RunEmbed::What::Parallel;
    embed.runs.ids = {RunId(u"any"_s)};
    embed.parallelMetrics = {metric};
    embed.parallelParameters = {parameter};
    const Result<ClearmlEmbed> written = clearmlEmbed(embed);
    return written ? *written : ClearmlEmbed();
}

} // namespace

FrameNameFields::FrameNameFields(ClearmlWidget::Type type, QWidget *parent)
    : QWidget(parent)
    , m_type(type)
    , m_metrics(new QListWidget(this))
    , m_variants(new QListWidget(this))
    , m_problem(new PlainLabel(this))
{
    const bool isParallel = type == ClearmlWidget::Type::ParallelCoordinates;
    m_metrics->setObjectName(u"frameMetrics"_s);
    m_variants->setObjectName(u"frameVariants"_s);
    auto *metrics = new PlainLabel(tr("&Metrics"), this);
    metrics->setBuddy(m_metrics);
    auto *variants =
        new PlainLabel(isParallel ? tr("Pa&rameters") : tr("&Variants (none: all)"), this);
    variants->setBuddy(m_variants);
    m_metrics->setAccessibleName(tr("Metrics"));
    m_variants->setAccessibleName(isParallel ? tr("Parameters") : tr("Variants"));
    m_problem->setObjectName(u"frameNamesProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setLook(m_problem, u"error"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Spacing::xs);
    grid->addWidget(metrics, 0, 0);
    grid->addWidget(variants, 0, 1);
    grid->addWidget(m_metrics, 1, 0);
    grid->addWidget(m_variants, 1, 1);
    grid->addWidget(m_problem, 2, 0, 1, 2);
    for (QListWidget *list : {m_metrics, m_variants}) {
        setLook(list, u"list"_s);
        list->setMinimumHeight(5 * (fontMetrics().height() + Spacing::s));
    }
    // The values of a table have no metric to choose (clearml.md 4.4).
    const bool hasMetrics = type != ClearmlWidget::Type::Single;
    metrics->setVisible(hasMetrics);
    m_metrics->setVisible(hasMetrics);
    connect(m_metrics, &QListWidget::itemChanged, this, [this] {
        fillVariants();
        emit changed();
    });
    connect(m_variants, &QListWidget::itemChanged, this, &FrameNameFields::changed);
}

void FrameNameFields::setNames(const QStringList &metrics, const QStringList &variants)
{
    m_metricsBefore = metrics;
    m_variantsBefore = variants;
    fill(*m_metrics, {}, metrics);
    fill(*m_variants, {}, variants);
}

QStringList FrameNameFields::metrics() const
{
    return tickedIn(*m_metrics, m_metricsBefore);
}

QStringList FrameNameFields::variants() const
{
    return tickedIn(*m_variants, m_variantsBefore);
}

QStringList FrameNameFields::tickedIn(const QListWidget &list, const QStringList &before)
{
    QStringList ticked;
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked)
            ticked.append(list.item(row)->data(nameValueRole).toString());
    }
    QStringList ordered;
    for (const QString &value : before + ticked) {
        if (ticked.contains(value) && !ordered.contains(value))
            ordered.append(value);
    }
    return ordered;
}

/// What is ticked stays so; what nobody has any more stays to be unticked.
void FrameNameFields::fill(QListWidget &list,
                           const QVector<Choice> &choices,
                           const QStringList &ticked)
{
    const QSignalBlocker quiet(&list);
    list.clear();
    const auto add = [&](const Choice &choice) {
        auto *item = new QListWidgetItem(choice.text, &list);
        item->setData(nameValueRole, choice.value);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked.contains(choice.value) ? Qt::Checked : Qt::Unchecked);
    };
    std::ranges::for_each(choices, add);
    for (const QString &value : ticked) {
        if (std::ranges::find(choices, value, &Choice::value) == choices.end())
            add({choices.isEmpty() ? value : tr("%1 (not there)").arg(value), value});
    }
}

template <typename T, typename Then>
void FrameNameFields::ask(Question which, const QFuture<Result<T>> &question, Then then)
{
    whenDone(question, this,
             [this, which, asked = m_asked, held = m_catalog, then](const Result<T> &answer) {
                 if (asked != m_asked)
                     return;
                 if (answer) {
                     m_problems.remove(which);
                     then(*answer);
                 } else {
                     m_problems[which] = answer.error().message;
                 }
                 showProblems();
             });
}

void FrameNameFields::showProblems()
{
    QStringList texts = m_problems.values();
    texts.removeDuplicates();
    m_problem->setText(texts.join(u'\n'));
    m_problem->setVisible(!texts.isEmpty());
}

void FrameNameFields::setRuns(const std::shared_ptr<RunCatalog> &catalog, const RunPick &runs)
{
    ++m_asked;
    m_catalog = catalog;
    const auto namesOf = [](const auto &list) {
        QVector<MetricName> names;
        for (const auto &one : list)
            names.append(one.name);
        return names;
    };
    const auto take = [this](const QVector<MetricName> &names) { takeNames(names); };
    switch (m_type) {
    case ClearmlWidget::Type::Scalar:
        ask(Question::Metrics, catalog->metrics(runs),
            [=](const QVector<RunMetric> &metrics) { take(namesOf(metrics)); });
        break;
    case ClearmlWidget::Type::Plot:
        ask(Question::Metrics, catalog->plotNames(runs), take);
        break;
    case ClearmlWidget::Type::Sample:
        ask(Question::Metrics, catalog->sampleNames(runs), take);
        break;
    case ClearmlWidget::Type::Single:
        ask(Question::Metrics, catalog->singleValues(runs),
            [=](const QVector<RunScalar> &values) { take(namesOf(values)); });
        break;
    case ClearmlWidget::Type::ParallelCoordinates:
        ask(Question::Metrics, catalog->metrics(runs),
            [this](const QVector<RunMetric> &axes) { takeAxes(axes); });
        ask(Question::Variants, catalog->parameters(runs),
            [this](const QVector<RunParameter> &parameters) { takeParameters(parameters); });
        break;
    }
}

void FrameNameFields::takeNames(const QVector<MetricName> &names)
{
    m_names = names;
    fillMetrics();
    fillVariants();
}

void FrameNameFields::fillMetrics()
{
    QVector<Choice> choices;
    for (const MetricName &name : std::as_const(m_names)) {
        if (std::ranges::find(choices, name.metric, &Choice::value) == choices.end())
            choices.append({name.metric, name.metric});
    }
    fill(*m_metrics, choices, metrics());
}

/// Those of the metrics that are ticked; of all where none are.
void FrameNameFields::fillVariants()
{
    if (m_type == ClearmlWidget::Type::ParallelCoordinates)
        return;
    const QStringList wanted = metrics();
    QVector<Choice> choices;
    for (const MetricName &name : std::as_const(m_names)) {
        const bool isWanted = wanted.isEmpty() || wanted.contains(name.metric);
        if (isWanted && std::ranges::find(choices, name.variant, &Choice::value) == choices.end())
            choices.append({name.variant.isEmpty() ? tr("[no name]") : name.variant, name.variant});
    }
    fill(*m_variants, choices, variants());
}

void FrameNameFields::takeAxes(const QVector<RunMetric> &metrics)
{
    const std::pair<RunEmbed::Value, QString> values[] = {{RunEmbed::Value::Last, tr("last")},
                                                          {RunEmbed::Value::Min, tr("smallest")},
                                                          {RunEmbed::Value::Max, tr("largest")}};
    QVector<Choice> choices;
    for (const RunMetric &metric : metrics) {
        for (const auto &[value, text] : values) {
            const ClearmlEmbed written = parallelEmbed({metric.name, value}, {});
            choices.append({metric.name.text() + u" ("_s + text + u')', written.metrics.value(0)});
        }
    }
    fill(*m_metrics, choices, tickedIn(*m_metrics, m_metricsBefore));
}

void FrameNameFields::takeParameters(const QVector<RunParameter> &parameters)
{
    QVector<Choice> choices;
    for (const RunParameter &parameter : parameters) {
        const ClearmlEmbed written = parallelEmbed({}, parameter);
        choices.append({parameter.section + u'/' + parameter.name, written.variants.value(0)});
    }
    fill(*m_variants, choices, tickedIn(*m_variants, m_variantsBefore));
}

} // namespace plotleaf
