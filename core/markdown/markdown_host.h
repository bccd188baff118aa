#pragma once

#include "core/base/result.h"
#include "core/markdown/culprit_finder.h"
#include "core/markdown/helper_process.h"
#include "core/markdown/helper_protocol.h"
#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"
#include "core/markdown/parse_budget.h"

#include <QByteArray>

namespace plotleaf {

/// Renders texts with the help of `plotleaf-markdown`, and deals with its deaths: the parts that
/// kill it are found, replaced by a message and remembered. Blocking: lives on MarkdownService's
/// thread.
class MarkdownHost
{
public:
    explicit MarkdownHost(QString helperPath);

    /// Starts the helper, so that the first text need not wait for it.
    Result<void> prewarm() { return m_helper.ensureRunning(); }

    /// Ends the helper. To be called on the thread that rendered: processes belong to theirs.
    void stop() { m_helper.kill(); }

    /// Fails when the helper cannot be started, or with Cancelled; never because of the text.
    Result<MarkdownDocumentPtr>
    render(const QByteArray &text, MarkdownOptions options, qint64 version);

    /// How often the helper died over the last text, and what the search for the reasons may have
    /// cost: processor time in milliseconds, that of deaths counted as what was allowed.
    int deaths() const { return m_deaths; }
    int spentMilliseconds() const { return m_budget.spentMilliseconds(); }

    /// Ends a render() that is under way, and all later ones. From any thread.
    void cancel() { m_helper.cancel(); }

private:
    Result<MarkdownDocumentPtr> attempt(const QByteArray &text,
                                        const MarkdownOptions &options,
                                        qint64 version,
                                        const helper::Limits &limits);
    Result<MarkdownDocumentPtr>
    renderAround(const QByteArray &text, MarkdownOptions options, qint64 version);
    CulpritFinder::Probed
    probe(const QByteArray &text, const std::vector<TextPiece> &pieces, size_t from);
    bool receiveProbe(const helper::Limits &limits);
    bool fits(const QByteArray &text);
    void helperDied(const helper::Limits &limits);
    Result<void> ready();

    HelperProcess m_helper;
    CulpritFinder m_finder;
    ParseBudget m_budget{0}; ///< of the text at hand
    int m_deaths = 0;        ///< over it
    // What the running helper remembers.
    int m_generation = 0;
    QByteArray m_text;
    QVector<MarkdownBlock> m_blocks;
};

} // namespace plotleaf
