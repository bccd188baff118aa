#pragma once

#include <QDateTime>

namespace plotleaf {

/// Where the time comes from, so that tests own it. Implementations may be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The time now, in UTC.
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace plotleaf
