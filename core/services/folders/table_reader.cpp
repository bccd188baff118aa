#include "core/services/folders/table_reader.h"

#include "core/services/folders/config_values.h"
#include "core/services/folders/number_text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace plotleaf {

namespace {

constexpr qint64 firstLook = 8 * 1024;
constexpr int maxJsonDepth = 32;
constexpr double noTime = std::numeric_limits<double>::quiet_NaN();

struct TableText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::TableReader)
};

std::optional<QStringConverter::Encoding> utf16Of(QByteArrayView head)
{
    if (head.startsWith(QByteArrayView("\xFF\xFE")))
        return QStringConverter::Utf16LE;
    if (head.startsWith(QByteArrayView("\xFE\xFF")))
        return QStringConverter::Utf16BE;
    return {};
}

QByteArrayView withoutMark(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\xEF\xBB\xBF")) ? bytes.sliced(3) : bytes;
}

std::string inUtf8(QStringDecoder &decoder, QByteArrayView bytes)
{
    const QString text = decoder(bytes);
    return text.toStdString();
}

TableLook lookAtBytes(const QString &name, const QByteArray &head)
{
    if (const auto encoding = utf16Of(head)) {
        QStringDecoder decoder(*encoding);
        return lookAtTable(name, inUtf8(decoder, head));
    }
    const QByteArrayView text = withoutMark(head);
    return lookAtTable(name, {text.data(), static_cast<size_t>(text.size())});
}

bool isBlankText(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view withoutBlanks(std::string_view text)
{
    const size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// What programs write where there is nothing.
bool saysNothing(std::string_view cell)
{
    constexpr std::array<std::string_view, 10> words{"None", "none", "null", "NULL", "NA",
                                                     "N/A",  "n/a",  "<NA>", "-",    "--"};
    return std::ranges::find(words, cell) != words.end();
}

bool isConfigName(const QString &name)
{
    return name == QLatin1String("config") || name == QLatin1String("hparams");
}

struct NamedValue
{
    QString name;
    QJsonValue value;
};

void collectLeaves(std::vector<NamedValue> &leaves,
                   const QString &prefix,
                   const QJsonObject &object,
                   int depth)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = prefix.isEmpty() ? it.key() : QString(prefix + u'.' + it.key());
        const QJsonValue value = it.value();
        if (value.isObject() && depth < maxJsonDepth && !(depth == 0 && isConfigName(name)))
            collectLeaves(leaves, name, value.toObject(), depth + 1);
        else if (!value.isNull())
            leaves.push_back({name, value});
    }
}

const QJsonValue *valueNamed(const std::vector<NamedValue> &leaves, const std::string &name)
{
    if (name.empty())
        return nullptr;
    const auto found = std::ranges::find(leaves, QString::fromStdString(name), &NamedValue::name);
    return found == leaves.end() ? nullptr : &found->value;
}

std::optional<double> numberOfJson(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    return value.isString() ? numberOfText(value.toString().toStdString()) : std::nullopt;
}

double timeOfJson(const QJsonValue *value)
{
    if (!value)
        return noTime;
    return (value->isDouble() ? tableTime(value->toDouble())
                              : tableTime(value->toString().toStdString()))
        .value_or(noTime);
}

std::string textOfJson(const QJsonValue *value)
{
    return value ? value->toVariant().toString().toStdString() : std::string();
}

} // namespace

TableLook lookAtTableFile(const QString &path)
{
    const QString name = path.section(u'/', -1);
    QByteArray head = beginningOf(path, firstLook);
    TableLook look = lookAtBytes(name, head);
    if (!look.layout && head.size() == firstLook &&
        (look.mayBeOne || !head.contains('\n') || name.endsWith(QLatin1String(".json"))))
        look = lookAtBytes(name, beginningOf(path, TableReader::lookedAt));
    return look;
}

TableReader::TableReader(QString path) : m_file(std::move(path))
{
    m_name = m_file.path().section(u'/', -1);
}

Result<void> TableReader::readNew(const std::atomic_bool &cancelled)
{
    if (!m_layout) {
        m_layout = lookAtTableFile(m_file.path()).layout;
        if (!m_layout)
            return {};
        m_rows.emplace(m_layout->delimiter);
    }
    Result<void> read =
        m_layout->kind == TableLayout::Kind::JsonState ? readState() : readRows(cancelled);
    m_data.putInOrder();
    return read;
}

Result<void> TableReader::readRows(const std::atomic_bool &cancelled)
{
    bool hasGrown = false;
    bool isAsBefore = true;
    Result<void> read = m_file.readNew(
        [&](QByteArrayView bytes) {
            hasGrown = true;
            isAsBefore = isAsBefore && append(bytes);
            if (isAsBefore)
                takeLines();
        },
        cancelled);
    if (!isAsBefore)
        return Error{ErrorCode::Damaged,
                     TableText::tr("The last line of “%1” has become longer.").arg(m_name),
                     {}};
    if (read && !cancelled) {
        takeTail(hasGrown);
        m_isWaiting = hasGrown && !m_isFirst && !m_pending.empty() && !m_tailTaken &&
                      m_layout->kind == TableLayout::Kind::Delimited;
        m_isFirst = false;
    }
    return read;
}

