#pragma once

#include <QString>
#include <QStringList>

#include <compare>

namespace plotleaf {

/// The order in which people sort names: runs of digits count as numbers (run2 before run10),
/// letters without regard to case; names equal in that way are ordered by code points, so that the
/// order is total. Any thread.
std::strong_ordering naturalOrder(QStringView a, QStringView b);

inline bool naturalLess(QStringView a, QStringView b)
{
    return std::is_lt(naturalOrder(a, b));
}

void naturalSort(QStringList &names);

} // namespace plotleaf
