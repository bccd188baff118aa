#include "core/panels/line_units.h"
#include "core/panels/name_choice.h"
#include "core/panels/number_text.h"
#include "core/panels/panel_kind.h"
#include "core/panels/panel_messages.h"
#include "core/runs/series_statistics.h"

#include <QCoreApplication>

#include <cmath>

namespace plotleaf {

namespace {

struct ScalarText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ScalarPanel)
};

/// One number for each run and metric, large.
class ScalarPanel final : public PanelKind
{
public:
    QString name() const override { return QStringLiteral("scalar"); }
    QString summary() const override
    {
        return ScalarText::tr("One number of a metric for each run, large.");
    }

    PanelOptions options() const override
    {
        return PanelOptions{
                   {QStringLiteral("y"), OptionKind::Names, QString(),
                    ScalarText::tr("Which metrics are shown.")},
                   {QStringLiteral("value"),
                    OptionKind::Choice,
                    QStringLiteral("last"),
                    ScalarText::tr("Which number of a metric; min, max and mean pass over NaN."),
                    {QStringLiteral("last"), QStringLiteral("min"), QStringLiteral("max"),
                     QStringLiteral("mean")}},
                   {QStringLiteral("names"), OptionKind::Labels, QStringLiteral("{}"),
                    ScalarText::tr("Another name for a run or a group.")},
               } +
               numberGroupOptions();
    }

    int usualRuns(const PanelSpec &spec) const override { return usualRunsWithGroups(spec); }

    QVector<RunDataRequest> wants(const PanelSpec &spec, const QVector<Run> &runs) const override
    {
        return requestsFor(RunDataRequest::Kind::Series, choose(spec, runs).names, runs,
                           &Run::metrics);
    }

    Figure build(const PanelInput &input,
                 const PanelPreparation *,
                 const PanelView &,
                 MediaPins &) const override
    {
        const NameChoice choice = choose(input.spec, input.runs);
        if (input.spec.names(QStringLiteral("y")).isEmpty())
            return nothingChosenMessage(
                ScalarText::tr("Say which metric to show, for example “y: %1”.")
                    .arg(choice.available.value(0, QStringLiteral("loss"))),
                choice.available);
        if (choice.names.isEmpty())
            return nothingCalledMessage(ScalarText::tr("metric"), choice.unmatched,
                                        choice.available);
        const Items shown = items(input, choice.names);
        Figure figure;
        figure.kind = Figure::Kind::Scalar;
        figure.content = {{QStringLiteral("items"), shown.items}};
        figure.notes = choiceNotes(choice, input.runs, &Run::metrics) + leftOutNotes(shown.leftOut);
        return figure;
    }

private:
    struct Items
    {
        QJsonArray items;
        qsizetype leftOut = 0; ///< values that count for nothing in a group's number
    };

    static NameChoice choose(const PanelSpec &spec, const QVector<Run> &runs)
    {
        return chooseNames(spec.names(QStringLiteral("y")), runs, &Run::metrics);
    }

    static Items items(const PanelInput &input, const QStringList &metrics)
    {
        const SeriesStatistic statistic =
            statisticFromName(input.spec.value<QString>(QStringLiteral("value")))
                .value_or(SeriesStatistic::Last);
        const bool areGroups = drawsGroups(input.spec);
        Items made;
        for (const RunGroup &row : rowsOf(input)) {
            for (const QString &metric : metrics) {
                const std::vector<SeriesValue> values = valuesOf(input, row, metric, statistic);
                if (values.empty())
                    continue;
                const QString label =
                    metrics.size() > 1 ? row.label + QStringLiteral(" · ") + metric : row.label;
                const QString what =
                    ScalarText::tr("%1 of %2").arg(statisticName(statistic), metric);
                if (!areGroups) {
                    made.items.append(runItem(label, what, values.front()));
                    continue;
                }
                const std::vector<double> numbers = numbersOf(values);
                made.items.append(groupItem(label, what, numbers, numberGroupStyle(input.spec)));
                made.leftOut += qsizetype(numbers.size()) - countedIn(numbers);
            }
        }
        return made;
    }

    static std::vector<SeriesValue> valuesOf(const PanelInput &input,
                                             const RunGroup &row,
                                             const QString &metric,
                                             SeriesStatistic statistic)
    {
        std::vector<SeriesValue> values;
        for (const qsizetype run : row.runs) {
            const Series *series = input.data.series(input.runs[run].id, metric);
            if (const auto value = series ? statisticOf(*series, statistic) : std::nullopt)
                values.push_back(*value);
        }
        return values;
    }

    static QJsonObject
    item(const QString &label, double value, const QString &text, const QString &detail)
    {
        return {{QStringLiteral("label"), label},
                {QStringLiteral("value"), std::isfinite(value) ? QJsonValue(value) : QJsonValue()},
                {QStringLiteral("text"), text},
                {QStringLiteral("detail"), detail}};
    }

    static QJsonObject runItem(const QString &label, const QString &what, const SeriesValue &value)
    {
        const QString detail =
            value.step ? ScalarText::tr("%1, step %2").arg(what, numberText(*value.step)) : what;
        return item(label, value.value, numberText(value.value), detail);
    }

    static std::vector<double> numbersOf(const std::vector<SeriesValue> &values)
    {
        std::vector<double> numbers;
        numbers.reserve(values.size());
        for (const SeriesValue &value : values)
            numbers.push_back(value.value);
        return numbers;
    }

    static QJsonObject groupItem(const QString &label,
                                 const QString &what,
                                 const std::vector<double> &numbers,
                                 const GroupStyle &style)
    {
        const Aggregate main = style.lines.front();
        const QString detail =
            ScalarText::tr("%1 over %n run(s): %2", "mean over 3 runs: last of loss",
                           int(countedIn(numbers)))
                .arg(aggregateName(main), what);
        return item(label, aggregateOf(main, numbers), groupText(numbers, style), detail);
    }
};

} // namespace

std::unique_ptr<PanelKind> makeScalarPanel()
{
    return std::make_unique<ScalarPanel>();
}

} // namespace plotleaf
