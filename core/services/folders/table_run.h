#pragma once

#include "core/services/folders/file_run.h"
#include "core/services/folders/table_reader.h"

#include <QMutex>

namespace plotleaf {

/// The table in one file, with the configuration in files beside it. Thread-safe; calls block on
/// the disk, so they are not for the GUI thread.
class TableRun final : public FileRun
{
public:
    /// `path`: of the file.
    explicit TableRun(QString path);

    /// `files`: the table's own first, then those of the configuration.
    Result<void> update(const QVector<RunFile> &files, const std::atomic_bool &cancelled) override;
    quint64 revision() const override;
    /// Running: the file was written to in the last five minutes.
    Run description(const QDateTime &now) const override;
    QStringList warnings() const override;
    Result<SeriesPtr> series(const QString &metric) const override;
    QVector<RunPart> parts() override;

private:
    class File;
    class Part;

    std::shared_ptr<File> m_file;
};

} // namespace plotleaf
