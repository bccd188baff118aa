// Texts from strangers: whatever they say, they become blocks in the order of the source whose
// hashes and anchors hold what they promise, and that survive the way from the helper to the host.
//
// Sizes are kept small: what is slow or fat in cmark-gfm is known, and the helper process is there
// for it.

#include "core/markdown/helper_protocol.h"
#include "core/markdown/markdown_parser.h"

#include "core/markdown/content_hash.h"

#include <QSet>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace plotleaf;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkBlocks(const MarkdownDocument &document)
{
    int line = -1;
    for (const MarkdownBlock &block : document.blocks) {
        require(block.firstLine >= line && block.lastLine >= block.firstLine);
        require(block.hash == contentHash(block.html));
        line = block.firstLine;
    }
}

void checkAnchors(const MarkdownDocument &document)
{
    QSet<QString> ids;
    for (const MarkdownHeading &heading : document.outline)
        ids.insert(heading.id);
    require(ids.size() == document.outline.size());
    QSet<QString> keys;
    for (const MarkdownPanel &panel : document.panels)
        keys.insert(panel.key);
    require(keys.size() == document.panels.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr size_t enough = 4096;
    if (size < 1 || size > enough)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1),
                          static_cast<qsizetype>(size - 1));
    MarkdownOptions options;
    options.frontMatter = (data[0] & 1) != 0;
    if ((data[0] & 2) != 0)
        options.refused = {{data[0] >> 4, (data[0] >> 4) + 1, RefusalReason::Unparsable}};
    const MarkdownDocument document = MarkdownParser::parse(text, options);
    checkBlocks(document);
    checkAnchors(document);

    const MarkdownDocument half = MarkdownParser::parse(text.first(text.size() / 2), options);
    const QByteArray message = helper::encode(helper::makeReply(half.blocks, document));
    const auto reply = helper::decodeReply(message);
    require(reply.isOk());
    const auto received = helper::applyReply(half.blocks, *reply);
    require(received.isOk() && received->blocks.size() == document.blocks.size());
    checkBlocks(*received);

    // A host must not trust what it reads either.
    if (const auto hostile = helper::decodeReply(text))
        (void)helper::applyReply(half.blocks, *hostile);
    return 0;
}
