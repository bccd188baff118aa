#include "core/services/folders/event_file_reader.h"

#include "core/services/folders/masked_crc32c.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr qint64 headerSize = 12;
constexpr qint64 footerSize = 4;
constexpr qint64 headSize = 64; // the first record, which holds the time, is 40 bytes long
constexpr qint64 bufferSize = 1LL << 20;

// How far into a record whose end is missing the search for a following one goes on every read. A
// writer that died in the middle of a record and another that appended after it are rare, and the
// tail is searched at each growth.
constexpr qint64 tailSearch = 1LL << 20;

Error fileError(const QFile &file)
{
    if (!file.exists())
        return {ErrorCode::NotFound,
                QCoreApplication::translate("plotleaf::EventFileReader",
                                            "The file “%1” is not there any more.")
                    .arg(file.fileName()),
                {}};
    return {
        ErrorCode::Io,
        QCoreApplication::translate("plotleaf::EventFileReader", "The file “%1” cannot be read: %2")
            .arg(file.fileName(), file.errorString()),
        {}};
}

Error changedError(const QString &path)
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::EventFileReader",
                                        "The file “%1” was replaced while it was being read.")
                .arg(path),
            {}};
}

} // namespace

EventFileReader::EventFileReader(QString path) : m_path(std::move(path))
{
}

Result<int> EventFileReader::readNew(const Visitor &visit, const std::atomic_bool &cancelled)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(file);
    const qint64 size = file.size();
    const QByteArray head = file.read(headSize);
    if (size < m_offset || !head.startsWith(m_head))
        return changedError(m_path);
    m_head = head;
    m_fileSize = size;
    m_buffer.clear();
    m_bufferOffset = m_offset;
    m_searchBudget = 2 * size + bufferSize;
    m_tailDamaged = false;

    int records = 0;
    while (!cancelled) {
        const Look look = lookAt(file, m_offset);
        if (look.frame == Frame::Whole) {
            const qint64 payload = m_offset + headerSize;
            visit(bytes(file, payload, look.size), payload);
            m_offset = payload + look.size + footerSize;
            ++records;
        } else if (!resynchronise(file, look, cancelled)) {
            break;
        }
    }
    m_buffer = {};
    return records;
}

QByteArrayView EventFileReader::bytes(QFile &file, qint64 offset, qint64 size)
{
    const qint64 from = offset - m_bufferOffset;
    if (from < 0 || from + size > m_buffer.size()) {
        if (!file.seek(offset))
            return {};
        m_buffer = file.read(std::max(size, std::min(bufferSize, m_fileSize - offset)));
        m_bufferOffset = offset;
        return QByteArrayView(m_buffer).first(std::min<qint64>(size, m_buffer.size()));
    }
    return QByteArrayView(m_buffer).sliced(from, size);
}

EventFileReader::Look EventFileReader::lookAt(QFile &file, qint64 offset)
{
    if (m_fileSize - offset < headerSize)
        return {};
    const QByteArrayView header = bytes(file, offset, headerSize);
    if (header.size() < headerSize)
        return {};
    const auto size = qFromLittleEndian<quint64>(header.data());
    if (size > static_cast<quint64>(maxPayload) ||
        maskedCrc32c(header.first(8)) != qFromLittleEndian<quint32>(header.data() + 8))
        return {Frame::Damaged, 0, false};

    Look look{Frame::Incomplete, static_cast<qint64>(size), true};
    if (m_fileSize - offset - headerSize < look.size + footerSize)
        return look;
    const QByteArrayView body = bytes(file, offset + headerSize, look.size + footerSize);
    if (body.size() < look.size + footerSize)
        return look;
    const bool right =
        maskedCrc32c(body.first(look.size)) == qFromLittleEndian<quint32>(body.data() + look.size);
    look.frame = right ? Frame::Whole : Frame::Damaged;
    return look;
}

qint64 EventFileReader::nextWholeRecord(QFile &file, qint64 to, const std::atomic_bool &cancelled)
{
    // A header is believed only with its payload: a length met by chance could hide everything
    // behind it. A hostile file of nothing but such headers would be verified to its end once per
    // byte, hence the budget.
    for (qint64 at = m_offset + 1; at <= to - headerSize && !cancelled; ++at) {
        const Look look = lookAt(file, at);
        if (look.frame == Frame::Whole)
            return at;
        if (look.headerRight && look.frame == Frame::Damaged)
            m_searchBudget -= look.size;
        if (m_searchBudget < 0)
            break;
    }
    return -1;
}

bool EventFileReader::skipTo(qint64 offset)
{
    if (offset < 0)
        return false;
    ++m_damaged;
    m_offset = offset;
    return true;
}

bool EventFileReader::resynchronise(QFile &file,
                                    const Look &look,
                                    const std::atomic_bool &cancelled)
{
    if (look.frame == Frame::Incomplete) {
        const qint64 to = std::min(m_fileSize, m_offset + headerSize + tailSearch);
        return look.headerRight && skipTo(nextWholeRecord(file, to, cancelled));
    }
    if (look.headerRight) {
        // The payload is damaged but its length is right: the next record follows it, unless bytes
        // are missing and what is taken for payload holds the beginning of another session.
        const qint64 end = m_offset + headerSize + look.size + footerSize;
        if (skipTo(nextWholeRecord(file, end, cancelled)))
            return true;
        if (end == m_fileSize || lookAt(file, end).headerRight)
            return skipTo(end);
    }
    if (skipTo(nextWholeRecord(file, m_fileSize, cancelled)))
        return true;
    // Nothing readable up to the end. On network disks the bytes may still arrive, so a short
    // stretch is looked at again when the file has grown; a long one is given up, or every growth
    // would search it again.
    m_tailDamaged = !cancelled;
    if (m_tailDamaged && m_fileSize - m_offset > tailSearch) {
        m_offset = m_fileSize;
        ++m_damaged;
        m_tailDamaged = false;
    }
    return false;
}

Result<QByteArray> EventFileReader::payloadAt(const QString &path, qint64 offset, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(offset))
        return fileError(file);
    QByteArray body = file.read(size + footerSize);
    if (body.size() != size + footerSize || maskedCrc32c(QByteArrayView(body).first(size)) !=
                                                qFromLittleEndian<quint32>(body.constData() + size))
        return changedError(path);
    body.chop(footerSize);
    return body;
}

} // namespace plotleaf
