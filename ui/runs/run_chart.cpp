#include "ui/runs/run_chart.h"

#include "core/base/when_done.h"
#include "core/panels/number_text.h"
#include "ui/runs/chart_canvas.h"
#include "ui/runs/chart_legend.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <cmath>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewChartPoints = 20; // with fewer, each point is marked
constexpr qsizetype mostReadings = 14;
constexpr double readingReach = 0.01; // of what is looked at
constexpr double roomAround = 0.05;
constexpr int pixelsPerTickX = 90;
constexpr int pixelsPerTickY = 44;
constexpr int faint = 70; // of 255

/// The lowest and highest value drawn within a part of x.
void includeHeights(std::optional<ChartRange> &heights, const Points &points, const ChartRange &x)
{
    for (size_t i = 0; i < points.size(); ++i) {
        if (points.x[i] < x.from || points.x[i] > x.to || !std::isfinite(points.y[i]))
            continue;
        if (!heights)
            heights = ChartRange{points.y[i], points.y[i]};
        heights->from = std::min(heights->from, points.y[i]);
        heights->to = std::max(heights->to, points.y[i]);
    }
}

QString chartValueText(const ChartOptions &options, double value)
{
    return numberText(options.isYLog ? std::pow(10.0, value) : value);
}

} // namespace

RunChart::RunChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_canvas(new ChartCanvas(theme, this))
    , m_legend(new ChartLegend(theme, this))
    , m_message(new PlainLabel(this))
    , m_note(new PlainLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::xs);
    m_message->setObjectName(u"chartMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(m_canvas->minimumSizeHint().height());
    setLook(m_message, u"muted"_s);
    m_message->hide();
    setLook(m_note, u"muted"_s);
    m_note->setObjectName(u"chartNote"_s);
    m_note->setFont(theme.font(FontRole::Small));
    m_note->setWordWrap(true);
    m_note->hide();
    m_canvas->setObjectName(u"chartCanvas"_s);
    m_canvas->setAccessibleName(tr("Curves"));
    column->addWidget(m_canvas, 1);
    column->addWidget(m_message, 1);
    column->addWidget(m_note);
    column->addWidget(m_legend);
    connect(m_canvas, &ChartCanvas::pointed, this, &RunChart::readAt);
    connect(m_canvas, &ChartCanvas::readingStepped, this, &RunChart::stepReading);
    connect(m_canvas, &ChartCanvas::resetWanted, this, &RunChart::resetView);
    connect(m_canvas, &ChartCanvas::resized, this, &RunChart::redraw);
    connect(m_canvas, &ChartCanvas::xWanted, this, [this](const ChartRange &range) {
        m_view.setX(range);
        redraw();
    });
    connect(m_canvas, &ChartCanvas::yWanted, this, [this](const ChartRange &range) {
        m_view.setY(range);
        redraw();
    });
    connect(m_legend, &ChartLegend::shownChanged, this, &RunChart::setCurveShown);
    connect(&theme, &Theme::changed, this, [this] {
        showLegend();
        redraw();
    });
}

RunChart::~RunChart() = default;

void RunChart::setCurves(const QVector<ChartCurve> &curves)
{
    m_curves = curves;
    m_prepared.clear();
    showLegend();
    prepare();
}

void RunChart::setOptions(const ChartOptions &options)
{
    if (options == m_options)
        return;
    // What was looked at on one axis means nothing on another.
    if (options.xScale() != m_options.xScale() || options.xAxis != m_options.xAxis)
        m_view.reset();
    if (options.isYLog != m_options.isYLog)
        m_view.setY(std::nullopt);
    m_options = options;
    prepare();
}

void RunChart::setMessage(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_canvas->setVisible(text.isEmpty());
    m_legend->setVisible(text.isEmpty());
    if (!text.isEmpty())
        m_note->hide();
}

QString RunChart::message() const
{
    return m_message->text();
}

void RunChart::setCurveShown(const QString &key, bool shown)
{
    if (shown)
        m_hidden.remove(key);
    else
        m_hidden.insert(key);
    showLegend();
    redraw();
}

void RunChart::resetView()
{
    m_view.reset();
    redraw();
}

QColor RunChart::colorOf(const ChartCurve &curve) const
{
    return m_theme.isDark() ? curve.dark : curve.light;
}

void RunChart::showLegend()
{
    QVector<ChartLegend::Entry> entries;
    for (qsizetype i = 0; i < m_curves.size(); ++i)
        entries.append({m_curves[i].key, m_curves[i].name, colorOf(m_curves[i]), isShown(i)});
    m_legend->setEntries(entries);
}

void RunChart::prepare()
{
    const quint64 asked = ++m_asked;
    if (m_curves.isEmpty())
        return;
    QVector<SeriesPtr> series;
    for (const ChartCurve &curve : std::as_const(m_curves))
        series.append(curve.series);
    const auto work = [series, options = m_options] {
        std::vector<PreparedCurvePtr> prepared;
        for (const SeriesPtr &one : series)
            prepared.push_back(prepareCurve(*one, options));
        return prepared;
    };
    whenDone(QtConcurrent::run(work), this,
             [this, asked](const std::vector<PreparedCurvePtr> &prepared) {
                 if (asked == m_asked)
                     take(prepared);
             });
}

void RunChart::take(const std::vector<PreparedCurvePtr> &prepared)
{
    m_prepared = QVector<PreparedCurvePtr>(prepared.begin(), prepared.end());
    m_preparedOptions = m_options;
    m_canvas->setReading(std::nullopt, {}, {});
    explain();
    redraw();
    emit shown();
}

