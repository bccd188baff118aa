#include "core/panels/number_text.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

constexpr int significantDigits = 4;
constexpr double largestPlain = 1e15; // beyond it whole numbers are no longer exact
constexpr double smallestPlain = 1e-4;
constexpr QChar narrowSpace(u'\u202f');

QString withoutTrailingZeros(QString digits)
{
    if (!digits.contains(QLatin1Char('.')))
        return digits;
    while (digits.endsWith(QLatin1Char('0')))
        digits.chop(1);
    if (digits.endsWith(QLatin1Char('.')))
        digits.chop(1);
    return digits;
}

QString grouped(QString digits)
{
    const qsizetype point = digits.indexOf(QLatin1Char('.'));
    const qsizetype start = digits.startsWith(QLatin1Char('-')) ? 1 : 0;
    for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > start; at -= 3)
        digits.insert(at, narrowSpace);
    return digits;
}

QString scientific(double value)
{
    const QString text = QString::number(value, 'e', significantDigits - 1);
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    return withoutTrailingZeros(text.left(e)) + text.mid(e);
}

} // namespace

QString numberText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("-∞");
    const double size = std::abs(value);
    if (size >= largestPlain || (size < smallestPlain && size > 0))
        return scientific(value);
    if (value == std::floor(value))
        return grouped(QString::number(value == 0 ? 0.0 : value, 'f', 0));
    const int magnitude = int(std::floor(std::log10(size)));
    const int decimals = std::max(0, significantDigits - 1 - magnitude);
    return grouped(withoutTrailingZeros(QString::number(value, 'f', decimals)));
}

QString spreadText(double value, double spread)
{
    const double size = std::max(std::abs(value), spread);
    const bool isPlain = std::isfinite(value) && spread >= smallestPlain && size < largestPlain;
    if (!isPlain)
        return QStringLiteral("%1 ± %2").arg(numberText(value), numberText(spread));
    const int decimals = std::max(0, 1 - int(std::floor(std::log10(spread))));
    return QStringLiteral("%1 ± %2").arg(grouped(QString::number(value, 'f', decimals)),
                                         grouped(QString::number(spread, 'f', decimals)));
}

QString valueText(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return QStringLiteral("–");
    switch (value.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return numberText(value.toDouble());
    case QMetaType::QDateTime:
        return value.toDateTime().toUTC().toString(Qt::ISODate);
    case QMetaType::QStringList:
        return value.toStringList().join(QStringLiteral(", "));
    default:
        return value.toString();
    }
}

} // namespace plotleaf
