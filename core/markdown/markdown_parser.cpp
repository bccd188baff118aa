#include "core/markdown/markdown_parser.h"

#include "core/markdown/cmark_document.h"
#include "core/markdown/document_builder.h"
#include "core/markdown/line_scanner.h"
#include "core/markdown/markdown_guard.h"
#include "core/markdown/refused_text.h"

namespace plotleaf {

namespace {

/// What the HTML of a text may grow to. Honest reports have 1.2 to 2 times their text.
qsizetype htmlLimit(qsizetype textSize)
{
    constexpr qsizetype base = 8'000'000;
    return base + 8 * textSize;
}

/// The last line of the YAML head, or -1 when the text has none.
int frontMatterEnd(QByteArrayView text)
{
    LineScanner lines(text);
    if (!lines.next() || lines.line() != "---")
        return -1;
    while (lines.next()) {
        if (lines.line() == "---" || lines.line() == "...")
            return lines.number();
    }
    return -1;
}

} // namespace

MarkdownDocument
MarkdownParser::parse(const QByteArray &text, const MarkdownOptions &options, qint64 version)
{
    const int headEnd = options.frontMatter ? frontMatterEnd(text) : -1;
    const QByteArray body = headEnd >= 0 ? withoutLines(text, {{0, headEnd}}) : text;
    MarkdownDocument document = parsePart(body, options, {});
    document.version = version;
    return document;
}

MarkdownDocument
MarkdownParser::parsePart(const QByteArray &part, const MarkdownOptions &options, TakenNames taken)
{
    MarkdownOptions effective = options;
    effective.refused = mergedRefusals(options.refused + findHostileLines(part));
    const CmarkDocument tree(withoutLines(part, effective.refused), effective.features);
    DocumentBuilder builder(tree, effective, htmlLimit(part.size()), std::move(taken));
    return builder.build(countLines(part));
}

} // namespace plotleaf
