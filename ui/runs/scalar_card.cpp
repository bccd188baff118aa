#include "ui/runs/scalar_card.h"

#include "core/base/when_done.h"
#include "ui/runs/embed_button.h"
#include "ui/runs/run_chart.h"
#include "ui/theme/theme.h"
#include "ui/theme/theme_colors.h"
#include "ui/widgets/plain_text.h"

#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int scalarCardHeight = 300;

} // namespace

ScalarCard::ScalarCard(Theme &theme,
                       const RunChoice &runs,
                       const QString &metric,
                       const QStringList &variants,
                       QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_runs(runs)
    , m_metric(metric)
    , m_variants(variants)
    , m_column(new QVBoxLayout(this))
    , m_embed(new EmbedButton(theme, title(), this))
{
    setProperty("look", u"card"_s);
    setObjectName(u"scalarCard"_s);
    setMinimumHeight(scalarCardHeight);
    m_column->setContentsMargins(Spacing::m, Spacing::s, Spacing::m, Spacing::s);
    m_column->setSpacing(Spacing::xs);
    auto *head = new QHBoxLayout;
    auto *name = new PlainLabel(title(), this);
    name->setFont(theme.font(FontRole::Strong));
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    name->setToolTip(plainToolTip(title()));
    head->addWidget(name, 1);
    head->addWidget(m_embed);
    m_column->addLayout(head);
    m_column->addStretch();
}

QString ScalarCard::title() const
{
    // A comparison has a graphic for each variant; one run has all of a metric in one.
    const QString &variant = m_variants.first();
    if (m_metric.isEmpty())
        return variant;
    return m_runs.isCompared() && m_variants.size() == 1 && !variant.isEmpty()
               ? m_metric + u" / "_s + variant
               : m_metric;
}

void ScalarCard::setOptions(const ChartOptions &options)
{
    m_options = options;
    if (m_chart)
        m_chart->setOptions(options);
}

/// Only what is in sight is painted.
void ScalarCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!m_chart) {
        m_chart = new RunChart(m_theme, this);
        m_chart->setOptions(m_options);
        m_chart->setMessage(tr("Loading…"));
        delete m_column->takeAt(m_column->count() - 1);
        m_column->addWidget(m_chart, 1);
        load();
    }
}

void ScalarCard::load()
{
    const QFuture<Result<QVector<RunCurve>>> curves =
        m_runs.catalog->curves(m_runs.pick(), m_metric, m_variants);
    whenDone(curves, this, [this, held = m_runs.catalog](const Result<QVector<RunCurve>> &answer) {
        take(answer);
    });
}

void ScalarCard::take(const Result<QVector<RunCurve>> &curves)
{
    if (!curves) {
        m_chart->setMessage(curves.error().message);
        return;
    }
    if (curves->isEmpty()) {
        m_chart->setMessage(tr("No values yet."));
        return;
    }
    const QVector<CurveColour> colours =
        m_runs.catalog->curveColours(*curves, m_runs.cards, m_variants);
    QVector<ChartCurve> drawn;
    for (qsizetype i = 0; i < curves->size(); ++i)
        drawn.append(chartCurve(curves->at(i), colours.at(i)));
    m_chart->setCurves(drawn);
}

/// With the colour that the embedded graphic will have.
ChartCurve ScalarCard::chartCurve(const RunCurve &curve, const CurveColour &colour) const
{
    const bool isOneVariant = m_variants.size() == 1;
    const QString variant = curve.name.variant.isEmpty() ? tr("[no name]") : curve.name.variant;
    const bool isOfTheme = colour.light.isEmpty();
    ChartCurve drawn;
    drawn.key = curve.run.toString() + u'\n' + curve.name.variant;
    if (!m_runs.isCompared())
        drawn.name = variant;
    else
        drawn.name = isOneVariant ? m_runs.label(curve.run)
                                  : QString(variant + u" - "_s + m_runs.label(curve.run));
    drawn.light = isOfTheme ? themeLineColor(colour.themeIndex, false) : QColor(colour.light);
    drawn.dark = isOfTheme ? themeLineColor(colour.themeIndex, true) : QColor(colour.dark);
    drawn.series = curve.series;
    return drawn;
}

} // namespace plotleaf
