#include "core/markdown/markdown_host.h"

#include "core/markdown/refused_text.h"

namespace plotleaf {

namespace {

// Honest text costs about 30 ms for each megabyte, and dense text up to 100 bytes of tree and
// blocks for each of its own. The limits leave room for slow machines, and still let everything
// that follows a death end within 2 s.
constexpr int wholeMilliseconds = 150;
constexpr int wholeMillisecondsPerMegabyte = 300;
constexpr int partMilliseconds = 60;
constexpr int partMillisecondsPerMegabyte = 150;
// For what must be harmless, its parts being so.
constexpr int testedMilliseconds = 1000;
constexpr int testedMillisecondsPerMegabyte = 500;
constexpr qint64 baseMemory = 112'000'000;
constexpr qint64 memoryPerByte = 128;
// What deaths while looking for the bad parts may cost together. In processor time, so that what is
// shown does not depend on what else the machine does.
constexpr int patienceMilliseconds = 1000;

#ifdef NDEBUG
constexpr int slowness = 1;
#else
constexpr int slowness = 2; // of code that is not optimised
#endif

int scaled(int base, int perMegabyte, qsizetype bytes)
{
    return slowness * (base + int(qint64(perMegabyte) * bytes / 1'000'000));
}

helper::Limits wholeLimits(qsizetype bytes)
{
    return {scaled(wholeMilliseconds, wholeMillisecondsPerMegabyte, bytes),
            baseMemory + memoryPerByte * bytes};
}

helper::Limits testedLimits(qsizetype bytes)
{
    return {scaled(testedMilliseconds, testedMillisecondsPerMegabyte, bytes),
            baseMemory + memoryPerByte * bytes};
}

helper::Limits partLimits(qsizetype bytes)
{
    return {scaled(partMilliseconds, partMillisecondsPerMegabyte, bytes),
            baseMemory + memoryPerByte * bytes};
}

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
                      const std::vector<TextPiece> &pieces) { return probe(text, pieces); },
               [this](const QByteArray &text) { return fits(text); })
{
}

Result<MarkdownDocumentPtr>
MarkdownHost::render(const QByteArray &text, MarkdownOptions options, qint64 version)
{
    options.refused = mergedRefusals(options.refused + m_finder.known(text));
    auto document = attempt(text, options, version, wholeLimits(text.size()));
    if (document || !isHelpersDeath(document.error()))
        return document;
    return renderAround(text, std::move(options), version);
}

/// After the helper died over the text: finds what it died of and renders the rest. Should even
/// that fail, gives up more: what is bad only together, everything from the first bad line on,
/// everything.
Result<MarkdownDocumentPtr>
MarkdownHost::renderAround(const QByteArray &text, MarkdownOptions options, qint64 version)
{
    m_spentMilliseconds = 0;
    const auto refuse = [&](const QVector<RefusedLines> &lines) {
        options.refused = mergedRefusals(options.refused + lines);
    };
    refuse(m_finder.find(withoutLines(text, options.refused)));
    auto document = attempt(text, options, version, testedLimits(text.size()));
    if (document || !isHelpersDeath(document.error()))
        return document;

    refuse(m_finder.findTogether(withoutLines(text, options.refused)));
    document = attempt(text, options, version, wholeLimits(text.size()));
    const int lastLine = qMax(0, countLines(text) - 1);
    const int firstBad = options.refused.isEmpty() ? 0 : options.refused.first().firstLine;
    for (const int line : {firstBad, 0}) {
        if (document || !isHelpersDeath(document.error()))
            break;
        options.refused = {{line, lastLine, RefusalReason::Unparsable}};
        document = attempt(text, options, version, wholeLimits(text.size()));
    }
    return document;
}

/// Makes sure that it did, and counts what that may have cost.
void MarkdownHost::helperDied(const helper::Limits &limits)
{
    m_helper.kill();
    m_spentMilliseconds += limits.cpuMilliseconds;
}

bool MarkdownHost::isOutOfPatience() const
{
    return m_spentMilliseconds >= slowness * patienceMilliseconds;
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

CulpritFinder::Probed MarkdownHost::probe(const QByteArray &text,
                                          const std::vector<TextPiece> &pieces)
{
    CulpritFinder::Probed probed;
    size_t next = 0;
    while (next < pieces.size() && !isOutOfPatience()) {
        next = probeUntilDeath(text, pieces, next);
        if (next < pieces.size())
            probed.bad.push_back(pieces[next++]);
    }
    probed.untested.assign(pieces.begin() + std::ptrdiff_t(next), pieces.end());
    return probed;
}

/// The first piece from `from` on at which the helper died or patience ended.
size_t MarkdownHost::probeUntilDeath(const QByteArray &text,
                                     const std::vector<TextPiece> &pieces,
                                     size_t from)
{
    if (!ready())
        return from;
    helper::ProbeRequest request{spliceBetween(m_text, text), MarkdownFeature::All, {}};
    for (size_t i = from; i < pieces.size(); ++i)
        request.parts.append({pieces[i].offset, pieces[i].size, partLimits(pieces[i].size)});
    m_text = text;
    const auto sent = m_helper.send(helper::encode(request));
    for (size_t i = from; i < pieces.size(); ++i) {
        const int wall = wallMilliseconds(partLimits(pieces[i].size));
        if (!sent || !m_helper.receive(wall)) {
            helperDied(partLimits(pieces[i].size));
            return i;
        }
    }
    return pieces.size();
}

bool MarkdownHost::fits(const QByteArray &text)
{
    if (isOutOfPatience() || !ready())
        return false;
    const helper::Limits limits = wholeLimits(text.size());
    helper::ProbeRequest request{
        spliceBetween(m_text, text), MarkdownFeature::All, {{0, text.size(), limits}}};
    m_text = text;
    const bool parsed =
        m_helper.send(helper::encode(request)) && m_helper.receive(wallMilliseconds(limits));
    if (!parsed)
        helperDied(limits);
    return parsed;
}

} // namespace plotleaf
