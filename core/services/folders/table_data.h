#pragma once

#include "core/runs/run_source.h"

#include <QStringList>
#include <QVariantMap>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plotleaf {

/// What the rows of a table hold, run by run and column by column. Columns with numbers are
/// metrics; of the others, those that say the same in each row are configuration.
///
/// Steps strictly increase: rows are put in order, and of several values at one step the last
/// written stands. (Unlike TensorBoard's files a table names no sessions, so an earlier step drops
/// nothing behind it.) Not thread-safe.
class TableData
{
public:
    static constexpr size_t maxColumns = 10'000;
    static constexpr size_t maxRuns = 10'000;
    static constexpr size_t maxSeries = 200'000; ///< over all runs
    static constexpr size_t maxTextLength = 10'000;

    /// The column of this name, made where there is none; nothing where there are too many.
    std::optional<size_t> column(std::string_view name);

    /// Begins a row of the run of this name. `wall` as tableTime() tells it, NaN where it does not.
    /// False where there are too many runs.
    bool beginRow(std::string_view run, double step, double wall);
    /// The step of the row before of this run, for rows that name none.
    std::optional<double> lastStep(std::string_view run) const;

    // Of the row begun last.
    void addNumber(size_t column, double number);
    /// A text in a column of numbers is not kept; returns false then.
    bool addText(size_t column, std::string_view text);
    void addFlag(size_t column, bool flag);
    void addConfig(const QVariantMap &values);

    /// Puts rows in order; to be called before anything is asked.
    void putInOrder();
    /// Of times since the training began: when that was, in seconds since 1970 UTC. The first call
    /// with a number counts.
    void setNewest(double modified);

    QStringList runs() const; ///< in natural order
    bool hasRun(const QString &run) const { return m_runs.contains(run.toStdString()); }
    QStringList metrics(const QString &run) const; ///< in natural order
    QVariantMap config(const QString &run) const;
    /// Null when the run has no such metric.
    SeriesPtr series(const QString &run, const QString &metric) const;
    /// Seconds since 1970 UTC, where the table says them.
    std::optional<double> firstWall(const QString &run) const;
    std::optional<double> lastWall(const QString &run) const;

    bool hasTooManyRuns() const { return m_tooManyRuns; }
    bool hasTooManyColumns() const { return m_tooManyColumns; }

private:
    struct Column
    {
        Series points;
        bool isInOrder = true;
        bool varies = false; ///< its texts are not all the same
        QVariant constant;   ///< a text or a flag
        mutable SeriesPtr handedOut;
    };
    struct TableRun
    {
        std::vector<Column> columns; ///< by number; those behind the last are empty
        QVariantMap config;
        double step = 0;
        double wall = 0;
        bool hasStep = false;
        bool hasElapsed = false;
        bool wallDecreases = false;
        std::optional<double> firstWall;
        std::optional<double> lastWall;
    };

    Column *columnOfRow(size_t column);
    void addConstant(size_t column, const QVariant &value);
    const TableRun *find(const QString &run) const;
    bool knowsTimes(const TableRun &run) const;
    double startOf(const TableRun &run) const;

    std::vector<std::string> m_names;
    std::unordered_map<std::string, size_t> m_columns;
    std::unordered_map<std::string, TableRun> m_runs;
    std::string m_currentName;
    TableRun *m_current = nullptr;
    size_t m_series = 0;
    std::optional<double> m_start; ///< of the training, where the table says only how long it took
    bool m_tooManyRuns = false;
    bool m_tooManyColumns = false;
};

} // namespace plotleaf
