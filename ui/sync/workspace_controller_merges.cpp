// What a person does with reports that were changed here and on their server.
#include "ui/sync/workspace_controller.h"

#include "core/base/when_done.h"
#include "core/report/line_ends.h"
#include "core/report/text_merge.h"
#include "core/store/library.h"
#include "core/store/library_sync.h"
#include "ui/sync/merge_view.h"
#include "ui/widgets/notifier.h"

namespace plotleaf {

void WorkspaceController::mergeAll(const QString &workspace)
{
    m_mergingAll = workspace;
    whenDone(LibrarySync(m_services.library).mergesNeeded(workspace), this,
             [this](const Result<QVector<ReportId>> &reports) {
                 if (!reports)
                     return m_services.notifier.error(reports.error().message);
                 if (reports->isEmpty())
                     m_mergingAll.clear();
                 else
                     merge(reports->first());
             });
}

void WorkspaceController::merge(const ReportId &id)
{
    if (const auto shown = m_merges.find(id); shown != m_merges.cend()) {
        shown->second->show();
        shown->second->raise();
        shown->second->activateWindow();
        return;
    }
    if (!m_flush)
        return readMerge(id);
    whenDone(m_flush(id), this, [this, id](const Result<void> &flushed) {
        if (flushed)
            readMerge(id);
        else
            m_services.notifier.error(flushed.error().message);
    });
}

void WorkspaceController::readMerge(const ReportId &id)
{
    whenDone(m_services.library.summary(id), this, [this, id](const Result<ReportSummary> &found) {
        if (!found)
            return m_services.notifier.error(found.error().message);
        whenDone(LibrarySync(m_services.library).pendingMerge(id), this,
                 [this, report = *found](const Result<PendingMerge> &pending) {
                     if (pending)
                         showMerge(report, *pending);
                     else
                         m_services.notifier.error(pending.error().message);
                 });
    });
}

void WorkspaceController::showMerge(const ReportSummary &report, const PendingMerge &pending)
{
    // It may have been asked for twice before it was read.
    if (m_merges.contains(report.id))
        return merge(report.id);
    const Result<TextMerge> merge = mergeTexts(
        withUnixLines(pending.base), withUnixLines(pending.mine), withUnixLines(pending.theirs));
    if (!merge)
        return m_services.notifier.error(merge.error().message);
    // What is left of it was typed away since.
    if (merge->isClean())
        return finishMerge(report, pending, merge->text());
    auto view = std::make_unique<MergeView>(
        *merge, MergeSubject{report.name, pending.author, workspaceName(report.workspace)},
        m_services.theme, m_window);
    connect(view.get(), &MergeView::finished, this,
            [this, report, pending](const QString &text) { finishMerge(report, pending, text); });
    connect(view.get(), &MergeView::draftChanged, this,
            [this, report](const QString &text) { keepDraft(report.id, text); });
    // One of many that was put off: the others are not shown after it.
    connect(view.get(), &MergeView::putOff, this, [this] { m_mergingAll.clear(); });
    view->show();
    m_merges.insert_or_assign(report.id, std::move(view));
}

void WorkspaceController::finishMerge(const ReportSummary &report,
                                      const PendingMerge &seen,
                                      const QString &text)
{
    const auto resolve = [this, report, seen, text](const Result<void> &flushed) {
        if (!flushed)
            return merged(report, flushed.error());
        const QString result = hasOnlyWindowsLines(seen.mine) ? withWindowsLines(text) : text;
        whenDone(LibrarySync(m_services.library).resolveMerge(report.id, seen, result), this,
                 [this, report](const Result<SyncTaken> &taken) { merged(report, taken); });
    };
    if (m_flush)
        whenDone(m_flush(report.id), this, resolve);
    else
        resolve(Result<void>());
}

void WorkspaceController::merged(const ReportSummary &report, const Result<SyncTaken> &taken)
{
    const bool isKept = taken || taken.error().code == ErrorCode::NotAllowed;
    if (!isKept) {
        m_mergingAll.clear();
        // Nothing is lost: the window, where there is one, still has it.
        const auto view = m_merges.find(report.id);
        if (view != m_merges.cend())
            view->second->showProblem(taken.error().message);
        else
            m_services.notifier.error(taken.error().message);
        return;
    }
    dropMerge(report.id);
    if (!taken) {
        m_services.notifier.error(taken.error().message);
        return mergeOnceMore(report.id);
    }
    m_services.notifier.info(tr("Merged. The result is on its way to the server."));
    if (report.workspace == m_mergingAll)
        mergeAll(m_mergingAll);
}

// What was made is among the report's versions; whether something is left to merge is not known.
void WorkspaceController::mergeOnceMore(const ReportId &id)
{
    whenDone(LibrarySync(m_services.library).pendingMerge(id), this,
             [this, id](const Result<PendingMerge> &pending) {
                 if (pending)
                     merge(id);
                 else if (pending.error().code != ErrorCode::NotFound)
                     m_services.notifier.error(pending.error().message);
             });
}

void WorkspaceController::keepDraft(const ReportId &id, const QString &text)
{
    whenDone(LibrarySync(m_services.library).keepMergeDraft(id, text), this,
             [this, id](const Result<void> &kept) {
                 const auto view = m_merges.find(id);
                 if (view != m_merges.cend())
                     view->second->showProblem(kept ? QString() : kept.error().message);
             });
}

// Called from within the view's own signal.
void WorkspaceController::dropMerge(const ReportId &id)
{
    const auto view = m_merges.find(id);
    if (view == m_merges.cend())
        return;
    view->second->hide();
    view->second.release()->deleteLater();
    m_merges.erase(view);
}

} // namespace plotleaf
