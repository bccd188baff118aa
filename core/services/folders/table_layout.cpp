#include "core/services/folders/table_layout.h"

#include "core/services/folders/config_values.h"
#include "core/services/folders/delimited_rows.h"
#include "core/services/folders/number_text.h"

#include <QDateTime>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace plotleaf {

namespace {

using namespace std::string_view_literals;

constexpr int rowsLookedAt = 20;
constexpr size_t maxColumns = 10'000;
constexpr double threeYears = 1e8; // seconds; as a date it would be 1973

// The earlier is the better: an epoch counts steps only where nothing finer does.
constexpr std::array stepNames{"step"sv,
                               "_step"sv,
                               "global_step"sv,
                               "trainer/global_step"sv,
                               "train_step"sv,
                               "steps"sv,
                               "total_steps"sv,
                               "timesteps"sv,
                               "timestep"sv,
                               "total_timesteps"sv,
                               "num_timesteps"sv,
                               "timesteps_total"sv,
                               "env_steps"sv,
                               "iteration"sv,
                               "iterations"sv,
                               "iter"sv,
                               "it"sv,
                               "training_iteration"sv,
                               "epoch"sv,
                               "epochs"sv};
constexpr std::array wallNames{"wall_time"sv,    "walltime"sv, "timestamp"sv,    "_timestamp"sv,
                               "datetime"sv,     "date"sv,     "created_at"sv,   "time"sv,
                               "time_elapsed"sv, "elapsed"sv,  "time_total_s"sv, "_runtime"sv};
constexpr std::array runNames{"run"sv, "run_id"sv, "run_name"sv, "name"sv};

std::string_view trimmedName(std::string_view name)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!name.empty() && isBlank(name.front()))
        name.remove_prefix(1);
    while (!name.empty() && isBlank(name.back()))
        name.remove_suffix(1);
    return name;
}

std::string plainName(std::string_view name)
{
    name = trimmedName(name);
    const size_t behind = name.find_last_of("/.");
    std::string plain(behind == std::string_view::npos ? name : name.substr(behind + 1));
    for (char &c : plain)
        c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return plain;
}

/// Which column has the best of these names.
template <size_t count>
std::optional<size_t> columnNamed(const std::vector<std::string> &plain,
                                  const std::array<std::string_view, count> &names)
{
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(plain, name);
        if (found != plain.end())
            return static_cast<size_t>(found - plain.begin());
    }
    return {};
}

TableLayout
layoutFrom(TableLayout::Kind kind, const std::vector<std::string> &names, const TableRoles &roles)
{
    TableLayout layout;
    layout.kind = kind;
    layout.step = names[*roles.step];
    if (roles.wall)
        layout.wall = names[*roles.wall];
    if (roles.run)
        layout.run = names[*roles.run];
    return layout;
}

/// Whether a row has a step and some other number.
bool isRowOfTraining(const std::vector<std::string_view> &cells,
                     const TableRoles &roles,
                     bool commaIsPoint)
{
    if (*roles.step >= cells.size() || !numberOfText(cells[*roles.step], commaIsPoint))
        return false;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i != *roles.step && i != roles.wall && i != roles.run &&
            numberOfText(cells[i], commaIsPoint))
            return true;
    }
    return false;
}

TableLook lookAtDelimited(std::string_view head, char delimiter)
{
    DelimitedRows rows(delimiter);
    TableLook look;
    std::vector<std::string> names;
    TableRoles roles;
    for (int row = 0; row < rowsLookedAt;) {
        // The header of a file that was just begun may be all there is; half of one tells enough.
        const auto length = rows.take(head, names.empty());
        if (!length) {
            look.mayBeOne = !names.empty();
            return look;
        }
        const bool isComment =
            head.front() == '#' || trimmedName(head.substr(0, *length - 1)).empty();
        head.remove_prefix(*length);
        if (names.empty() && !isComment) {
            names = columnNames(rows.cells());
            roles = tableRoles(names);
            if (!roles.step || names.size() < 2)
                return look;
            look.mayBeOne = true;
            if (names.size() > maxColumns)
                return look;
        } else if (!isComment) {
            ++row;
            if (isRowOfTraining(rows.cells(), roles, delimiter != ',')) {
                look.layout = layoutFrom(TableLayout::Kind::Delimited, names, roles);
                look.layout->delimiter = delimiter;
                return look;
            }
        }
        if (head.empty())
            return look;
    }
    look.mayBeOne = false;
    return look;
}

