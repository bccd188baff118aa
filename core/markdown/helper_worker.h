#pragma once

#include "core/markdown/helper_protocol.h"
#include "core/markdown/incremental_parser.h"

#include <functional>

namespace plotleaf::helper {

/// The helper's side: keeps the text and the last blocks, answers requests. Knows nothing of pipes
/// and limits, which are handed in.
class Worker
{
public:
    /// `limit` is called before anything is parsed, with what may be used until it is called again;
    /// `send` with each answer.
    Worker(std::function<void(const Limits &)> limit, std::function<void(const QByteArray &)> send);

    /// An error ends the helper: host and helper do not understand each other.
    Result<void> handle(const QByteArray &message);

private:
    Result<void> render(const RenderRequest &request);
    Result<void> probe(const ProbeRequest &request);

    std::function<void(const Limits &)> m_limit;
    std::function<void(const QByteArray &)> m_send;
    QByteArray m_text;
    bool m_parserIsBehind = false;
    IncrementalParser m_parser;
    QVector<MarkdownBlock> m_blocks; ///< of the last answer
};

} // namespace plotleaf::helper
