#include "core/runs/filter_time.h"

#include <cmath>

namespace plotleaf {

namespace {

std::optional<double> secondsPerUnit(QChar unit)
{
    switch (unit.unicode()) {
    case u's':
        return 1;
    case u'm':
        return 60;
    case u'h':
        return 3600;
    case u'd':
        return 86'400;
    case u'w':
        return 7 * 86'400;
    default:
        return {};
    }
}

} // namespace

std::optional<double> parseDuration(QStringView text)
{
    const auto unit = text.isEmpty() ? std::nullopt : secondsPerUnit(text.back());
    if (!unit)
        return {};
    bool ok = false;
    const double count = text.chopped(1).toDouble(&ok);
    // A thousand years: beyond that, dates overflow.
    constexpr double longest = 1000 * 366 * 86'400.0;
    if (!ok || !std::isfinite(count) || count < 0 || count * *unit > longest)
        return {};
    return count * *unit;
}

QDateTime FilterTime::at(const QDateTime &now) const
{
    return fixed ? *fixed : now.addMSecs(qint64(offset * 1000));
}

std::optional<FilterTime> parseFilterTime(const QString &text)
{
    if (text == QLatin1String("now"))
        return FilterTime{{}, 0, text};
    if (text.startsWith(QLatin1String("now")) && text.size() > 3) {
        const auto offset = parseDuration(QStringView(text).mid(4));
        if (!offset || (text[3] != u'-' && text[3] != u'+'))
            return {};
        return FilterTime{{}, text[3] == u'-' ? -*offset : *offset, text};
    }
    const QDateTime fixed = QDateTime::fromString(text, Qt::ISODate);
    if (!fixed.isValid())
        return {};
    return FilterTime{fixed.toUTC(), 0, text};
}

} // namespace plotleaf
