#include "core/runs/filter_node.h"

#include <algorithm>
#include <compare>

namespace plotleaf {

namespace {

std::optional<double> numberOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Float:
    case QMetaType::Double:
    case QMetaType::Bool:
        return value.toDouble();
    default:
        break;
    }
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<bool> flagOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::Bool)
        return value.toBool();
    const QString text = value.toString();
    if (text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0)
        return false;
    const auto number = numberOf(value);
    return number ? std::optional(*number != 0) : std::nullopt;
}

template <typename T>
std::partial_ordering orderOf(const std::optional<T> &actual, const T &wanted)
{
    return actual ? std::partial_ordering(*actual <=> wanted) : std::partial_ordering::unordered;
}

/// How the run's value stands to the one written; unordered where they cannot be compared.
std::partial_ordering
compareWith(const QVariant &actual, const FilterValue &wanted, const QDateTime &now)
{
    if (const auto *flag = std::get_if<bool>(&wanted))
        return orderOf(flagOf(actual), *flag);
    if (const auto *number = std::get_if<double>(&wanted))
        return orderOf(numberOf(actual), *number);
    if (const auto *text = std::get_if<QString>(&wanted))
        return actual.toString().compare(*text) <=> 0;
    if (const auto *time = std::get_if<FilterTime>(&wanted))
        return actual.toDateTime().toMSecsSinceEpoch() <=> time->at(now).toMSecsSinceEpoch();
    return std::partial_ordering::unordered;
}

bool equals(const QVariant &actual, const FilterValue &wanted, const QDateTime &now)
{
    if (std::holds_alternative<std::monostate>(wanted))
        return !actual.isValid() || actual.isNull();
    if (!actual.isValid())
        return false;
    if (actual.typeId() == QMetaType::QStringList) {
        // A list equals a text when that is its only element: `tags = v2`.
        const QStringList list = actual.toStringList();
        return list.size() == 1 && std::is_eq(compareWith(list.first(), wanted, now));
    }
    return std::is_eq(compareWith(actual, wanted, now));
}

QString asText(const FilterValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<double>(&value))
        return QString::number(*number);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    return {};
}

bool contains(const QVariant &actual, const FilterValue &wanted)
{
    if (!actual.isValid())
        return false;
    if (actual.typeId() == QMetaType::QStringList)
        return actual.toStringList().contains(asText(wanted));
    return actual.toString().contains(asText(wanted));
}

bool matchesPattern(const QVariant &actual, const QRegularExpression &pattern)
{
    if (!actual.isValid())
        return false;
    const QStringList texts = actual.toStringList();
    return std::ranges::any_of(texts,
                               [&](const QString &text) { return pattern.match(text).hasMatch(); });
}

bool isOneOf(const QVariant &actual, const FilterComparison &comparison, const QDateTime &now)
{
    const bool isList = actual.typeId() == QMetaType::QStringList;
    return std::ranges::any_of(comparison.values, [&](const FilterValue &wanted) {
        return isList ? contains(actual, wanted) : equals(actual, wanted, now);
    });
}

} // namespace

bool comparisonHolds(const FilterComparison &comparison,
                     const QVariant &actual,
                     const QDateTime &now)
{
    const FilterValue &wanted = comparison.values.front();
    switch (comparison.op) {
    case FilterOperator::Equal:
        return equals(actual, wanted, now);
    case FilterOperator::NotEqual:
        return !equals(actual, wanted, now);
    case FilterOperator::Match:
        return matchesPattern(actual, comparison.pattern);
    case FilterOperator::In:
        return isOneOf(actual, comparison, now);
    case FilterOperator::Contains:
        return contains(actual, wanted);
    default:
        break;
    }
    if (!actual.isValid())
        return false;
    const std::partial_ordering order = compareWith(actual, wanted, now);
    switch (comparison.op) {
    case FilterOperator::Less:
        return std::is_lt(order);
    case FilterOperator::LessOrEqual:
        return std::is_lteq(order);
    case FilterOperator::Greater:
        return std::is_gt(order);
    default:
        return std::is_gteq(order);
    }
}

} // namespace plotleaf
