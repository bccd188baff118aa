#pragma once

#include <QDateTime>
#include <QString>

namespace plotleaf {

/// "just now", "5 min ago", "3 h ago", "yesterday", "6 days ago", then the date. A time in the
/// future (clocks differ) counts as now. Both times may be in any zone; days are counted in the
/// local one.
QString relativeTime(const QDateTime &time, const QDateTime &now);

/// The exact local time, for tooltips.
QString exactTime(const QDateTime &time);

} // namespace plotleaf
