#pragma once

#include <QDateTime>

namespace plotleaf {

/// Times of servers as the tables hold them: milliseconds since 1970, UTC. 0: not known, which is
/// an invalid QDateTime.
inline QDateTime storedTime(qint64 milliseconds)
{
    return milliseconds == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

inline qint64 toStoredTime(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace plotleaf
