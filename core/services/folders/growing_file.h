#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <functional>

namespace plotleaf {

/// The bytes that a file gains while something appends to it, each handed out once. Not
/// thread-safe; blocks on the disk.
class GrowingFile
{
public:
    /// A stretch of at most 1 MiB, valid during the call only.
    using Visitor = std::function<void(QByteArrayView bytes)>;

    explicit GrowingFile(QString path) : m_path(std::move(path)) {}

    const QString &path() const { return m_path; }
    /// How much was handed out.
    qint64 offset() const { return m_offset; }

    /// Hands out what was appended since the last call. `cancelled` is looked at between
    /// stretches. Errors: NotFound, Io; what was read before stays read. A file that became shorter
    /// or whose first 64 KiB are others than before is another file: Damaged, and the caller starts
    /// over with a new reader.
    Result<void> readNew(const Visitor &visit, const std::atomic_bool &cancelled);

private:
    QString m_path;
    QByteArray m_head;
    qint64 m_offset = 0;
};

/// The first `limit` bytes of a file; fewer where there are no more, none where it cannot be read.
QByteArray beginningOf(const QString &path, qint64 limit);

/// All of a small file. Errors: NotFound, Io, LimitExceeded where it is longer than `limit` bytes.
Result<QByteArray> wholeFile(const QString &path, qint64 limit);

} // namespace plotleaf
