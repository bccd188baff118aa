#include "core/panels/histogram_grid.h"
#include "core/panels/name_choice.h"
#include "core/panels/panel_kind.h"
#include "core/panels/panel_messages.h"
#include "core/panels/plot_json.h"
#include "core/runs/run_label.h"

#include <QCoreApplication>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr qsizetype maxCells = 6;
constexpr qsizetype maxHistogramSteps = 400;

struct FigureText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::FigurePanel)
};

/// Histograms of one run and key.
struct HistogramCell
{
    QString label;
    QString run;
    QString key;
    int colorIndex = 0;
    const QVector<HistogramSample> *samples = nullptr;
};

/// "x", "x2", …: plotly's name of an axis, and with "axis" in it the layout's.
QString axisName(const char *letter, const char *rest, qsizetype cell)
{
    const QString number = cell == 0 ? QString() : QString::number(cell + 1);
    return QLatin1String(letter) + QLatin1String(rest) + number;
}

QJsonObject cellMeta(const HistogramCell &cell)
{
    return {{QStringLiteral("role"), QStringLiteral("histogram")},
            {QStringLiteral("run"), cell.run},
            {QStringLiteral("metric"), cell.key}};
}

QJsonObject heatMap(const HistogramCell &cell, int bins, qsizetype place)
{
    const HistogramGrid grid = histogramGrid(*cell.samples, bins, maxHistogramSteps);
    QJsonArray z;
    for (const std::vector<double> &row : grid.counts)
        z.append(plotNumbers(row));
    QJsonObject meta = cellMeta(cell);
    meta.insert(QStringLiteral("colorScale"), QStringLiteral("sequential"));
    return {
        {QStringLiteral("type"), QStringLiteral("heatmap")},
        {QStringLiteral("name"), plotText(cell.label)},
        {QStringLiteral("x"), plotNumbers(grid.steps)},
        {QStringLiteral("y"), plotNumbers(grid.centers)},
        {QStringLiteral("z"), z},
        {QStringLiteral("xaxis"), axisName("x", "", place)},
        {QStringLiteral("yaxis"), axisName("y", "", place)},
        {QStringLiteral("showscale"), false},
        {QStringLiteral("hovertemplate"),
         QString(plotText(FigureText::tr("step %1, value %2: %3"))
                     .arg(QStringLiteral("%{x}"), QStringLiteral("%{y}"), QStringLiteral("%{z}")) +
                 QStringLiteral("<extra>%{fullData.name}</extra>"))},
        {QStringLiteral("meta"), meta}};
}

QJsonObject lastBars(const HistogramCell &cell, int bins)
{
    const HistogramGrid grid = histogramGrid({cell.samples->last()}, bins, 2);
    std::vector<double> counts;
    counts.reserve(grid.counts.size());
    for (const std::vector<double> &row : grid.counts)
        counts.push_back(row.front());
    QJsonObject meta = cellMeta(cell);
    meta.insert(QStringLiteral("colorIndex"), cell.colorIndex);
    return {{QStringLiteral("type"), QStringLiteral("bar")},
            {QStringLiteral("name"), plotText(cell.label)},
            {QStringLiteral("x"), plotNumbers(grid.centers)},
            {QStringLiteral("y"), plotNumbers(counts)},
            {QStringLiteral("opacity"), 0.6},
            {QStringLiteral("meta"), meta}};
}

QJsonObject overStepsLayout(const QVector<HistogramCell> &cells)
{
    QJsonObject layout{
        {QStringLiteral("meta"), QJsonObject{{QStringLiteral("x"), QStringLiteral("step")}}},
        {QStringLiteral("uirevision"), QStringLiteral("step")},
        {QStringLiteral("hovermode"), QStringLiteral("closest")},
        {QStringLiteral("showlegend"), false}};
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const bool isLowest = i + 1 == cells.size();
        layout.insert(
            axisName("x", "axis", i),
            plotAxis(QStringLiteral("linear"), isLowest ? FigureText::tr("Step") : QString()));
        layout.insert(axisName("y", "axis", i), plotAxis(QStringLiteral("linear"), cells[i].label));
    }
    if (cells.size() > 1) {
        layout.insert(QStringLiteral("grid"),
                      QJsonObject{{QStringLiteral("rows"), cells.size()},
                                  {QStringLiteral("columns"), 1},
                                  {QStringLiteral("pattern"), QStringLiteral("independent")}});
    }
    return layout;
}

QJsonObject lastLayout(const QVector<HistogramCell> &cells)
{
    QJsonObject layout{
        {QStringLiteral("meta"), QJsonObject{{QStringLiteral("x"), QStringLiteral("value")}}},
        {QStringLiteral("uirevision"), QStringLiteral("value")},
        {QStringLiteral("hovermode"), QStringLiteral("closest")},
        {QStringLiteral("barmode"), QStringLiteral("overlay")},
        {QStringLiteral("bargap"), 0},
        {QStringLiteral("xaxis"), plotAxis(QStringLiteral("linear"), FigureText::tr("Value"))},
        {QStringLiteral("yaxis"), plotAxis(QStringLiteral("linear"), FigureText::tr("Count"))}};
    setLegend(layout, QStringLiteral("bottom"), cells.size());
    return layout;
}

