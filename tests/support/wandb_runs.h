#pragma once

#include "core/services/folders/run_finder.h"
#include "support/test_paths.h"

#include <QFile>

#include <memory>
#include <optional>

namespace plotleaf::test {

/// A file or folder of tests/data/wandb.
inline QString wandbFixture(const QString &name)
{
    return testData() + QStringLiteral("/wandb/") + name;
}

inline QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The run that W&B calls so, below a folder. `formats` must outlive it.
inline std::optional<FoundRun>
findWandbRun(const QString &root, const QString &wandbId, const RunFormats &formats)
{
    const std::atomic_bool never = false;
    const auto found = findRuns(root, formats, never);
    for (const FoundRun &run : found ? found->runs : QVector<FoundRun>()) {
        if (run.place.id.endsWith(u'-' + wandbId))
            return findRun(root, run.place.id, formats);
    }
    return std::nullopt;
}

/// The same, read; null: there is none, or it cannot be read.
inline std::unique_ptr<FileRun>
readWandbRun(const QString &root, const QString &wandbId, const RunFormats &formats)
{
    const std::atomic_bool never = false;
    const auto found = findWandbRun(root, wandbId, formats);
    if (!found)
        return nullptr;
    auto run = found->format->open(found->place);
    return run->update(found->place.files, never) ? std::move(run) : nullptr;
}

} // namespace plotleaf::test
