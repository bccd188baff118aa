#include "core/services/folders/wandb_log_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr qint64 fileHeaderSize = 7;
constexpr char fileHeader[] = ":W&B\xE1\xBE"; // and the version, 0, which ends the text
constexpr qint64 chunkHeaderSize = 7;
constexpr qint64 identitySize = 512; // the records that name the run lie in these bytes
constexpr qint64 windowSize = 32 * WandbLogReader::blockSize;

enum class ChunkKind { Whole = 1, First = 2, Middle = 3, Last = 4 };

Error logError(const QFile &file)
{
    if (!file.exists())
        return {ErrorCode::NotFound,
                QCoreApplication::translate("plotleaf::WandbLogReader",
                                            "The file “%1” is not there any more.")
                    .arg(file.fileName()),
                {}};
    return {
        ErrorCode::Io,
        QCoreApplication::translate("plotleaf::WandbLogReader", "The file “%1” cannot be read: %2")
            .arg(file.fileName(), file.errorString()),
        {}};
}

Error replacedError(const QString &path)
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::WandbLogReader",
                                        "The file “%1” was replaced while it was being read.")
                .arg(path),
            {}};
}

struct Chunk
{
    /// Padding: nothing there up to `next`.
    enum class State { Right, Incomplete, Damaged, Padding };

    State state = State::Incomplete;
    ChunkKind kind = ChunkKind::Whole;
    QByteArrayView payload; ///< valid until the next chunk is looked at
    qint64 next = 0;        ///< where the following one begins
};

/// The chunks of a file of a known size, through a window that is moved along.
class Chunks
{
public:
    Chunks(QFile &file, qint64 fileSize) : m_file(file), m_fileSize(fileSize) {}

    Chunk at(qint64 offset)
    {
        const qint64 blockEnd = endOfBlock(offset);
        if (blockEnd - offset < chunkHeaderSize)
            return {blockEnd <= m_fileSize ? Chunk::State::Padding : Chunk::State::Incomplete,
                    ChunkKind::Whole,
                    {},
                    blockEnd};
        const QByteArrayView header = bytes(offset, chunkHeaderSize);
        if (header.size() < chunkHeaderSize)
            return {};
        // LevelDB reserves space in advance; on network disks bytes may still arrive.
        if (std::ranges::all_of(header, [](char byte) { return byte == 0; }))
            return {blockEnd < m_fileSize ? Chunk::State::Padding : Chunk::State::Incomplete,
                    ChunkKind::Whole,
                    {},
                    blockEnd};
        const auto checksum = qFromLittleEndian<quint32>(header.data());
        const qint64 size = qFromLittleEndian<quint16>(header.data() + 4);
        const char kind = header[6];
        const qint64 end = offset + chunkHeaderSize + size;
        if (end > blockEnd || kind < 1 || kind > 4)
            return {Chunk::State::Damaged, ChunkKind::Whole, {}, blockEnd};
        const QByteArrayView kindAndPayload = bytes(offset + chunkHeaderSize - 1, size + 1);
        if (kindAndPayload.size() < size + 1)
            return {};
        const uLong actual = crc32(0, reinterpret_cast<const Bytef *>(kindAndPayload.data()),
                                   static_cast<uInt>(size + 1));
        return {actual == checksum ? Chunk::State::Right : Chunk::State::Damaged,
                static_cast<ChunkKind>(kind), kindAndPayload.sliced(1), end};
    }

    /// Where to go on behind a damaged chunk.
    qint64 behind(qint64 offset, const Chunk &damaged)
    {
        const qint64 blockEnd = endOfBlock(offset);
        // What the length leads to is believed when its checksum is right.
        if (damaged.next < blockEnd && at(damaged.next).state == Chunk::State::Right)
            return damaged.next;
        return blockEnd;
    }

private:
    static qint64 endOfBlock(qint64 offset)
    {
        return (offset / WandbLogReader::blockSize + 1) * WandbLogReader::blockSize;
    }

    /// Fewer where the file ends.
    QByteArrayView bytes(qint64 offset, qint64 size)
    {
        if (offset + size > m_fileSize)
            return {};
        if (offset < m_windowOffset || offset + size > m_windowOffset + m_window.size()) {
            if (!m_file.seek(offset))
                return {};
            m_window = m_file.read(std::min(windowSize, m_fileSize - offset));
            m_windowOffset = offset;
        }
        const QByteArrayView window(m_window);
        return window.sliced(offset - m_windowOffset).first(std::min<qint64>(size, window.size()));
    }

