// A fence from strangers: whatever its text is, reading it ends, and what it asks for can be built
// from a run. What is read as a fence is also read as a filter, whose language is reached too
// seldom through YAML.

#include "core/panels/media_shelf.h"
#include "core/panels/panel_kinds.h"
#include "core/panels/panel_spec.h"

#include <QJsonDocument>

#include <cmath>
#include <cstddef>
#include <cstdint>

using namespace plotleaf;

namespace {

QVector<Run> someRuns()
{
    QVector<Run> runs(2);
    for (int i = 0; i < 2; ++i) {
        runs[i].id = RunId(QString::number(i));
        runs[i].name = QStringLiteral("run-%1").arg(i);
        runs[i].created = QDateTime::fromSecsSinceEpoch(1'790'000'000 + i, Qt::UTC);
        runs[i].config = {{QStringLiteral("lr"), 0.1 * i}};
        runs[i].metrics = {QStringLiteral("a"), QStringLiteral("loss")};
    }
    return runs;
}

RunDataAnswer someSeries()
{
    Series series;
    for (int i = 0; i < 100; ++i) {
        series.step.push_back(i);
        series.wall.push_back(1.79e9 + i);
        series.value.push_back(i % 17 == 0 ? std::nan("") : std::sin(i));
    }
    RunDataAnswer answer;
    answer.series = std::make_shared<const Series>(series);
    return answer;
}

void build(const PanelSpec &spec)
{
    static const QVector<Run> all = someRuns();
    static const RunDataAnswer answer = someSeries();
    const auto lookup = [&](const Run &, const QString &) { return answer.series.get(); };
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'790'000'100, Qt::UTC);
    const QVector<Run> runs = selectRuns(spec.runs, all, lookup, now).runs;
    if (runs.isEmpty())
        return;
    RunData data;
    for (const RunDataRequest &request : spec.kind->wants(spec, runs)) {
        if (request.kind == RunDataRequest::Kind::Series)
            data.insert(request, answer);
    }
    const PanelInput input{spec, runs, data};
    MediaShelf shelf;
    MediaPins pins(shelf);
    const auto prepared = spec.kind->prepare(input);
    for (const PlotRange &range : {PlotRange{}, PlotRange{2, 5}})
        (void)spec.kind->build(input, prepared.get(), {range, 300}, pins).toJson();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const PanelKinds kinds;
    MarkdownPanel panel;
    panel.source =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const RunSets sets{{QStringLiteral("set"), {panel.source, 0}}};
    const ParsedPanel parsed = parsePanel(panel, kinds, sets);
    if (parsed.problems.isEmpty())
        build(parsed.spec);
    if (const auto filter = RunFilter::parse(panel.source))
        (void)filter->matches(someRuns().first(), {}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    return 0;
}
