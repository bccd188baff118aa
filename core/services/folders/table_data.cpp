#include "core/services/folders/table_data.h"

#include "core/runs/natural_sort.h"
#include "core/services/folders/table_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace plotleaf {

namespace {

/// The points by their steps; of several at one step the last.
Series inOrderOfSteps(const Series &points)
{
    std::vector<size_t> order(points.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::stable_sort(order, {}, [&](size_t i) { return points.step[i]; });
    Series sorted;
    for (size_t k = 0; k < order.size(); ++k) {
        const size_t i = order[k];
        if (k + 1 < order.size() && points.step[order[k + 1]] == points.step[i])
            continue;
        sorted.step.push_back(points.step[i]);
        sorted.wall.push_back(points.wall[i]);
        sorted.value.push_back(points.value[i]);
    }
    return sorted;
}

} // namespace

std::optional<size_t> TableData::column(std::string_view name)
{
    const std::string key(name);
    if (const auto known = m_columns.find(key); known != m_columns.end())
        return known->second;
    if (m_names.size() >= maxColumns) {
        m_tooManyColumns = true;
        return {};
    }
    m_columns.emplace(key, m_names.size());
    m_names.push_back(key);
    return m_names.size() - 1;
}

bool TableData::beginRow(std::string_view run, double step, double wall)
{
    if (!m_current || m_currentName != run) {
        m_currentName = run;
        auto found = m_runs.find(m_currentName);
        if (found == m_runs.end()) {
            if (m_runs.size() >= maxRuns) {
                m_tooManyRuns = true;
                m_current = nullptr;
                return false;
            }
            found = m_runs.try_emplace(m_currentName).first;
        }
        m_current = &found->second; // stays where it is when others come
    }
    TableRun &current = *m_current;
    current.step = step;
    current.hasStep = true;
    current.wall = wall;
    if (std::isfinite(wall)) {
        current.hasElapsed |= isElapsed(wall);
        current.wallDecreases |= current.lastWall && wall < *current.lastWall;
        current.firstWall = std::min(current.firstWall.value_or(wall), wall);
        current.lastWall = std::max(current.lastWall.value_or(wall), wall);
    }
    return true;
}

std::optional<double> TableData::lastStep(std::string_view run) const
{
    const auto found = m_runs.find(std::string(run));
    return found == m_runs.end() || !found->second.hasStep ? std::nullopt
                                                           : std::optional(found->second.step);
}

TableData::Column *TableData::columnOfRow(size_t column)
{
    std::vector<Column> &columns = m_current->columns;
    if (column >= columns.size()) {
        if (m_series + column + 1 - columns.size() > maxSeries) {
            m_tooManyColumns = true;
            return nullptr;
        }
        m_series += column + 1 - columns.size();
        columns.resize(column + 1);
    }
    return &columns[column];
}

void TableData::addNumber(size_t column, double number)
{
    Column *found = columnOfRow(column);
    if (!found)
        return;
    Series &points = found->points;
    found->handedOut.reset();
    const double step = m_current->step;
    if (found->isInOrder && !points.step.empty() && points.step.back() >= step) {
        if (points.step.back() == step) {
            points.wall.back() = m_current->wall;
            points.value.back() = number;
            return;
        }
        found->isInOrder = false;
    }
    points.step.push_back(step);
    points.wall.push_back(m_current->wall);
    points.value.push_back(number);
}

bool TableData::addText(size_t column, std::string_view text)
{
    const Column *found = columnOfRow(column);
    if (found && found->points.size() > 0)
        return false;
    text = text.substr(0, maxTextLength);
    addConstant(column, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return true;
}

void TableData::addFlag(size_t column, bool flag)
{
    addConstant(column, flag);
}

void TableData::addConstant(size_t column, const QVariant &value)
{
    Column *found = columnOfRow(column);
    if (!found || found->varies)
        return;
    found->varies = found->constant.isValid() && found->constant != value;
    found->constant = found->varies ? QVariant() : value;
}

void TableData::addConfig(const QVariantMap &values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (m_current->config.size() < qsizetype{maxColumns} ||
            m_current->config.contains(it.key()))
            m_current->config.insert(it.key(), it.value());
    }
}

void TableData::putInOrder()
{
    for (auto &[name, run] : m_runs) {
        for (Column &column : run.columns) {
            if (!column.isInOrder)
                column.points = inOrderOfSteps(column.points);
            column.isInOrder = true;
        }
    }
}

void TableData::setNewest(double modified)
{
    if (m_start)
        return;
    for (const auto &[name, run] : m_runs) {
        if (run.hasElapsed && !run.wallDecreases)
            m_start = std::min(m_start.value_or(modified), modified - *run.lastWall);
    }
}

QStringList TableData::runs() const
{
    QStringList names;
    for (const auto &[name, run] : m_runs)
        names.append(QString::fromStdString(name));
    naturalSort(names);
    return names;
}

const TableData::TableRun *TableData::find(const QString &run) const
{
    const auto found = m_runs.find(run.toStdString());
    return found == m_runs.end() ? nullptr : &found->second;
}

QStringList TableData::metrics(const QString &run) const
{
    QStringList names;
    const TableRun *found = find(run);
    for (size_t i = 0; found && i < found->columns.size(); ++i) {
        if (found->columns[i].points.size() > 0)
            names.append(QString::fromStdString(m_names[i]));
    }
    naturalSort(names);
    return names;
}

QVariantMap TableData::config(const QString &run) const
{
    const TableRun *found = find(run);
    if (!found)
        return {};
    QVariantMap config = found->config;
    for (size_t i = 0; i < found->columns.size(); ++i) {
        const Column &column = found->columns[i];
        if (column.points.size() == 0 && column.constant.isValid())
            config.insert(QString::fromStdString(m_names[i]), column.constant);
    }
    return config;
}

bool TableData::knowsTimes(const TableRun &run) const
{
    // A number of seconds that becomes less is how long a step took, not a time.
    return !run.hasElapsed || (m_start && !run.wallDecreases);
}

double TableData::startOf(const TableRun &run) const
{
    return run.hasElapsed ? m_start.value_or(0) : 0;
}

SeriesPtr TableData::series(const QString &run, const QString &metric) const
{
    const TableRun *found = find(run);
    const auto number = m_columns.find(metric.toStdString());
    if (!found || number == m_columns.end() || number->second >= found->columns.size())
        return {};
    const Column &column = found->columns[number->second];
    if (column.points.size() == 0)
        return {};
    if (!column.handedOut) {
        auto points = std::make_shared<Series>(column.points);
        const double start =
            knowsTimes(*found) ? startOf(*found) : std::numeric_limits<double>::quiet_NaN();
        for (double &wall : points->wall)
            wall += start;
        column.handedOut = points;
    }
    return column.handedOut;
}

std::optional<double> TableData::firstWall(const QString &run) const
{
    const TableRun *found = find(run);
    if (!found || !found->firstWall || !knowsTimes(*found))
        return {};
    return *found->firstWall + startOf(*found);
}

std::optional<double> TableData::lastWall(const QString &run) const
{
    const TableRun *found = find(run);
    if (!found || !found->lastWall || !knowsTimes(*found))
        return {};
    return *found->lastWall + startOf(*found);
}

} // namespace plotleaf