    QFile &m_file;
    const qint64 m_fileSize;
    QByteArray m_window;
    qint64 m_windowOffset = 0;
};

} // namespace

/// The record under way: its parts so far.
class WandbLogReader::Parts
{
public:
    bool isBegun() const { return m_begun >= 0; }
    qint64 begun() const { return m_begun; }
    const QByteArray &record() const { return m_record; }

    void begin(qint64 offset)
    {
        drop();
        m_begun = offset;
    }
    /// False when the record becomes too long.
    bool add(QByteArrayView part)
    {
        if (m_record.size() + part.size() > maxRecord)
            return false;
        m_record.append(part.data(), part.size());
        return true;
    }
    void drop()
    {
        m_begun = -1;
        m_record.resize(0);
    }

private:
    QByteArray m_record;
    qint64 m_begun = -1;
};

Result<int> WandbLogReader::readNew(const Visitor &visit, const std::atomic_bool &cancelled)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return logError(file);
    const qint64 size = file.size();
    const QByteArray head = file.read(identitySize);
    if (size < m_offset || !head.startsWith(m_head))
        return replacedError(m_path);
    m_tailDamaged = false;
    if (m_offset == 0)
        passFileHeader(head, size);

    Chunks chunks(file, size);
    Parts parts;
    int records = 0;
    qint64 at = m_offset;
    while (!cancelled && m_offset > 0) {
        const Chunk chunk = chunks.at(at);
        if (chunk.state == Chunk::State::Incomplete)
            break;
        qint64 next = chunk.next;
        if (chunk.state == Chunk::State::Damaged) {
            next = chunks.behind(at, chunk);
            if (next >= size) { // looked at again when the file has grown
                m_tailDamaged = !m_isLost;
                break;
            }
            lose(parts);
        } else if (chunk.state == Chunk::State::Right) {
            const auto kind = static_cast<int>(chunk.kind);
            records += take(kind, chunk.payload, at, parts, visit) ? 1 : 0;
        }
        at = next;
        if (!parts.isBegun())
            m_offset = at;
    }
    // What was not yet understood may still change.
    m_head = head.left(static_cast<qsizetype>(std::min(m_offset, identitySize)));
    return records;
}

void WandbLogReader::passFileHeader(const QByteArray &head, qint64 fileSize)
{
    if (head.size() < fileHeaderSize)
        return;
    if (QByteArrayView(head).first(fileHeaderSize) == QByteArrayView(fileHeader, fileHeaderSize)) {
        m_offset = fileHeaderSize;
    } else if (fileSize > blockSize) {
        m_offset = blockSize;
        ++m_damaged;
        m_isLost = true;
    } else {
        m_tailDamaged = true;
    }
}

void WandbLogReader::lose(Parts &parts)
{
    if (!m_isLost)
        ++m_damaged;
    m_isLost = true;
    parts.drop();
}

bool WandbLogReader::take(
    int kind, QByteArrayView payload, qint64 offset, Parts &parts, const Visitor &visit)
{
    const auto chunkKind = static_cast<ChunkKind>(kind);
    if (chunkKind == ChunkKind::Whole || chunkKind == ChunkKind::First) {
        if (parts.isBegun()) // its writer never ended it
            ++m_damaged;
        m_isLost = false;
        parts.drop();
        if (chunkKind == ChunkKind::Whole) {
            visit(payload, offset);
            return true;
        }
        parts.begin(offset);
    }
    if (!parts.isBegun() || !parts.add(payload)) {
        lose(parts);
        return false;
    }
    if (chunkKind != ChunkKind::Last)
        return false;
    visit(parts.record(), parts.begun());
    parts.drop();
    return true;
}

Result<QByteArray> WandbLogReader::recordAt(const QString &path, qint64 offset)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return logError(file);
    Chunks chunks(file, file.size());
    Parts parts;
    for (qint64 at = offset;;) {
        const Chunk chunk = chunks.at(at);
        const bool isFirst = chunk.kind == ChunkKind::Whole || chunk.kind == ChunkKind::First;
        if (chunk.state == Chunk::State::Right && isFirst == (at == offset)) {
            if (!parts.add(chunk.payload))
                return replacedError(path);
            if (chunk.kind == ChunkKind::Whole || chunk.kind == ChunkKind::Last)
                return parts.record();
        } else if (chunk.state != Chunk::State::Padding || at == offset) {
            return replacedError(path);
        }
        at = chunk.next;
    }
}

} // namespace plotleaf
