#include "core/markdown/helper_worker.h"

#include "core/markdown/markdown_parser.h"

#include <ctime>

namespace plotleaf::helper {

Worker::Worker(std::function<void(const Limits &)> limit,
               std::function<void(const QByteArray &)> send)
    : m_limit(std::move(limit)), m_send(std::move(send))
{
}

Result<void> Worker::handle(const QByteArray &message)
{
    const auto kind = kindOf(message);
    if (!kind)
        return kind.error();
    if (*kind == RequestKind::Render) {
        const auto request = decodeRender(message);
        return request ? render(*request) : request.error();
    }
    const auto request = decodeProbe(message);
    return request ? probe(*request) : request.error();
}

Result<void> Worker::render(const RenderRequest &request)
{
    const auto text = applySplice(m_text, request.splice);
    if (!text)
        return text.error();
    m_text = *text;
    m_limit(request.limits);
    // A probe may have changed the text since the parser saw it.
    const TextSplice splice = std::exchange(m_parserIsBehind, false)
                                  ? spliceBetween(m_parser.text(), m_text)
                                  : request.splice;
    const MarkdownDocument &document =
        m_parser.parse(m_text, splice, request.options, request.version);
    const QByteArray reply = encode(makeReply(m_blocks, document));
    m_blocks = document.blocks;
    m_limit({});
    m_send(reply);
    return {};
}

Result<void> Worker::probe(const ProbeRequest &request)
{
    const auto text = applySplice(m_text, request.splice);
    if (!text)
        return text.error();
    m_text = *text;
    m_parserIsBehind = true;
    MarkdownOptions options;
    options.features = request.features;
    for (const ProbeRequest::Part &part : request.parts) {
        if (part.offset < 0 || part.size < 0 || part.offset > m_text.size() - part.size)
            return Error{ErrorCode::Damaged, {}, QStringLiteral("a part outside the text")};
        m_limit(part.limits);
        const std::clock_t begin = std::clock();
        (void)MarkdownParser::parse(m_text.sliced(part.offset, part.size), options);
        const qint64 ticks = std::clock() - begin;
        m_limit({});
        m_send(encode(ProbeReply{qint32(ticks * 1'000'000 / CLOCKS_PER_SEC)}));
    }
    return {};
}

} // namespace plotleaf::helper
