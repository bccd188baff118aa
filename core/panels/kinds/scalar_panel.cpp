#include "core/panels/name_choice.h"
#include "core/panels/number_text.h"
#include "core/panels/panel_kind.h"
#include "core/panels/panel_messages.h"
#include "core/runs/run_label.h"
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
        return {
            {QStringLiteral("y"), OptionKind::Names, QString(),
             ScalarText::tr("Which metrics are shown.")},
            {QStringLiteral("value"),
             OptionKind::Choice,
             QStringLiteral("last"),
             ScalarText::tr("Which number of a metric; min, max and mean pass over NaN."),
             {QStringLiteral("last"), QStringLiteral("min"), QStringLiteral("max"),
              QStringLiteral("mean")}},
            {QStringLiteral("names"), OptionKind::Labels, QStringLiteral("{}"),
             ScalarText::tr("Another name for a run.")},
        };
    }

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
        Figure figure;
        figure.kind = Figure::Kind::Scalar;
        figure.content = {{QStringLiteral("items"), items(input, choice.names)}};
        figure.notes = choiceNotes(choice, input.runs, &Run::metrics);
        return figure;
    }

private:
    static NameChoice choose(const PanelSpec &spec, const QVector<Run> &runs)
    {
        return chooseNames(spec.names(QStringLiteral("y")), runs, &Run::metrics);
    }

    static QJsonArray items(const PanelInput &input, const QStringList &metrics)
    {
        const SeriesStatistic statistic =
            statisticFromName(input.spec.value<QString>(QStringLiteral("value")))
                .value_or(SeriesStatistic::Last);
        const auto &names = input.spec.value<QMap<QString, QString>>(QStringLiteral("names"));
        const QStringList labels = runLabels(input.runs);
        QJsonArray items;
        for (qsizetype i = 0; i < input.runs.size(); ++i) {
            const Run &run = input.runs[i];
            const QString label = names.value(run.name, names.value(run.id.toString(), labels[i]));
            for (const QString &metric : metrics) {
                const Series *series = input.data.series(run.id, metric);
                const auto value = series ? statisticOf(*series, statistic) : std::nullopt;
                if (value)
                    items.append(
                        item(metrics.size() > 1 ? label + QStringLiteral(" · ") + metric : label,
                             metric, *value, statistic));
            }
        }
        return items;
    }

    static QJsonObject item(const QString &label,
                            const QString &metric,
                            const SeriesValue &value,
                            SeriesStatistic statistic)
    {
        QString detail = ScalarText::tr("%1 of %2").arg(statisticName(statistic), metric);
        if (value.step)
            detail = ScalarText::tr("%1, step %2").arg(detail, numberText(*value.step));
        return {{QStringLiteral("label"), label},
                {QStringLiteral("value"),
                 std::isfinite(value.value) ? QJsonValue(value.value) : QJsonValue()},
                {QStringLiteral("text"), numberText(value.value)},
                {QStringLiteral("detail"), detail}};
    }
};

} // namespace

std::unique_ptr<PanelKind> makeScalarPanel()
{
    return std::make_unique<ScalarPanel>();
}

} // namespace plotleaf
