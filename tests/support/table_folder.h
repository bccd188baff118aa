#pragma once

#include "core/services/folders/folder_index.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <optional>
#include <vector>

namespace plotleaf::test {

/// A folder with tables, and what the index of run folders makes of it; emptied by start(). For
/// tests to inherit.
class TableFolder
{
protected:
    using Numbers = std::vector<double>;

    void start()
    {
        m_folder.emplace();
        m_index.emplace(m_folder->path(), m_pool);
    }
    void write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    void append(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write(text), text.size());
    }
    QVector<Run> runs()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_seen = *m_index->refresh(now);
        return m_index->runs(now);
    }
    Run onlyRun()
    {
        const QVector<Run> all = runs();
        return all.size() == 1 ? all.first() : Run();
    }
    Series series(const QString &id, const QString &metric)
    {
        const auto found = m_index->series(RunId(id), metric);
        return found ? **found : Series();
    }
    Numbers values(const QString &id, const QString &metric) { return series(id, metric).value; }
    Numbers steps(const QString &id, const QString &metric) { return series(id, metric).step; }

    std::optional<QTemporaryDir> m_folder;
    QThreadPool m_pool;
    std::optional<FolderIndex> m_index;
    quint64 m_seen = 0;
};

} // namespace plotleaf::test
