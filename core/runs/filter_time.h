#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace plotleaf {

/// A span of time as people write it: "90s", "15m", "1.5h", "7d", "2w", in seconds. Nothing when it
/// is not one.
std::optional<double> parseDuration(QStringView text);

/// A time in a filter: fixed, or counted from the moment when the filter is applied.
struct FilterTime
{
    std::optional<QDateTime> fixed; ///< UTC
    double offset = 0;              ///< seconds from now, where `fixed` is not set
    QString text;                   ///< as it was written, without spaces

    QDateTime at(const QDateTime &now) const;
};

/// "now", "now-7d", "now+1h", "2026-11-21", "2026-11-21T09:00:00Z" (local time where no zone is
/// given).
std::optional<FilterTime> parseFilterTime(const QString &text);

} // namespace plotleaf
