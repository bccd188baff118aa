#pragma once

#include <QDateTime>

#include <algorithm>

namespace plotleaf {

/// Says when a panel may ask for data again: not sooner than its `refresh` after it last did.
class RefreshPacer
{
public:
    void setInterval(double seconds) { m_interval = qint64(seconds * 1000); }
    void asked(const QDateTime &now) { m_last = now; }

    /// Milliseconds to wait, 0 for at once. A clock that was set back does not make anyone wait
    /// longer than once.
    qint64 wait(const QDateTime &now) const
    {
        if (!m_last.isValid())
            return 0;
        return std::clamp<qint64>(m_interval - m_last.msecsTo(now), 0, m_interval);
    }

private:
    qint64 m_interval = 0;
    QDateTime m_last;
};

} // namespace plotleaf
