#pragma once

#include "core/runs/run_cache.h"

#include <QHash>
#include <QPromise>

#include <vector>

namespace plotleaf::test {

/// A run cache in memory that can hold its answers back.
class FakeRunCache final : public RunCache
{
public:
    QFuture<std::optional<Entry>> load(const QString &source, const QString &key) override
    {
        ++loads;
        QPromise<std::optional<Entry>> promise;
        promise.start();
        const auto found = entries.constFind({source, key});
        promise.addResult(found == entries.constEnd() ? std::nullopt : std::optional(*found));
        QFuture<std::optional<Entry>> future = promise.future();
        if (m_held)
            m_waiting.push_back(std::move(promise));
        else
            promise.finish();
        return future;
    }
    void save(const QString &source,
              const QString &key,
              const Encode &encode,
              const QDateTime &fetched) override
    {
        ++saves;
        if (const QByteArray bytes = encode(); !bytes.isEmpty())
            entries.insert({source, key}, {bytes, fetched});
    }

    void holdBack() { m_held = true; }
    void release()
    {
        m_held = false;
        for (QPromise<std::optional<Entry>> &promise : m_waiting)
            promise.finish();
        m_waiting.clear();
    }
    QStringList keys() const
    {
        QStringList keys;
        for (const auto &[source, key] : entries.keys())
            keys << source + QStringLiteral(" | ") + QString(key).replace(u'\n', u' ');
        keys.sort();
        return keys;
    }

    QHash<std::pair<QString, QString>, Entry> entries;
    int loads = 0;
    int saves = 0;

private:
    bool m_held = false;
    std::vector<QPromise<std::optional<Entry>>> m_waiting;
};

} // namespace plotleaf::test
