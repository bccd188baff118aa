#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>
#include <QtEndian>

#include <algorithm>

namespace plotleaf::test {

// Writes W&B run logs by hand: neither protobuf nor the reader's code is used.

inline QByteArray protoVarint(quint64 number)
{
    QByteArray bytes;
    for (; number > 0x7F; number >>= 7)
        bytes.append(static_cast<char>(number | 0x80));
    return bytes.append(static_cast<char>(number));
}

/// A field of a message that holds bytes or a message, and one that holds a number.
inline QByteArray protoField(int number, const QByteArray &bytes)
{
    return protoVarint(static_cast<quint64>(number) << 3 | 2) +
           protoVarint(static_cast<quint64>(bytes.size())) + bytes;
}

inline QByteArray protoNumber(int number, quint64 value)
{
    return protoVarint(static_cast<quint64>(number) << 3) + protoVarint(value);
}

/// Zip's checksum, bit by bit.
inline quint32 zipCrc32(QByteArrayView bytes)
{
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

/// Items of history, configuration and summary.
inline QByteArray wandbItem(const QByteArray &key, const QByteArray &json)
{
    return protoField(1, key) + protoField(16, json);
}

inline QByteArray wandbNestedItem(const QByteArrayList &path, const QByteArray &json)
{
    QByteArray item;
    for (const QByteArray &key : path)
        item += protoField(2, key);
    return item + protoField(16, json);
}

/// A log in memory; a file is its bytes.
class WandbLogFile
{
public:
    static constexpr qsizetype blockSize = 32 * 1024;

    WandbLogFile() : m_bytes(":W&B\xE1\xBE\0", 7) {}

    const QByteArray &bytes() const { return m_bytes; }

    /// Any record: the number of its kind and its message.
    void add(int kind, const QByteArray &message) { addRecord(protoField(kind, message)); }

    void addRecord(QByteArray record)
    {
        for (bool isFirst = true;; isFirst = false) {
            qsizetype left = blockSize - m_bytes.size() % blockSize;
            if (left < 7) {
                m_bytes.append(left, '\0');
                left = blockSize;
            }
            const QByteArray part = record.left(left - 7);
            record.remove(0, part.size());
            const bool isLast = record.isEmpty();
            addChunk(isFirst && isLast ? 1 : isFirst ? 2 : isLast ? 4 : 3, part);
            if (isLast)
                return;
        }
    }

    void addChunk(int kind, const QByteArray &part)
    {
        const QByteArray summed = static_cast<char>(kind) + part;
        QByteArray header(6, '\0');
        qToLittleEndian<quint32>(zipCrc32(summed), header.data());
        qToLittleEndian<quint16>(static_cast<quint16>(part.size()), header.data() + 4);
        m_bytes += header + summed;
    }

    void addRun(const QByteArray &id, qint64 started)
    {
        add(17, protoField(1, id) + protoField(17, protoNumber(1, static_cast<quint64>(started))));
    }
    /// A row of the history, a minute after the one before.
    void addRow(int step, const QByteArrayList &items, qint64 started = 1'700'000'000)
    {
        QByteArray row;
        for (const QByteArray &item : items)
            row += protoField(1, item);
        row += protoField(1, wandbItem("_timestamp", QByteArray::number(started + 60 * step)));
        add(2, row + protoField(2, protoNumber(1, static_cast<quint64>(step))));
    }
    void addNumber(int step, const QByteArray &name, const QByteArray &json)
    {
        addRow(step, {wandbItem(name, json)});
    }
    void addChange(int kind, const QByteArrayList &updates, const QByteArrayList &removals = {})
    {
        QByteArray change;
        for (const QByteArray &item : updates)
            change += protoField(1, item);
        for (const QByteArray &item : removals)
            change += protoField(2, item);
        add(kind, change);
    }
    void addSummary(const QByteArrayList &updates, const QByteArrayList &removals = {})
    {
        addChange(3, updates, removals);
    }
    void addConfig(const QByteArrayList &updates, const QByteArrayList &removals = {})
    {
        addChange(5, updates, removals);
    }
    void addOutput(const QByteArray &text, bool isError = false)
    {
        add(13, protoNumber(1, isError ? 0 : 1) + protoField(3, text));
    }
    void addExit(int code) { add(18, protoNumber(1, static_cast<quint64>(code))); }

private:
    QByteArray m_bytes;
};

} // namespace plotleaf::test
