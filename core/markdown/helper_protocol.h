#pragma once

#include "core/base/result.h"
#include "core/markdown/block_diff.h"
#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"
#include "core/markdown/text_splice.h"

#include <QByteArray>
#include <QVector>

#include <utility>

namespace plotleaf {

/// What the host and `plotleaf-markdown` say to each other over the helper's standard input and
/// output. Each message is a frame: its length in 4 bytes, big endian, then that many bytes in
/// QDataStream's encoding of Qt 6.4. Both sides keep the text and the blocks of the last answer,
/// and only differences travel; a new helper starts empty.
namespace helper {

/// What the helper may use; it dies when it needs more.
struct Limits
{
    int cpuMilliseconds = 0;
    qint64 memoryBytes = 0; ///< address space on top of what a fresh helper has
};

/// Parse the text and answer with a RenderReply.
struct RenderRequest
{
    TextSplice splice;
    qint64 version = 0;
    MarkdownOptions options;
    Limits limits;
};

/// Parse each of these parts of the text by itself, answering with a ProbeReply after each. The
/// part at which the helper dies is the bad one. The limits hold for each part anew.
struct ProbeRequest
{
    TextSplice splice;
    MarkdownFeatures features;
    struct Part
    {
        qint64 offset = 0;
        qint64 size = 0;
        Limits limits;
    };
    QVector<Part> parts;
};

/// A part was parsed.
struct ProbeReply
{
    qint32 cpuMicroseconds = 0; ///< that it took
};

/// A document, with only those blocks that the last one did not have.
struct RenderReply
{
    BlockPatch patch;
    QVector<MarkdownBlock> inserted;
    QVector<std::pair<int, int>> lines; ///< of all blocks, when the patch does not say them
    MarkdownDocument rest;              ///< everything but the blocks
};

QByteArray encode(const RenderRequest &request);
QByteArray encode(const ProbeRequest &request);
QByteArray encode(const ProbeReply &reply);
QByteArray encode(const RenderReply &reply);

enum class RequestKind : quint8 { Render = 1, Probe = 2 };

/// The kind of a request; an error when it is none.
Result<RequestKind> kindOf(const QByteArray &message);
Result<RenderRequest> decodeRender(const QByteArray &message);
Result<ProbeRequest> decodeProbe(const QByteArray &message);
Result<ProbeReply> decodeProbeReply(const QByteArray &message);
Result<RenderReply> decodeReply(const QByteArray &message);

RenderReply makeReply(const QVector<MarkdownBlock> &before, MarkdownDocument document);
/// The document behind a reply; an error when the reply does not fit the blocks.
Result<MarkdownDocument> applyReply(const QVector<MarkdownBlock> &before, RenderReply reply);

/// The 4 bytes before a message.
QByteArray frameHeader(qsizetype messageSize);
/// Size of the message behind these 4 bytes.
qsizetype messageSize(QByteArrayView header);
constexpr qsizetype headerSize = 4;

} // namespace helper

} // namespace plotleaf