void collectNumbers(std::vector<std::string> &names,
                    std::vector<bool> &isNumber,
                    const QVariantMap &flat)
{
    for (auto it = flat.begin(); it != flat.end(); ++it) {
        names.push_back(it.key().toStdString());
        isNumber.push_back(it->userType() != QMetaType::QString &&
                           it->userType() != QMetaType::Bool && it->canConvert<double>());
    }
}

/// An object of a line, if it is a row of a training.
std::optional<TableLayout> layoutOfObject(const QJsonObject &object, TableLayout::Kind kind)
{
    std::vector<std::string> names;
    std::vector<bool> isNumber;
    collectNumbers(names, isNumber, flattened(jsonVariant(object).toMap()));
    const TableRoles roles = tableRoles(names);
    if (!roles.step || !isNumber[*roles.step])
        return {};
    for (size_t i = 0; i < names.size(); ++i) {
        if (isNumber[i] && i != *roles.step && i != roles.wall)
            return layoutFrom(kind, names, roles);
    }
    return {};
}

TableLook lookAtJsonLines(std::string_view head)
{
    TableLook look;
    for (int row = 0; row < rowsLookedAt && !head.empty(); ++row) {
        const size_t newline = head.find('\n');
        const std::string_view line = head.substr(0, newline);
        const auto object =
            jsonObject(QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size())));
        if (object)
            look.layout = layoutOfObject(*object, TableLayout::Kind::JsonLines);
        else if (newline == std::string_view::npos)
            look.mayBeOne = true;
        if (look.layout || newline == std::string_view::npos)
            return look;
        head.remove_prefix(newline + 1);
    }
    return look;
}

} // namespace

TableRoles tableRoles(const std::vector<std::string> &names)
{
    std::vector<std::string> plain;
    plain.reserve(names.size());
    for (const std::string &name : names)
        plain.push_back(plainName(name));
    return {columnNamed(plain, stepNames), columnNamed(plain, wallNames),
            columnNamed(plain, runNames)};
}

std::vector<std::string> columnNames(const std::vector<std::string_view> &header)
{
    std::vector<std::string> names;
    std::map<std::string, int, std::less<>> seen;
    names.reserve(header.size());
    for (const std::string_view cell : header) {
        std::string name(trimmedName(cell));
        const int before = name.empty() ? 0 : seen[name]++;
        if (before > 0)
            name += '.' + std::to_string(before);
        names.push_back(std::move(name));
    }
    return names;
}

TableLook lookAtTable(const QString &fileName, std::string_view head)
{
    const QString name = fileName.toLower();
    if (name == QLatin1String("trainer_state.json")) {
        TableLook look;
        if (head.find("\"log_history\"") != std::string_view::npos ||
            head.find("\"best_metric\"") != std::string_view::npos) {
            look.layout = TableLayout{};
            look.layout->kind = TableLayout::Kind::JsonState;
            look.layout->step = "step";
        }
        return look;
    }
    if (!name.endsWith(QLatin1String(".csv")) && !name.endsWith(QLatin1String(".tsv")))
        return lookAtJsonLines(head);
    TableLook best;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const TableLook look = lookAtDelimited(head, delimiter);
        if (look.layout)
            return look;
        best.mayBeOne |= look.mayBeOne;
    }
    return best;
}

std::optional<double> tableTime(double number)
{
    if (!std::isfinite(number) || number < 0)
        return {};
    double scale = 1;
    for (const double unit : {1e17, 1e14, 1e11}) // nano-, micro-, milliseconds of these years
        scale = scale == 1 && number >= unit ? unit / 1e8 : scale;
    return number / scale;
}

std::optional<double> tableTime(std::string_view text)
{
    if (const auto number = numberOfText(text))
        return tableTime(*number);
    text = trimmedName(text);
    if (text.size() < 10 || text.size() > 40)
        return {};
    QString iso = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (iso.size() > 10 && iso[10] == u' ')
        iso[10] = u'T';
    iso.replace(QLatin1String(" +"), QLatin1String("+")).remove(QLatin1String(" UTC"));
    const bool isUtc = text.ends_with("UTC");
    QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (isUtc)
        time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        return {};
    return static_cast<double>(time.toMSecsSinceEpoch()) / 1000.0;
}

bool isElapsed(double time)
{
    return time < threeYears;
}

} // namespace plotleaf
