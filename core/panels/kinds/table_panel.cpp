#include "core/panels/line_units.h"
#include "core/panels/name_choice.h"
#include "core/panels/number_text.h"
#include "core/panels/panel_kind.h"
#include "core/panels/panel_messages.h"
#include "core/runs/run_field.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

// A table wider than this is unreadable; who wants more names the columns.
constexpr qsizetype columnsUnasked = 12;

// Of a group whose runs differ in what a column shows.
constexpr qsizetype valuesNamedInCells = 3;

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
        return PanelOptions{
                   {QStringLiteral("y"), OptionKind::Names, QString(),
                    TableText::tr(
                        "Which metrics have a column; the first ones where nothing is said.")},
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
                     QStringLiteral("created"), QStringLiteral("updated"),
                     QStringLiteral("duration")}},
                   {QStringLiteral("names"), OptionKind::Labels, QStringLiteral("{}"),
                    TableText::tr("Another name for a run or a group.")},
               } +
               numberGroupOptions();
    }

    int usualRuns(const PanelSpec &spec) const override { return usualRunsWithGroups(spec); }

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
        const Rows shown = rows(input, columns);
        Figure figure;
        figure.kind = Figure::Kind::Table;
        figure.content = {{QStringLiteral("columns"), head(input.spec, columns)},
                          {QStringLiteral("rows"), shown.rows}};
        figure.notes = unmatchedNotes(metrics) + unmatchedNotes(config);
        if (!asksForMetrics && metrics.available.size() > metrics.names.size())
            figure.notes << TableText::tr("Showing %1 of %2 metrics; “y” names others.")
                                .arg(metrics.names.size())
                                .arg(metrics.available.size());
        figure.notes += leftOutNotes(shown.leftOut);
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

    static QJsonArray head(const PanelSpec &spec, const QVector<TableColumn> &columns)
    {
        const auto column = [](const QString &name, bool isNumber) {
            return QJsonObject{{QStringLiteral("name"), name},
                               {QStringLiteral("align"),
                                isNumber ? QStringLiteral("right") : QStringLiteral("left")}};
        };
        QJsonArray head;
        if (drawsGroups(spec))
            head = {column(TableText::tr("Group"), false), column(TableText::tr("Runs"), true)};
        else
            head = {column(TableText::tr("Run"), false)};
        for (const TableColumn &each : columns) {
            const bool isNumber = each.field.kind == RunField::Kind::Metric ||
                                  each.field.kind == RunField::Kind::Config ||
                                  each.field.kind == RunField::Kind::Duration;
            head.append(column(each.title, isNumber));
        }
        return head;
    }

    struct Rows
    {
        QJsonArray rows;
        qsizetype leftOut = 0; ///< values that count for nothing in a group's number
    };

    struct Cell
    {
        QString text;
        qsizetype leftOut = 0;
    };

    static Rows rows(const PanelInput &input, const QVector<TableColumn> &columns)
    {
        const bool areGroups = drawsGroups(input.spec);
        Rows made;
        for (const RunGroup &group : rowsOf(input)) {
            QJsonArray row{group.label};
            if (areGroups)
                row.append(QString::number(group.runs.size()));
            for (const TableColumn &column : columns) {
                const Cell shown = cell(input, group, column.field);
                row.append(shown.text);
                made.leftOut += shown.leftOut;
            }
            made.rows.append(row);
        }
        return made;
    }

    static Cell cell(const PanelInput &input, const RunGroup &group, const RunField &field)
    {
        QStringList texts;
        std::vector<double> numbers;
        for (const qsizetype place : group.runs) {
            const Run &run = input.runs[place];
            const auto lookup = [&](const QString &metric) {
                return input.data.series(run.id, metric);
            };
            const QVariant value = runFieldValue(field, run, lookup);
            texts << valueText(value);
            if (field.kind == RunField::Kind::Metric && value.isValid())
                numbers.push_back(value.toDouble());
        }
        if (drawsGroups(input.spec) && !numbers.empty())
            return {groupText(numbers, numberGroupStyle(input.spec)),
                    qsizetype(numbers.size()) - countedIn(numbers)};
        texts.removeDuplicates();
        return {texts.size() > valuesNamedInCells ? QStringLiteral("…")
                                                  : texts.join(QStringLiteral(", "))};
    }
};

} // namespace

std::unique_ptr<PanelKind> makeTablePanel()
{
    return std::make_unique<TablePanel>();
}

} // namespace plotleaf
