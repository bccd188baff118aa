#include "ui/sync/missing_texts.h"

#include "core/base/when_done.h"
#include "core/store/library.h"
#include "core/sync/workspaces.h"

#include <QCoroFuture>
#include <QPromise>

namespace plotleaf {

MissingTexts::MissingTexts(Library &library, Workspaces &workspaces, QObject *parent)
    : QObject(parent), m_library(library), m_workspaces(workspaces)
{
    connect(&workspaces, &Workspaces::opened, this, &MissingTexts::askAgain);
    connect(&workspaces, &Workspaces::stateChanged, this, [this](const QString &workspace) {
        const WorkspaceSync *sync = m_workspaces.sync(workspace);
        if (!sync)
            return;
        const auto activity = sync->state().activity;
        const auto before = m_activities.value(workspace, WorkspaceState::Activity::Resting);
        m_activities.insert(workspace, activity);
        // A round that begins is the sign that the server is tried again.
        if (activity == WorkspaceState::Activity::Syncing && before != activity)
            askAgain(workspace);
    });
}

void MissingTexts::ask(const ReportId &id, bool isAskedByPerson)
{
    whenDone(m_library.summary(id), this,
             [this, isAskedByPerson](const Result<ReportSummary> &report) {
                 if (report && report->sync.isTextMissing)
                     askOf(*report, isAskedByPerson);
             });
}

void MissingTexts::askOf(const ReportSummary &report, bool isAskedByPerson)
{
    Wanted &wanted = m_wanted[report.id];
    if (wanted.isBeingRead)
        return;
    wanted.workspace = report.workspace;
    const WorkspaceSync *sync = m_workspaces.sync(report.workspace);
    if (!sync) {
        emit explained(report.id, absence(report.workspace).message);
        return;
    }
    if (sync->state().policy == NetworkPolicy::Offline && !isAskedByPerson) {
        emit explained(report.id, tr("Plotleaf is set to work offline."));
        return;
    }
    wanted.isBeingRead = true;
    emit explained(report.id, {});
    QCoro::connect(read(report), this,
                   [this, id = report.id](const Result<void> &done) { settle(id, done); });
}

void MissingTexts::settle(const ReportId &id, const Result<void> &read)
{
    if (read) {
        m_wanted.remove(id);
        return;
    }
    m_wanted[id].isBeingRead = false;
    emit explained(id,
                   read.error().code == ErrorCode::Cancelled ? QString() : read.error().message);
}

void MissingTexts::askAgain(const QString &workspace)
{
    for (auto wanted = m_wanted.cbegin(); wanted != m_wanted.cend(); ++wanted) {
        if (wanted->workspace == workspace && !wanted->isBeingRead)
            want(wanted.key());
    }
}

QFuture<Result<void>> MissingTexts::fetch(const ReportId &id)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto finish = [promise](const Result<void> &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenDone(m_library.summary(id), this, [this, finish](const Result<ReportSummary> &report) {
        if (!report)
            finish(report.error());
        else if (!report->sync.isTextMissing)
            finish({});
        else
            QCoro::connect(read(*report), this, finish);
    });
    return promise->future();
}

QCoro::Task<Result<void>> MissingTexts::read(ReportSummary report)
{
    WorkspaceSync *sync = m_workspaces.sync(report.workspace);
    if (!sync)
        co_return absence(report.workspace);
    auto reading = sync->readText(report.id);
    co_return co_await reading;
}

/// Why there is no line to the server.
Error MissingTexts::absence(const QString &workspace) const
{
    return m_workspaces.problem(workspace).value_or(
        Error{ErrorCode::Network, tr("The server is not connected yet."), {}});
}

} // namespace plotleaf
