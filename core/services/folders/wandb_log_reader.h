#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <functional>

namespace plotleaf {

/// Reads the records of one W&B run log (run-ID.wandb), again and again while it grows.
///
/// The framing is LevelDB's log format with a header of its own
/// (wandb/sdk/internal/datastore.py): 7 bytes ":W&B", u16 0xBEE1, u8 0; then blocks of 32 KiB,
/// counted from the start of the file. A block holds chunks: u32 checksum, u16 length, u8 kind (1
/// whole record, 2 first, 3 middle, 4 last part of one), payload; numbers are little-endian. The
/// checksum is zip's CRC-32 of kind and payload. Fewer than 7 bytes left in a block are padding.
///
/// A record whose end is not there yet is kept for the next read. What is damaged is passed over up
/// to the next chunk where the damaged one's length leads to a right one, else to the next block,
/// and counted. At most one record is in memory.
///
/// Not thread-safe; belongs to whoever reads the run.
class WandbLogReader
{
public:
    /// A payload, valid during the call only, and where its record begins in the file.
    using Visitor = std::function<void(QByteArrayView payload, qint64 offset)>;

    static constexpr qint64 blockSize = 32 * 1024;
    /// Longer records are passed over as damaged.
    static constexpr qint64 maxRecord = 64LL << 20;

    explicit WandbLogReader(QString path) : m_path(std::move(path)) {}

    const QString &path() const { return m_path; }

    /// Calls `visit` for every record that became complete since the last call; returns how many.
    /// `cancelled` is looked at between chunks. Errors: NotFound, Io; what was read before stays
    /// read. A file that became shorter or begins otherwise than before is another file: Damaged,
    /// and the caller starts over with a new reader.
    Result<int> readNew(const Visitor &visit, const std::atomic_bool &cancelled);

    /// Damaged stretches passed over so far, with one at the end that nothing follows yet.
    int damagedRecords() const { return m_damaged + (m_tailDamaged ? 1 : 0); }

    /// The record at a place that readNew() told earlier, checked again. Errors: NotFound, Io,
    /// Damaged.
    static Result<QByteArray> recordAt(const QString &path, qint64 offset);

private:
    class Parts;

    void passFileHeader(const QByteArray &head, qint64 fileSize);
    void lose(Parts &parts);
    bool take(int kind, QByteArrayView payload, qint64 offset, Parts &parts, const Visitor &visit);

    QString m_path;
    QByteArray m_head;   ///< its first bytes, with the run and the time when it was begun
    qint64 m_offset = 0; ///< where the next record begins
    int m_damaged = 0;
    bool m_tailDamaged = false;
    bool m_isLost = false; ///< the parts of a record whose beginning was damaged may follow
};

} // namespace plotleaf