bool TableReader::append(QByteArrayView bytes)
{
    const bool isBeginning = m_file.offset() == bytes.size();
    if (const auto encoding = isBeginning ? utf16Of(bytes) : std::nullopt)
        m_decoder.emplace(*encoding);
    const QByteArrayView text = isBeginning ? withoutMark(bytes) : bytes;
    std::string_view more(text.data(), static_cast<size_t>(text.size()));
    std::string decoded;
    if (m_decoder) {
        decoded = inUtf8(*m_decoder, bytes);
        more = decoded;
    }
    if (!goesOn(more))
        return false;
    m_pending.append(more);
    return true;
}

bool TableReader::goesOn(std::string_view more)
{
    if (!m_tailTaken || more.empty())
        return true;
    if (!more.starts_with('\n') && !more.starts_with("\r\n"))
        return false;
    m_pending.clear(); // what is left of its line is a blank one
    m_tailTaken = false;
    --m_line;
    return true;
}

void TableReader::takeLines()
{
    std::string_view text = m_pending;
    while (!text.empty()) {
        if (m_isSkipping) {
            const size_t newline = text.find('\n');
            m_isSkipping = newline == std::string_view::npos;
            m_line += m_isSkipping ? 0 : 1;
            text = m_isSkipping ? std::string_view() : text.substr(newline + 1);
            continue;
        }
        const auto length = takeLine(text);
        if (length) {
            text.remove_prefix(*length);
        } else if (text.size() > static_cast<size_t>(maxLine)) {
            passOver(text);
            text = {};
        } else {
            break;
        }
    }
    m_pending.erase(0, m_pending.size() - text.size());
}

std::optional<size_t> TableReader::takeLine(std::string_view text)
{
    if (m_layout->kind == TableLayout::Kind::JsonLines) {
        const size_t newline = text.find('\n');
        if (newline == std::string_view::npos)
            return {};
        ++m_line;
        const std::string_view line = text.substr(0, newline);
        if (!isBlankText(line) && !takeJson(line))
            noteBad(1);
        return newline + 1;
    }
    const auto length = m_rows->take(text);
    if (!length)
        return {};
    ++m_line;
    takeRow();
    m_line += std::ranges::count(text.substr(0, *length), '\n') - 1;
    return length;
}

void TableReader::noteBad(int lines)
{
    if (m_badLines == 0)
        m_firstBad = m_line;
    m_badLines += lines;
    ++m_progress;
}

void TableReader::passOver(std::string_view text)
{
    ++m_line;
    const auto ends = std::ranges::count(text, '\n');
    noteBad(1 + static_cast<int>(ends));
    m_line += ends - 1;
    m_isSkipping = true;
    m_hasLongLines = true;
}

void TableReader::takeTail(bool hasGrown)
{
    if (m_pending.empty() || m_isSkipping || m_tailTaken)
        return;
    if (m_layout->kind == TableLayout::Kind::JsonLines) {
        m_tailTaken = takeJson(m_pending);
    } else if (m_isFirst || !hasGrown) {
        endQuotes();
        m_tailTaken = !m_columns.empty() && !m_pending.empty() && m_rows->take(m_pending, true) &&
                      m_rows->cells().size() == m_columns.size() && takeCells();
    }
    m_line += m_tailTaken ? 1 : 0;
}

/// Quotes that nothing closes would hide all that follows them: their line cannot be read.
void TableReader::endQuotes()
{
    const size_t newline = m_pending.find('\n');
    if (newline == std::string::npos)
        return;
    ++m_line;
    noteBad(1);
    m_pending.erase(0, newline + 1);
    takeLines();
}

bool TableReader::takeJson(std::string_view line)
{
    const auto object =
        jsonObject(QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size())));
    return object && takeObject(*object);
}

bool TableReader::takeObject(const QJsonObject &object)
{
    std::vector<NamedValue> leaves;
    collectLeaves(leaves, {}, object, 0);
    const QJsonValue *stepValue = valueNamed(leaves, m_layout->step);
    const QJsonValue *wallValue = valueNamed(leaves, m_layout->wall);
    const QJsonValue *runValue = valueNamed(leaves, m_layout->run);
    const std::string run = textOfJson(runValue);
    const auto step = stepValue ? numberOfJson(*stepValue) : m_data.lastStep(run).value_or(0);
    if (!step || !std::isfinite(*step))
        return false;
    ++m_progress;
    if (!m_data.beginRow(run, *step, timeOfJson(wallValue)))
        return true;
    for (const auto &[name, value] : leaves) {
        if (&value == stepValue || &value == wallValue || &value == runValue)
            continue;
        if (value.isObject()) {
            m_data.addConfig(flattened(jsonVariant(value).toMap()));
            continue;
        }
        const auto column = value.isArray() ? std::nullopt : m_data.column(name.toStdString());
        if (!column)
            continue;
        if (const auto number = numberOfJson(value))
            m_data.addNumber(*column, *number);
        else if (value.isBool())
            m_data.addFlag(*column, value.toBool());
        else
            m_data.addText(*column, value.toString().toStdString());
    }
    return true;
}

