#include "core/markdown/markdown_host.h"

#include "core/markdown/refused_text.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

/// How long to wait for a helper. Where it counts its processor time itself this is only for one
/// that does not run at all, so that a busy machine does not make honest text fail.
int wallMilliseconds(const helper::Limits &limits)
{
#ifdef Q_OS_UNIX
    return 10'000 + 20 * limits.cpuMilliseconds;
#else
    return 500 + 2 * limits.cpuMilliseconds;
#endif
}

bool isHelpersDeath(const Error &error)
{
    return error.code != ErrorCode::Cancelled && error.message.isEmpty();
}

} // namespace

MarkdownHost::MarkdownHost(QString helperPath)
    : m_helper(std::move(helperPath))
    , m_finder([this](const QByteArray &text,
                      const std::vector<TextPiece> &pieces,
                      size_t from) { return probe(text, pieces, from); },
               [this](const QByteArray &text) { return fits(text); })
{
}

Result<MarkdownDocumentPtr>
MarkdownHost::render(const QByteArray &text, MarkdownOptions options, qint64 version)
{
    options.refused = mergedRefusals(options.refused + m_finder.known(text));
    m_budget = ParseBudget(text.size());
    m_deaths = 0;
    auto document = attempt(text, options, version, m_budget.whole());
    if (document || !isHelpersDeath(document.error()))
        return document;
    document = renderAround(text, std::move(options), version);
    if (document || !isHelpersDeath(document.error()))
        return document;
    return Error{ErrorCode::Timeout,
                 QCoreApplication::translate("plotleaf::MarkdownHost",
                                             "The Markdown of this text could not be read in time. "
                                             "It is tried again when the text changes."),
                 document.error().detail};
}

/// After the helper died over the text: finds what it died of and renders the rest. Should even
/// that fail, gives up more: what is bad only together, everything from the first bad line on,
/// everything.
Result<MarkdownDocumentPtr>
MarkdownHost::renderAround(const QByteArray &text, MarkdownOptions options, qint64 version)
{
    const auto refuse = [&](const QVector<RefusedLines> &lines) {
        options.refused = mergedRefusals(options.refused + lines);
    };
    refuse(m_finder.find(withoutLines(text, options.refused)));
    auto document = attempt(text, options, version, m_budget.rest());
    if (document || !isHelpersDeath(document.error()))
        return document;

    refuse(m_finder.findTogether(withoutLines(text, options.refused)));
    const int lastLine = qMax(0, countLines(text) - 1);
    const RefusedLines all{0, lastLine, RefusalReason::Unparsable};
    const RefusedLines fromFirstBad{options.refused.isEmpty() ? 0
                                                              : options.refused.first().firstLine,
                                    lastLine, RefusalReason::Unparsable};
    // The less is left of the budget, the less is tried.
    if (m_budget.mayBisect())
        document = attempt(text, options, version, m_budget.whole());
    for (const RefusedLines &lines : {fromFirstBad, all}) {
        if (document || !isHelpersDeath(document.error()))
            break;
        options.refused = {lines};
        document = attempt(text, options, version, m_budget.whole());
    }
    return document;
}

/// Makes sure that it did, and counts what that may have cost.
void MarkdownHost::helperDied(const helper::Limits &limits)
{
    m_helper.kill();
    ++m_deaths;
    m_budget.spend(1000 * limits.cpuMilliseconds);
}

Result<void> MarkdownHost::ready()
{
    auto running = m_helper.ensureRunning();
    if (running && m_helper.generation() != m_generation) {
        m_generation = m_helper.generation();
        m_text.clear();
        m_blocks.clear();
    }
    return running;
}

Result<MarkdownDocumentPtr> MarkdownHost::attempt(const QByteArray &text,
                                                  const MarkdownOptions &options,
                                                  qint64 version,
                                                  const helper::Limits &limits)
{
    if (const auto running = ready(); !running)
        return running.error();
    const auto sent = m_helper.send(helper::encode({.splice = spliceBetween(m_text, text),
                                                    .version = version,
                                                    .options = options,
                                                    .limits = limits}));
    m_text = text;
    auto message = sent ? m_helper.receive(wallMilliseconds(limits)) : sent.error();
    auto reply = message ? helper::decodeReply(*message) : message.error();
    auto document = reply ? helper::applyReply(m_blocks, std::move(reply).value()) : reply.error();
    if (!document) {
        helperDied(limits);
        return document.error();
    }
    m_blocks = document->blocks;
    return std::make_shared<const MarkdownDocument>(std::move(document).value());
}

CulpritFinder::Probed
MarkdownHost::probe(const QByteArray &text, const std::vector<TextPiece> &pieces, size_t from)
{
    if (!m_budget.maySearch() || !ready())
        return {from, false};
    helper::ProbeRequest request{spliceBetween(m_text, text), MarkdownFeature::All, {}};
    for (size_t i = from; i < pieces.size(); ++i)
        request.parts.append({pieces[i].offset, pieces[i].size, m_budget.part(pieces[i].size)});
    m_text = text;
    const auto sent = m_helper.send(helper::encode(request));
    for (size_t i = from; i < pieces.size(); ++i) {
        if (!sent || !receiveProbe(m_budget.part(pieces[i].size)))
            return {i, true};
        if (m_budget.maySearch())
            continue;
        m_helper.kill(); // it is still at work on what nobody waits for any more
        return {i + 1, false};
    }
    return {pieces.size(), false};
}

/// Waits for the answer about one part and books what it has cost.
bool MarkdownHost::receiveProbe(const helper::Limits &limits)
{
    const auto answer = m_helper.receive(wallMilliseconds(limits));
    const auto reply = answer ? helper::decodeProbeReply(*answer) : answer.error();
    if (!reply) {
        helperDied(limits);
        return false;
    }
    m_budget.spend(qMax(0, reply->cpuMicroseconds));
    return true;
}

bool MarkdownHost::fits(const QByteArray &text)
{
    if (!m_budget.mayBisect() || !ready())
        return false;
    const helper::Limits limits = m_budget.whole();
    helper::ProbeRequest request{
        spliceBetween(m_text, text), MarkdownFeature::All, {{0, text.size(), limits}}};
    m_text = text;
    return m_helper.send(helper::encode(request)) && receiveProbe(limits);
}

} // namespace plotleaf