/// Histograms that runs logged, as a plotly figure.
class FigurePanel final : public PanelKind
{
public:
    QString name() const override { return QStringLiteral("figure"); }
    QString summary() const override { return FigureText::tr("Histograms that runs logged."); }

    PanelOptions options() const override
    {
        return {
            {QStringLiteral("key"), OptionKind::Names, QString(),
             FigureText::tr("Which histograms are shown; all where nothing is said.")},
            {QStringLiteral("view"),
             OptionKind::Choice,
             QStringLiteral("steps"),
             FigureText::tr("Over all steps as a heat map, or of the last step as bars."),
             {QStringLiteral("steps"), QStringLiteral("last")}},
            {QStringLiteral("bins"), OptionKind::Whole, QStringLiteral("30"),
             FigureText::tr("Into how many bins values are sorted, up to 500.")},
            {QStringLiteral("names"), OptionKind::Labels, QStringLiteral("{}"),
             FigureText::tr("Another name for a run.")},
        };
    }

    QVector<RunDataRequest> wants(const PanelSpec &spec, const QVector<Run> &runs) const override
    {
        return requestsFor(RunDataRequest::Kind::Histograms, keysOf(spec, runs).names, runs,
                           &Run::histograms, stepsOf(spec));
    }

    Figure build(const PanelInput &input,
                 const PanelPreparation *,
                 const PanelView &,
                 MediaPins &) const override
    {
        const NameChoice keys = keysOf(input.spec, input.runs);
        if (keys.names.isEmpty() && !keys.unmatched.isEmpty())
            return nothingCalledMessage(FigureText::tr("histogram"), keys.unmatched,
                                        keys.available);
        const QVector<HistogramCell> all = cellsOf(input, keys.names);
        if (all.isEmpty())
            return Figure::message(QStringLiteral("info"), FigureText::tr("No histograms yet"),
                                   FigureText::tr("The runs have logged no histograms."));
        const QVector<HistogramCell> cells = all.first(std::min(maxCells, all.size()));
        Figure figure;
        figure.kind = Figure::Kind::Plot;
        figure.content = content(input.spec, cells);
        figure.notes = choiceNotes(keys, input.runs, &Run::histograms);
        if (all.size() > cells.size())
            figure.notes << FigureText::tr("Showing %1 of %2 histograms; “key” and “runs” choose.")
                                .arg(cells.size())
                                .arg(all.size());
        return figure;
    }

private:
    static bool isOverSteps(const PanelSpec &spec)
    {
        return spec.value<QString>(QStringLiteral("view")) == QLatin1String("steps");
    }

    static SampleSteps stepsOf(const PanelSpec &spec)
    {
        return isOverSteps(spec) ? SampleSteps() : SampleSteps::last();
    }

    static NameChoice keysOf(const PanelSpec &spec, const QVector<Run> &runs)
    {
        const NamePatterns asked = spec.names(QStringLiteral("key"));
        NameChoice choice = chooseNames(asked, runs, &Run::histograms);
        if (asked.isEmpty())
            choice.names = choice.available;
        return choice;
    }

    static QVector<HistogramCell> cellsOf(const PanelInput &input, const QStringList &keys)
    {
        const auto &names = input.spec.value<QMap<QString, QString>>(QStringLiteral("names"));
        const QStringList labels = runLabels(input.runs);
        const QVector<int> colours = runColours(input.runs, plotColours);
        const SampleSteps steps = stepsOf(input.spec);
        QVector<HistogramCell> cells;
        for (const QString &key : keys) {
            for (qsizetype i = 0; i < input.runs.size(); ++i) {
                const Run &run = input.runs[i];
                const QVector<HistogramSample> *samples = input.data.histograms(run.id, key, steps);
                if (!samples || samples->isEmpty())
                    continue;
                const QString label =
                    names.value(run.name, names.value(run.id.toString(), labels[i]));
                const bool oneRun = input.runs.size() == 1;
                const QString both = keys.size() == 1 ? label : label + QStringLiteral(" · ") + key;
                cells.push_back({oneRun ? key : both, run.name, key,
                                 oneRun ? int(cells.size()) % plotColours : colours[i], samples});
            }
        }
        return cells;
    }

    static QJsonObject content(const PanelSpec &spec, const QVector<HistogramCell> &cells)
    {
        const int bins = int(std::min(spec.value<double>(QStringLiteral("bins")), 500.0));
        const bool overSteps = isOverSteps(spec);
        QJsonArray data;
        for (qsizetype i = 0; i < cells.size(); ++i)
            data.append(overSteps ? heatMap(cells[i], bins, i) : lastBars(cells[i], bins));
        return {{QStringLiteral("data"), data},
                {QStringLiteral("layout"), overSteps ? overStepsLayout(cells) : lastLayout(cells)}};
    }
};

} // namespace

std::unique_ptr<PanelKind> makeFigurePanel()
{
    return std::make_unique<FigurePanel>();
}

} // namespace plotleaf
