#pragma once

#include "core/runs/run_source.h"
#include "core/services/folders/wandb_console.h"
#include "core/services/folders/wandb_metrics.h"
#include "core/services/folders/wandb_values.h"

#include <QJsonObject>
#include <QStringList>

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plotleaf::wandb {
class Environment;
class Exit;
class History;
class Item;
class Output;
class PartialHistory;
class Record;
class Run;
class Stats;
class Timestamp;
} // namespace plotleaf::wandb

namespace plotleaf {

/// What the logs of one W&B run hold, gathered record by record. Numbers are kept; of media,
/// histograms, tables and texts only where they lie, because their bytes can be many times the
/// memory of the machine; of the console its end.
///
/// Names are paths joined with dots. Those that begin with an underscore are W&B's own and no
/// metrics. A value at step s drops what its name has from step s on, so that a run that was
/// resumed, or whose log was written again, reads as its last session tells it, and steps strictly
/// increase. System metrics are called `system/…`; their step is the number of the measurement.
///
/// Not thread-safe.
class WandbData
{
public:
    enum class Kind { Media, Histogram, Table, Other };
    static constexpr size_t kinds = 3; ///< those that are kept: all before Other
    /// How the run says that it ended, if it does.
    enum class End { None, Success, Failure };

    static constexpr size_t maxMetrics = 100'000; ///< beyond these none is added

    /// Where a value lies: in the record that begins there, under the name of its key.
    struct SamplePlace
    {
        double step = 0;
        double wall = 0;
        size_t file = 0;
        qint64 offset = 0;
    };

    /// What the run says of itself; empty where it does not.
    struct Identity
    {
        QString id;
        QString name;
        QString project;
        QString entity;
        QString user;
        QString group;
        QString jobType;
        QString notes;
        QStringList tags;
        std::optional<double> started; ///< seconds since 1970 UTC, of the first session
    };

    /// A log begins that continues the run.
    void beginSession();
    void add(const wandb::Record &record, size_t file, qint64 offset);

    /// In natural order.
    QStringList metrics() const;
    QStringList keys(Kind kind) const;
    /// Null when there is no such metric.
    SeriesPtr series(const QString &metric) const;
    /// In the order of their steps; empty when there is no such key.
    std::vector<SamplePlace> samples(Kind kind, const QString &key) const;

    const Identity &identity() const { return m_identity; }
    const QVariantMap &config() const { return m_config.leaves(); }
    /// What the run reported, and what follows from the metrics where it did not.
    const QVariantMap &summary() const;
    QVector<MetricDefinition> definitions() const { return m_definitions.definitions(); }
    const WandbConsole &console() const { return m_console; }
    End end() const { return m_end; }
    /// Seconds since 1970 UTC; nothing when nothing was dated.
    std::optional<double> lastWall() const { return m_lastWall; }
    /// Whether names or values were left out because there are too many.
    bool isFull() const { return m_isFull || m_config.isFull() || m_summary.isFull(); }

private:
    struct Metric
    {
        Series points;
        bool isSystem = false;
        mutable SeriesPtr handedOut; ///< a copy of the points, until they change
    };
    struct Sample
    {
        std::string key;
        Kind kind = Kind::Other;
        size_t file = 0;
        qint64 offset = 0;
    };
    /// A step of the history, which may come in several records.
    struct Row
    {
        std::optional<double> step;
        std::optional<double> wall;
        std::optional<double> runtime;
        std::vector<std::pair<Metric *, double>> numbers;
        std::vector<Sample> samples;
    };
    template <typename Items>
    void fill(Row &row, const Items &items, size_t file, qint64 offset);
    void fillInternal(Row &row, const std::string &name, const wandb::Item &item);
    void fillValue(Row &row, const std::string &name, const std::string &json, Sample &&place);
    void fillObject(Row &row, const QJsonObject &object, Sample &&place);
    void commit(Row &row, double step);
    static void append(Metric &metric, double step, double wall, double value);

    void addHistory(const wandb::History &history, size_t file, qint64 offset);
    void addPartial(const wandb::PartialHistory &partial, size_t file, qint64 offset);
    void flushPartial();
    void addRun(const wandb::Run &run);
    void addEnvironment(const wandb::Environment &environment);
    void addStats(const wandb::Stats &stats);
    void addOutput(const wandb::Output &output);
    void addExit(const wandb::Exit &exit);
    Metric *metricOf(const std::string &name);
    void noteWall(double wall);

    using Samples = std::unordered_map<std::string, std::vector<SamplePlace>>;

    Identity m_identity;
    WandbValues m_config;
    WandbValues m_summary;
    WandbMetrics m_definitions;
    WandbConsole m_console;
    std::unordered_map<std::string, Metric> m_metrics;
    std::array<Samples, kinds> m_samples;
    size_t m_keys = 0; ///< of all kinds

    Row m_row;             ///< of the history record at hand; kept for its memory
    Row m_partial;         ///< its end has not come yet
    std::string m_name;    ///< scratch
    double m_nextStep = 0; ///< of rows that do not say theirs
    double m_systemStep = 0;
    double m_sessionStart = 0; ///< seconds since 1970 UTC; 0: not known
    End m_end = End::None;
    bool m_isFull = false;
    std::optional<double> m_lastWall;
    mutable std::optional<QVariantMap> m_shownSummary;
};

/// The name of an item: its key, or its nested key joined with dots.
void nameOfWandbItem(const wandb::Item &item, std::string &name);

} // namespace plotleaf