void TableReader::takeRow()
{
    const auto &cells = m_rows->cells();
    if (cells.size() == 1 && isBlankText(cells.front()))
        return;
    if (m_columns.empty()) {
        if (!cells.front().starts_with('#'))
            takeHeader();
        return;
    }
    // Whoever goes on with a training may begin with the names again.
    const auto step = m_roles.step.value_or(0);
    if (step < cells.size() && withoutBlanks(cells[step]) == m_layout->step)
        takeHeader();
    else if (!takeCells())
        noteBad(1);
}

void TableReader::takeHeader()
{
    const std::vector<std::string> names = columnNames(m_rows->cells());
    m_roles = tableRoles(names);
    m_columns.assign(names.size(), std::nullopt);
    for (size_t i = 0; i < names.size(); ++i) {
        if (i != m_roles.step && i != m_roles.wall && i != m_roles.run && !names[i].empty())
            m_columns[i] = m_data.column(names[i]);
    }
}

bool TableReader::takeCells()
{
    const auto &cells = m_rows->cells();
    const auto cellAt = [&](std::optional<size_t> column) {
        return column && *column < cells.size() ? cells[*column] : std::string_view();
    };
    const std::string_view run = withoutBlanks(cellAt(m_roles.run));
    const std::string_view stepCell = cellAt(m_roles.step);
    const auto step = isBlankText(stepCell) ? m_data.lastStep(run)
                                            : numberOfText(stepCell, m_layout->delimiter != ',');
    if (!step || !std::isfinite(*step))
        return false;
    for (size_t i = m_columns.size(); i < cells.size(); ++i) {
        if (!isBlankText(cells[i]))
            return false;
    }
    const double wall = m_roles.wall ? tableTime(cellAt(m_roles.wall)).value_or(noTime) : noTime;
    ++m_progress;
    if (!m_data.beginRow(run, *step, wall))
        return true;
    bool isWhole = true;
    for (size_t i = 0; i < std::min(cells.size(), m_columns.size()); ++i) {
        if (m_columns[i])
            isWhole &= takeCell(*m_columns[i], cells[i]);
    }
    return isWhole;
}

bool TableReader::takeCell(size_t column, std::string_view cell)
{
    if (cell.empty())
        return true;
    if (const auto number = numberOfText(cell, m_layout->delimiter != ',')) {
        m_data.addNumber(column, *number);
        return true;
    }
    cell = withoutBlanks(cell);
    return cell.empty() || saysNothing(cell) || m_data.addText(column, cell);
}

Result<void> TableReader::readState()
{
    const auto text = wholeFile(m_file.path(), maxStateFile);
    if (!text)
        return text.error();
    const auto state = jsonObject(*text);
    if (!state)
        return Error{ErrorCode::Io,
                     TableText::tr("The file “%1” cannot be read as JSON.").arg(m_name),
                     state.error().detail};
    m_data = {};
    m_badLines = 0;
    QJsonObject settings;
    for (auto it = state->begin(); it != state->end(); ++it) {
        if (!it->isArray() && !it->isObject() && !it->isNull())
            settings.insert(it.key(), it.value());
    }
    const QJsonArray history = state->value(QLatin1String("log_history")).toArray();
    for (const QJsonValue entry : history) {
        ++m_line;
        if (!entry.isObject() || !takeObject(entry.toObject()))
            noteBad(1);
    }
    if (!history.isEmpty() && m_data.lastStep({}) &&
        m_data.beginRow({}, *m_data.lastStep({}), noTime))
        m_data.addConfig(jsonVariant(settings).toMap());
    return {};
}

QStringList TableReader::warnings() const
{
    QStringList warnings;
    if (m_badLines > 0)
        warnings.append(TableText::tr("%1: %n line(s) cannot be read, the first is line %2",
                                      nullptr, m_badLines)
                            .arg(m_name)
                            .arg(m_firstBad));
    if (m_hasLongLines)
        warnings.append(TableText::tr("%1: lines of more than 4 MB are passed over").arg(m_name));
    if (m_data.hasTooManyColumns())
        warnings.append(TableText::tr("%1: there are too many columns to read all").arg(m_name));
    if (m_data.hasTooManyRuns())
        warnings.append(TableText::tr("%1: only the first 10,000 runs are read").arg(m_name));
    return warnings;
}

} // namespace plotleaf