/// What has no place on the axes is not passed over in silence.
void RunChart::explain()
{
    qsizetype leftOut = 0;
    bool hasValues = false;
    for (const PreparedCurvePtr &curve : std::as_const(m_prepared)) {
        leftOut += curve->leftOut;
        hasValues = hasValues || curve->hasValues;
    }
    if (!hasValues)
        setMessage(leftOut > 0 ? tr("Nothing here is above zero: a logarithmic axis has no place "
                                    "for it.")
                               : tr("No values yet."));
    else
        setMessage({});
    m_note->setText(
        tr("%n value(s) at or below zero are not on a logarithmic axis.", nullptr, int(leftOut)));
    m_note->setVisible(hasValues && leftOut > 0);
}

QString RunChart::xTitle() const
{
    switch (m_preparedOptions.xAxis) {
    case XAxis::Step:
        return tr("Step");
    case XAxis::Wall:
        return tr("Time");
    case XAxis::Relative:
        break;
    }
    const bool isLog = m_preparedOptions.xScale() == ChartScale::Log;
    return tr("Time from start (%1)").arg(isLog ? u"s"_s : durationUnit(m_view.x().to));
}

void RunChart::redraw()
{
    QVector<PreparedCurvePtr> visible;
    for (qsizetype i = 0; i < m_prepared.size(); ++i) {
        if (isShown(i))
            visible.append(m_prepared[i]);
    }
    // Hiding a curve does not move the others along x.
    const std::optional<ChartRange> extent = extentOf(m_prepared);
    if (!extent)
        return;
    m_view.setExtent(extent->size() > 0 ? *extent : widened(*extent, 0));
    const ChartRange x = m_view.x();
    const XRange part{x.from, x.to};
    const auto pixels = size_t(std::max(m_canvas->width(), 2));
    QVector<DrawnLine> originals;
    QVector<DrawnLine> lines;
    std::optional<ChartRange> heights;
    for (qsizetype i = 0; i < m_prepared.size(); ++i) {
        if (!isShown(i))
            continue;
        DrawnLine line;
        line.color = colorOf(m_curves[i]);
        if (const auto &original = m_prepared[i]->original) {
            DrawnLine behind;
            behind.points = original->reduce(pixels, part);
            behind.color = line.color;
            behind.color.setAlpha(faint);
            behind.width = 1;
            includeHeights(heights, behind.points, x);
            originals.append(behind);
        }
        line.points = m_prepared[i]->drawn.reduce(pixels, part);
        line.hasMarks = qsizetype(m_prepared[i]->drawn.points().size()) < fewChartPoints;
        includeHeights(heights, line.points, x);
        lines.append(line);
    }
    const ChartRange y =
        m_view.chosenY().value_or(widened(heights.value_or(ChartRange{0, 1}), roomAround));
    const int ticksX = std::max(2, m_canvas->width() / pixelsPerTickX);
    const int ticksY = std::max(2, m_canvas->height() / pixelsPerTickY);
    m_canvas->setYFollows(!m_view.chosenY());
    m_canvas->setDrawing(
        {x, chartTicks(m_preparedOptions.xScale(), x.from, x.to, ticksX), xTitle()},
        {y, chartTicks(m_preparedOptions.yScale(), y.from, y.to, ticksY), {}}, originals + lines);
    if (m_canvas->readingX())
        readAt(m_canvas->readingX());
}

void RunChart::readAt(std::optional<double> x)
{
    if (!x || m_prepared.isEmpty()) {
        m_canvas->setReading(std::nullopt, {}, {});
        return;
    }
    const double reach = m_view.x().size() * readingReach;
    QVector<ChartReading> rows;
    qsizetype more = 0;
    for (qsizetype i = 0; i < m_prepared.size(); ++i) {
        const std::optional<double> value =
            isShown(i) ? valueNear(m_prepared[i]->drawn, *x, reach) : std::nullopt;
        if (!value)
            continue;
        if (rows.size() >= mostReadings) {
            ++more;
            continue;
        }
        QString text = chartValueText(m_preparedOptions, *value);
        if (const auto &original = m_prepared[i]->original) {
            if (const auto plain = valueNear(*original, *x, reach))
                text += u" ("_s + chartValueText(m_preparedOptions, *plain) + u')';
        }
        rows.append({m_curves[i].name, text, colorOf(m_curves[i]), value});
    }
    if (more > 0)
        rows.append({tr("and %n more", nullptr, int(more)), {}, {}, {}});
    m_canvas->setReading(x, chartPlaceText(m_preparedOptions.xScale(), *x), rows);
}

/// To the next point of the first curve shown, from the middle where nothing is read yet.
void RunChart::stepReading(int direction)
{
    for (qsizetype i = 0; i < m_prepared.size(); ++i) {
        const std::vector<double> &x = m_prepared[i]->drawn.points().x;
        if (!isShown(i) || x.empty())
            continue;
        const ChartRange shown = m_view.x();
        const double from = m_canvas->readingX().value_or((shown.from + shown.to) / 2);
        const auto next =
            direction > 0 ? std::ranges::upper_bound(x, from) : std::ranges::lower_bound(x, from);
        if (direction > 0 && next != x.end())
            readAt(*next);
        else if (direction < 0 && next != x.begin())
            readAt(*std::prev(next));
        return;
    }
}

} // namespace plotleaf
