#include "core/markdown/helper_protocol.h"

#include "core/markdown/document_stream.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace plotleaf::helper {

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_4;

Error malformed()
{
    return {ErrorCode::Damaged,
            {},
            QStringLiteral("malformed message between host and plotleaf-markdown")};
}

template <typename Write>
QByteArray encoded(Write write)
{
    QByteArray message;
    QDataStream out(&message, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    write(out);
    return message;
}

/// Runs `read` over the message; an error when it wants more than there is, or leaves something
/// over.
template <typename T, typename Read>
Result<T> decoded(const QByteArray &message, Read read)
{
    QDataStream in(message);
    in.setVersion(streamVersion);
    T value;
    read(in, value);
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return malformed();
    return value;
}

} // namespace

QDataStream &operator<<(QDataStream &out, const Limits &limits)
{
    return out << qint32(limits.cpuMilliseconds) << limits.memoryBytes;
}

QDataStream &operator>>(QDataStream &in, Limits &limits)
{
    return in >> limits.cpuMilliseconds >> limits.memoryBytes;
}

QDataStream &operator<<(QDataStream &out, const ProbeRequest::Part &part)
{
    return out << part.offset << part.size << part.limits;
}

QDataStream &operator>>(QDataStream &in, ProbeRequest::Part &part)
{
    return in >> part.offset >> part.size >> part.limits;
}

QByteArray encode(const RenderRequest &request)
{
    return encoded([&](QDataStream &out) {
        out << quint8(RequestKind::Render) << request.splice << request.version << request.options
            << request.limits;
    });
}

QByteArray encode(const ProbeRequest &request)
{
    return encoded([&](QDataStream &out) {
        out << quint8(RequestKind::Probe) << request.splice << quint32(request.features.toInt())
            << request.parts;
    });
}

QByteArray encode(const ProbeReply &reply)
{
    return encoded([&](QDataStream &out) { out << reply.cpuMicroseconds; });
}

QByteArray encode(const RenderReply &reply)
{
    return encoded([&](QDataStream &out) {
        out << reply.patch << reply.inserted << reply.lines << reply.rest;
    });
}

Result<RequestKind> kindOf(const QByteArray &message)
{
    const auto kind = message.isEmpty() ? 0 : quint8(message[0]);
    if (kind != quint8(RequestKind::Render) && kind != quint8(RequestKind::Probe))
        return malformed();
    return RequestKind(kind);
}

Result<RenderRequest> decodeRender(const QByteArray &message)
{
    return decoded<RenderRequest>(message, [](QDataStream &in, RenderRequest &request) {
        quint8 kind = 0;
        in >> kind >> request.splice >> request.version >> request.options >> request.limits;
    });
}

Result<ProbeRequest> decodeProbe(const QByteArray &message)
{
    return decoded<ProbeRequest>(message, [](QDataStream &in, ProbeRequest &request) {
        quint8 kind = 0;
        quint32 features = 0;
        in >> kind >> request.splice >> features;
        readList(in, request.parts);
        request.features = MarkdownFeatures::fromInt(int(features));
    });
}

Result<ProbeReply> decodeProbeReply(const QByteArray &message)
{
    return decoded<ProbeReply>(
        message, [](QDataStream &in, ProbeReply &reply) { in >> reply.cpuMicroseconds; });
}

Result<RenderReply> decodeReply(const QByteArray &message)
{
    return decoded<RenderReply>(message, [](QDataStream &in, RenderReply &reply) {
        in >> reply.patch;
        readList(in, reply.inserted);
        readList(in, reply.lines);
        in >> reply.rest;
    });
}

RenderReply makeReply(const QVector<MarkdownBlock> &before, MarkdownDocument document)
{
    RenderReply reply;
    reply.patch = diffBlocks(before, document.blocks);
    reply.inserted = document.blocks.sliced(reply.patch.start, reply.patch.insert);
    if (!reply.patch.shift) {
        reply.lines.reserve(document.blocks.size());
        for (const MarkdownBlock &block : document.blocks)
            reply.lines.append({block.firstLine, block.lastLine});
    }
    document.blocks.clear();
    reply.rest = std::move(document);
    return reply;
}

Result<MarkdownDocument> applyReply(const QVector<MarkdownBlock> &before, RenderReply reply)
{
    const BlockPatch &patch = reply.patch;
    if (patch.start < 0 || patch.remove < 0 || patch.start > before.size() - patch.remove ||
        patch.insert != reply.inserted.size())
        return malformed();
    MarkdownDocument document = std::move(reply.rest);
    document.blocks = applyPatch(before, patch, reply.inserted);
    if (patch.shift)
        return document;
    if (reply.lines.size() != document.blocks.size())
        return malformed();
    for (qsizetype i = 0; i < reply.lines.size(); ++i)
        std::tie(document.blocks[i].firstLine, document.blocks[i].lastLine) = reply.lines[i];
    return document;
}

QByteArray frameHeader(qsizetype messageSize)
{
    QByteArray header(headerSize, Qt::Uninitialized);
    qToBigEndian(quint32(messageSize), header.data());
    return header;
}

qsizetype messageSize(QByteArrayView header)
{
    return qFromBigEndian<quint32>(header.data());
}

} // namespace plotleaf::helper
