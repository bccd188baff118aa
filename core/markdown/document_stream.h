#pragma once

#include "core/markdown/block_diff.h"
#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"
#include "core/markdown/text_splice.h"

#include <QDataStream>
#include <QIODevice>

namespace plotleaf {

// The encoding of documents and options between host and helper; see helper_protocol.h.

QDataStream &operator<<(QDataStream &out, const TextSplice &splice);
QDataStream &operator>>(QDataStream &in, TextSplice &splice);
QDataStream &operator<<(QDataStream &out, const MarkdownOptions &options);
QDataStream &operator>>(QDataStream &in, MarkdownOptions &options);
QDataStream &operator<<(QDataStream &out, const MarkdownBlock &block);
QDataStream &operator>>(QDataStream &in, MarkdownBlock &block);
QDataStream &operator<<(QDataStream &out, const BlockPatch &patch);
QDataStream &operator>>(QDataStream &in, BlockPatch &patch);

/// Everything but the blocks.
QDataStream &operator<<(QDataStream &out, const MarkdownDocument &rest);
QDataStream &operator>>(QDataStream &in, MarkdownDocument &rest);

/// A list as QDataStream writes it, but a length that the message cannot hold is an error instead
/// of an attempt to allocate it: the host does not trust what the helper says.
template <typename T>
void readList(QDataStream &in, QVector<T> &list)
{
    quint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || qint64(count) > in.device()->bytesAvailable()) {
        in.setStatus(QDataStream::ReadCorruptData);
        return;
    }
    list.clear();
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        list.emplaceBack();
        in >> list.last();
    }
}

} // namespace plotleaf
