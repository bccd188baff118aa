#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"

#include <QMutex>

namespace plotleaf::test {

/// A clock that stands still until told. Thread-safe.
class TestClock final : public Clock
{
public:
    QDateTime now() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_now;
    }
    void advance(qint64 milliseconds)
    {
        const QMutexLocker lock(&m_mutex);
        m_now = m_now.addMSecs(milliseconds);
    }

private:
    mutable QMutex m_mutex;
    QDateTime m_now = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
};

/// Identifiers 000…01, 000…02, … Thread-safe.
class CountingIdSource final : public IdSource
{
public:
    QString next() override
    {
        const QMutexLocker lock(&m_mutex);
        return QStringLiteral("%1").arg(++m_last, 32, 16, QLatin1Char('0'));
    }

private:
    QMutex m_mutex;
    quint64 m_last = 0;
};

} // namespace plotleaf::test
