#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <functional>

class QFile;

namespace plotleaf {

/// Reads the records of one TensorBoard event file, again and again while it grows.
///
/// The framing is TFRecord: u64 little-endian length, u32 masked CRC-32C of these 8 bytes, the
/// payload, u32 masked CRC-32C of the payload (tensorflow/core/lib/io/record_writer.h). A record
/// whose end is not there yet is kept for the next read. What is damaged is passed over by looking
/// for the next place where a whole record with both checksums right begins, and counted.
///
/// Not thread-safe; belongs to whoever reads the run.
class EventFileReader
{
public:
    /// A payload, valid during the call only, and where it begins in the file.
    using Visitor = std::function<void(QByteArrayView payload, qint64 offset)>;

    /// Records that claim to be longer than this are passed over as damaged (protobuf itself ends
    /// at 2 GiB).
    static constexpr qint64 maxPayload = 512LL << 20;

    explicit EventFileReader(QString path);

    const QString &path() const { return m_path; }

    /// Calls `visit` for every record that became complete since the last call; returns how many.
    /// `cancelled` is looked at between records. Errors: NotFound, Io; what was read before stays
    /// read. A file that became shorter or begins otherwise than before is another file: Damaged,
    /// and the caller starts over with a new reader.
    Result<int> readNew(const Visitor &visit, const std::atomic_bool &cancelled);

    /// Damaged stretches passed over so far, with one at the end that nothing readable follows yet.
    int damagedRecords() const { return m_damaged + (m_tailDamaged ? 1 : 0); }
    /// Where the next record begins.
    qint64 offset() const { return m_offset; }

    /// The payload at a place that readNew() told earlier, checked again. Errors: NotFound, Io,
    /// Damaged.
    static Result<QByteArray> payloadAt(const QString &path, qint64 offset, qint64 size);

private:
    enum class Frame { Whole, Incomplete, Damaged };
    struct Look
    {
        Frame frame = Frame::Incomplete;
        qint64 size = 0; ///< of the payload, when its header is right
        bool headerRight = false;
    };

    QByteArrayView bytes(QFile &file, qint64 offset, qint64 size);
    Look lookAt(QFile &file, qint64 offset);
    qint64 nextWholeRecord(QFile &file, qint64 to, const std::atomic_bool &cancelled);
    bool resynchronise(QFile &file, const Look &look, const std::atomic_bool &cancelled);
    bool skipTo(qint64 offset);

    QString m_path;
    QByteArray m_head; ///< its first bytes, with the time when it was begun
    qint64 m_offset = 0;
    qint64 m_fileSize = 0; ///< when last looked
    int m_damaged = 0;
    bool m_tailDamaged = false;
    qint64 m_searchBudget = 0; ///< bytes that a search may still verify in this read

    QByteArray m_buffer; ///< a stretch of the file, so that small records cost no system call
    qint64 m_bufferOffset = 0;
};

} // namespace plotleaf
