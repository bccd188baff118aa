#pragma once

#include "app/cli/asking_secrets.h"
#include "app/cli/command.h"
#include "app/cli/sync_result.h"
#include "core/store/library.h"

#include <memory>

namespace plotleaf {

class RoundLock;

/// Runs rounds of synchronisation for the command line: signs in (and asks for the secret where
/// that can be done), waits for a round that another Plotleaf has under way, shows progress.
class SyncRunner
{
public:
    /// Both must outlive the runner.
    SyncRunner(Library &library, CommandContext &context);

    /// One round, to its end. `acceptRemovals`: reports that are not on the server any more are
    /// taken to be deleted, however many. What went wrong is in the result.
    SyncResult run(const Workspace &workspace, bool acceptRemovals = false);

private:
    Result<SyncRound::Outcome>
    round(const Workspace &workspace, const QSet<RemoteId> &mayVanish, SyncResult &result);
    Result<SyncRound::Outcome>
    signedRound(const Workspace &workspace, const QSet<RemoteId> &mayVanish, SyncResult &result);
    Result<void> takeTurn(RoundLock &lock, const Workspace &workspace);
    void keepSecret();
    Result<void> complete(SyncResult &result);

    Library &m_library;
    CommandContext &m_context;
    const std::shared_ptr<AskingSecrets> m_secrets = systemSecrets();
};

/// `error`, and what helps where nobody could be asked for a secret.
Error withSignInHint(Error error);

} // namespace plotleaf
