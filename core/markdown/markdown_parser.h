#pragma once

#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"

#include <QByteArray>

namespace plotleaf {

struct TakenNames;

/// Turns text into blocks of HTML, with cmark-gfm for the syntax and our own renderer, whose output
/// grows no faster than a fixed multiple of the text.
///
/// Synchronous. cmark-gfm keeps global tables, so calls from several threads take turns. Hostile
/// text can make cmark-gfm hang, eat memory or abort the process: everything but tests and tools
/// goes through MarkdownService.
class MarkdownParser
{
public:
    /// `text` is UTF-8; what is not becomes U+FFFD. Lines end as cmark-gfm sees them: LF, CR LF or
    /// CR.
    static MarkdownDocument
    parse(const QByteArray &text, const MarkdownOptions &options = {}, qint64 version = 0);

    /// A part of a text, whose lines count from its own start; `taken` are the names used before
    /// it.
    static MarkdownDocument
    parsePart(const QByteArray &part, const MarkdownOptions &options, TakenNames taken);
};

} // namespace plotleaf
