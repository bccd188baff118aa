#include "app/cli/sync_runner.h"

#include "app/cli/library_access.h"
#include "app/cli/terminal.h"
#include "app/cli/wait_for.h"
#include "core/services/open_server.h"
#include "core/store/library_sync.h"
#include "core/sync/round_lock.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// A first round of a large server takes minutes.
constexpr std::chrono::minutes othersRound{10};

struct SyncRunnerTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::SyncRunner)
};

} // namespace

Error withSignInHint(Error error)
{
    if (error.code == ErrorCode::NotSignedIn && !Terminal::canAsk())
        error.message +=
            u' ' + SyncRunnerTexts::tr("Set CLEARML_API_ACCESS_KEY and CLEARML_API_SECRET_KEY, or "
                                       "run this in a terminal to be asked.");
    return error;
}

SyncRunner::SyncRunner(Library &library, CommandContext &context)
    : m_library(library), m_context(context)
{
}

SyncResult SyncRunner::run(const Workspace &workspace, bool acceptRemovals)
{
    SyncResult result(workspace);
    Result<SyncRound::Outcome> outcome = signedRound(workspace, {}, result);
    if (outcome && acceptRemovals && !outcome->vanished.isEmpty()) {
        const QSet<RemoteId> vanished(outcome->vanished.cbegin(), outcome->vanished.cend());
        outcome = signedRound(workspace, vanished, result);
    }
    Terminal::showProgress({});
    if (!outcome)
        result.setProblem(withSignInHint(outcome.error()));
    else
        result.setVanished(static_cast<int>(outcome->vanished.size()));
    if (const Result<void> completed = complete(result); !completed && !result.problem())
        result.setProblem(completed.error());
    return result;
}

/// As often as the person gives another secret.
Result<SyncRound::Outcome> SyncRunner::signedRound(const Workspace &workspace,
                                                   const QSet<RemoteId> &mayVanish,
                                                   SyncResult &result)
{
    for (;;) {
        Result<SyncRound::Outcome> outcome = round(workspace, mayVanish, result);
        const bool isRefused = !outcome && outcome.error().code == ErrorCode::NotSignedIn;
        if (outcome)
            keepSecret();
        if (!isRefused || !m_secrets->askAgain())
            return outcome;
        m_context.err << outcome.error().message << Qt::endl;
    }
}

Result<SyncRound::Outcome>
SyncRunner::round(const Workspace &workspace, const QSet<RemoteId> &mayVanish, SyncResult &result)
{
    const auto open = serverOpener(m_secrets, m_context.clock);
    const Result<OpenedServer> server = waitForTask(open(workspace));
    if (!server)
        return server.error();
    RoundLock lock(m_library.folder(), workspace.id);
    if (const Result<void> turn = takeTurn(lock, workspace); !turn)
        return turn.error();
    Terminal::showProgress(SyncRunnerTexts::tr("%1: asking for changes…").arg(workspace.name));
    const SyncRound::Listeners listeners{
        [&](const SyncNotice &notice) { result.add(notice); },
        [&](int done, int total) {
            Terminal::showProgress(
                SyncRunnerTexts::tr("%1: %2 of %3 texts").arg(workspace.name).arg(done).arg(total));
        },
        [&](const SyncDeed &deed) { result.add(deed); }};
    const SyncRound::Wishes wishes{true, true, mayVanish};
    return waitForTask(SyncRound::run(std::make_shared<SyncRound>(
        SyncRound::Tools{LibrarySync(m_library), server->reports, workspace.id, server->assets},
        wishes, listeners)));
}

Result<void> SyncRunner::takeTurn(RoundLock &lock, const Workspace &workspace)
{
    Result<bool> locked = lock.tryLock();
    if (locked && !*locked) {
        m_context.err << SyncRunnerTexts::tr("Another Plotleaf is syncing “%1” just now; waiting "
                                             "for it.")
                             .arg(workspace.name)
                      << Qt::endl;
        locked = lock.tryLock(othersRound);
    }
    if (!locked)
        return locked.error();
    if (!*locked)
        return Error{ErrorCode::Io,
                     SyncRunnerTexts::tr("Another Plotleaf has been syncing “%1” for too long.")
                         .arg(workspace.name),
                     {}};
    return {};
}

void SyncRunner::keepSecret()
{
    const Result<void> kept = waitForTask(m_secrets->keep());
    if (!kept)
        m_context.err << kept.error().message << u' '
                      << SyncRunnerTexts::tr("You will be asked again the next time.") << Qt::endl;
}

Result<void> SyncRunner::complete(SyncResult &result)
{
    const QString workspace = result.workspace().id;
    const auto counts = waitFor(LibrarySync(m_library).counts(workspace));
    if (!counts)
        return counts.error();
    QVector<ReportSummary> reports;
    for (const bool archived : {false, true}) {
        ReportQuery query;
        query.workspace = workspace;
        query.archived = archived;
        const auto half = allReports(m_library, query);
        if (!half)
            return half.error();
        reports += *half;
    }
    result.complete(reports, *counts);
    return {};
}

} // namespace plotleaf
