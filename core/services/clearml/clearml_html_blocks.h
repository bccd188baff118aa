#pragma once

#include "core/report/text_frames.h"

namespace plotleaf {

/// Text that stands behind a frame in the same HTML block, so that its Markdown is none.
struct ClearmlRawText
{
    qsizetype start = 0;  ///< of its first character that is no space
    qsizetype behind = 0; ///< the end of the HTML before it
    QString quote;        ///< what begins a line there: "> " in a quotation
};

/// Where such texts begin, in the order of the text. HTML blocks are read as GFM 0.29 (4.6, kind 6)
/// and marked do: they begin with a line that begins with a block's tag and end at a blank line.
/// Text inside an element that the block has opened is meant as it is, and none of them.
QVector<ClearmlRawText> rawTextsBehindFrames(const QString &text, const QVector<TextFrame> &frames);

} // namespace plotleaf
