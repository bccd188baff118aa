#pragma once

#include "core/markdown/block_diff.h"
#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"
#include "core/markdown/text_splice.h"

class QDataStream;

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

} // namespace plotleaf
