#include "core/panels/name_choice.h"
#include "core/panels/number_text.h"
#include "core/panels/panel_kind.h"
#include "core/panels/panel_messages.h"
#include "core/runs/run_field.h"
#include "core/runs/run_label.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

// A table wider than this is unreadable; who wants more names the columns.
constexpr qsizetype columnsUnasked = 12;

struct TableText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::TablePanel)
};

struct TableColumn
{
    QString title;
    RunField field;
};

/// Runs in rows; fields, configuration and metrics in columns.
class TablePanel final : public PanelKind
{
public:
    QString name() const override { return QStringLiteral("table"); }
    QString summary() const override
    {
        return TableText::tr("Runs in rows, their configuration and metrics in columns.");
    }

    PanelOptions options() const override
    {
        return {
            {QStringLiteral("y"), OptionKind::Names, QString(),
             TableText::tr("Which metrics have a column; the first ones where nothing is said.")},
            {QStringLiteral("value"),
             OptionKind::Choices,
             QStringLiteral("last"),
             TableText::tr("Which numbers of a metric, each in a column."),
             {QStringLiteral("last"), QStringLiteral("min"), QStringLiteral("max"),
              QStringLiteral("mean")}},
            {QStringLiteral("config"), OptionKind::Names, QString(),
             TableText::tr(
                 "Which parameters have a column; where nothing is said, those that differ "
                 "between runs.")},
            {QStringLiteral("fields"),
             OptionKind::Choices,
             QStringLiteral("[]"),
             TableText::tr("Which other facts about a run have a column."),
             {QStringLiteral("id"), QStringLiteral("state"), QStringLiteral("tags"),
              QStringLiteral("created"), QStringLiteral("updated"), QStringLiteral("duration")}},
            {QStringLiteral("names"), OptionKind::Labels, QStringLiteral("{}"),
             TableText::tr("Another name for a run.")},
        };
    }

    QVector<RunDataRequest> wants(const PanelSpec &spec, const QVector<Run> &runs) const override
    {
        return requestsFor(RunDataRequest::Kind::Series, metricsOf(spec, runs).names, runs,
                           &Run::metrics);
    }

    Figure build(const PanelInput &input,
                 const PanelPreparation *,
                 const PanelView &,
                 MediaPins &) const override
    {
        const NameChoice metrics = metricsOf(input.spec, input.runs);
        const bool asksForMetrics = !input.spec.names(QStringLiteral("y")).isEmpty();
        if (asksForMetrics && metrics.names.isEmpty())
            return nothingCalledMessage(TableText::tr("metric"), metrics.unmatched,
                                        metrics.available);
        const NameChoice config = configOf(input.spec, input.runs);
        const QVector<TableColumn> columns = columnsOf(input.spec, config.names, metrics.names);
        Figure figure;
        figure.kind = Figure::Kind::Table;
        figure.content = {{QStringLiteral("columns"), head(columns)},
                          {QStringLiteral("rows"), rows(input, columns)}};
        figure.notes = unmatchedNotes(metrics) + unmatchedNotes(config);
        if (!asksForMetrics && metrics.available.size() > metrics.names.size())
            figure.notes << TableText::tr("Showing %1 of %2 metrics; “y” names others.")
                                .arg(metrics.names.size())
                                .arg(metrics.available.size());
        return figure;
    }

private:
    static NameChoice metricsOf(const PanelSpec &spec, const QVector<Run> &runs)
    {
        const NamePatterns asked = spec.names(QStringLiteral("y"));
        NameChoice choice = chooseNames(asked, runs, &Run::metrics);
        if (asked.isEmpty())
            choice.names =
                choice.available.first(std::min(choice.available.size(), columnsUnasked));
        return choice;
    }

    static NameChoice configOf(const PanelSpec &spec, const QVector<Run> &runs)
    {
        const NamePatterns asked = spec.names(QStringLiteral("config"));
        QStringList keys;
        for (const Run &run : runs)
            keys += run.config.keys();
        NameChoice choice = chooseAmong(asked, keys);
        if (asked.isEmpty())
            choice.names = differing(choice.available, runs);
        return choice;
    }

    /// The parameters that tell these runs apart; of a single run, all.
    static QStringList differing(const QStringList &keys, const QVector<Run> &runs)
    {
        QStringList names;
        for (const QString &key : keys) {
            const bool differs = std::ranges::any_of(runs, [&](const Run &run) {
                return run.config.value(key) != runs.first().config.value(key);
            });
            if ((differs || runs.size() == 1) && names.size() < columnsUnasked)
                names << key;
        }
        return names;
    }

    static QVector<TableColumn>
    columnsOf(const PanelSpec &spec, const QStringList &config, const QStringList &metrics)
    {
        QVector<TableColumn> columns;
        for (const QString &field : spec.value<QStringList>(QStringLiteral("fields")))
            columns.push_back({field, *RunField::parse(field)});
        for (const QString &key : config)
            columns.push_back({QStringLiteral("config.") + key, {RunField::Kind::Config, key, {}}});
        const auto &statistics = spec.value<QStringList>(QStringLiteral("value"));
        for (const QString &metric : metrics) {
            for (const QString &statistic : statistics) {
                const QString title = QStringLiteral("%1 (%2)").arg(metric, statistic);
                columns.push_back({title,
                                   {RunField::Kind::Metric, metric,
                                    statisticFromName(statistic).value_or(SeriesStatistic::Last)}});
            }
        }
        return columns;
    }

    static QJsonArray head(const QVector<TableColumn> &columns)
    {
        const auto column = [](const QString &name, bool isNumber) {
            return QJsonObject{{QStringLiteral("name"), name},
                               {QStringLiteral("align"),
                                isNumber ? QStringLiteral("right") : QStringLiteral("left")}};
        };
        QJsonArray head{column(TableText::tr("Run"), false)};
        for (const TableColumn &each : columns) {
            const bool isNumber = each.field.kind == RunField::Kind::Metric ||
                                  each.field.kind == RunField::Kind::Config ||
                                  each.field.kind == RunField::Kind::Duration;
            head.append(column(each.title, isNumber));
        }
        return head;
    }

    static QJsonArray rows(const PanelInput &input, const QVector<TableColumn> &columns)
    {
        const auto &names = input.spec.value<QMap<QString, QString>>(QStringLiteral("names"));
        const QStringList labels = runLabels(input.runs);
        QJsonArray rows;
        for (qsizetype i = 0; i < input.runs.size(); ++i) {
            const Run &run = input.runs[i];
            const auto lookup = [&](const QString &metric) {
                return input.data.series(run.id, metric);
            };
            QJsonArray row{names.value(run.name, names.value(run.id.toString(), labels[i]))};
            for (const TableColumn &column : columns)
                row.append(valueText(runFieldValue(column.field, run, lookup)));
            rows.append(row);
        }
        return rows;
    }
};

} // namespace

std::unique_ptr<PanelKind> makeTablePanel()
{
    return std::make_unique<TablePanel>();
}

} // namespace plotleaf
