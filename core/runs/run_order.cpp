#include "core/runs/run_order.h"

#include "core/runs/filter_lexer.h"
#include "core/runs/natural_sort.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <numeric>
#include <vector>

namespace plotleaf {

namespace {

bool isNumber(const QVariant &value)
{
    bool ok = false;
    value.toDouble(&ok);
    return ok && value.typeId() != QMetaType::QStringList;
}

bool isMissing(const QVariant &value)
{
    return !value.isValid() ||
           (value.typeId() == QMetaType::Double && std::isnan(value.toDouble()));
}

/// Both values are there. Numbers before texts, so that the order is total.
std::weak_ordering compareValues(const QVariant &a, const QVariant &b)
{
    if (a.typeId() == QMetaType::QDateTime && b.typeId() == QMetaType::QDateTime)
        return a.toDateTime().toMSecsSinceEpoch() <=> b.toDateTime().toMSecsSinceEpoch();
    const bool aIsNumber = isNumber(a);
    if (aIsNumber != isNumber(b))
        return aIsNumber ? std::weak_ordering::less : std::weak_ordering::greater;
    if (aIsNumber)
        return std::weak_order(a.toDouble(), b.toDouble());
    return naturalOrder(a.toStringList().join(u' '), b.toStringList().join(u' '));
}

/// As in a filter, a key may be quoted.
Result<RunField> fieldIn(const QString &name)
{
    const FilterTokens lexed = lexFilter(name);
    const bool isWord =
        !lexed.mistake && lexed.tokens.size() == 2 && lexed.tokens[0].is(FilterToken::Kind::Word);
    return RunField::parse(isWord ? lexed.tokens[0].text : name);
}

} // namespace

struct RunOrder::Parsed
{
    RunOrder order;
    std::optional<FilterMistake> mistake;
};

RunOrder::Parsed RunOrder::read(const QString &text)
{
    Parsed parsed;
    qsizetype start = 0;
    const QStringList parts = text.split(QLatin1Char(','));
    for (const QString &part : parts) {
        QString name = part.trimmed();
        qsizetype nameStart = start + part.indexOf(name);
        const bool descending = name.startsWith(QLatin1Char('-'));
        if (descending || name.startsWith(QLatin1Char('+'))) {
            name.remove(0, 1);
            ++nameStart;
        }
        start += part.size() + 1;
        const Result<RunField> field = fieldIn(name);
        if (field) {
            parsed.order.m_keys.push_back({*field, descending});
        } else if (!parsed.mistake) {
            parsed.mistake = FilterMistake{ErrorCode::InvalidInput, field.error().message,
                                           int(nameStart),          int(name.size()),
                                           name.isEmpty(),          nearestRunFields(name)};
        }
    }
    return parsed;
}

Result<RunOrder> RunOrder::parse(const QString &text)
{
    Parsed parsed = read(text);
    if (parsed.mistake)
        return Error{ErrorCode::InvalidInput, parsed.mistake->message, {}};
    return std::move(parsed.order);
}

std::optional<FilterMistake> RunOrder::mistakeIn(const QString &text)
{
    return read(text).mistake;
}

void RunOrder::sort(QVector<Run> &runs, const Lookup &lookup) const
{
    if (m_keys.isEmpty())
        return;
    std::vector<std::vector<QVariant>> values(runs.size());
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const auto ofRun = [&](const QString &metric) { return lookup(runs[i], metric); };
        for (const Key &key : m_keys)
            values[i].push_back(runFieldValue(key.field, runs[i], ofRun));
    }
    const auto before = [&](qsizetype a, qsizetype b) {
        for (qsizetype k = 0; k < m_keys.size(); ++k) {
            const QVariant &left = values[a][k];
            const QVariant &right = values[b][k];
            if (isMissing(left) != isMissing(right))
                return isMissing(right);
            const auto order =
                isMissing(left) ? std::weak_ordering::equivalent : compareValues(left, right);
            if (std::is_neq(order))
                return m_keys[k].descending ? std::is_gt(order) : std::is_lt(order);
        }
        return false;
    };
    std::vector<qsizetype> places(runs.size());
    std::iota(places.begin(), places.end(), 0);
    std::ranges::stable_sort(places, before);
    QVector<Run> sorted;
    sorted.reserve(runs.size());
    for (const qsizetype place : places)
        sorted << runs[place];
    runs = std::move(sorted);
}

QVector<RunField> RunOrder::fields() const
{
    QVector<RunField> fields;
    for (const Key &key : m_keys)
        fields << key.field;
    return fields;
}

} // namespace plotleaf
