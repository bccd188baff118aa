#include "core/store/open_report.h"

#include "core/base/when_done.h"
#include "core/store/unsaved_file.h"

#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace plotleaf {

namespace {

using namespace std::chrono_literals;

/// With the time that the write itself takes, below the 250 ms that the header promises.
constexpr auto journalDelay = 200ms;
constexpr auto savePause = 2s;
constexpr auto retryDelay = 5s;

using SavePromises = std::vector<std::shared_ptr<QPromise<Result<void>>>>;

void finishAll(const SavePromises &promises, const Result<void> &result)
{
    for (const auto &promise : promises) {
        promise->addResult(result);
        promise->finish();
    }
}

} // namespace

/// Versions count the changes of the text: what is typed, what is in the journal and what is saved.
class OpenReport::Private
{
public:
    Private(OpenReport *owner, Library &store, Report report);

    void journalNow();
    void journaled(quint64 written, const Result<void> &result);
    QFuture<Result<void>> saveNow();
    void saved(quint64 written, const QString &text, const Result<SavedText> &result);
    void adopt(const QString &merged);
    void startSaving();
    void keepAsNewReport(const SavePromises &promises);
    NewReport keptReport() const;
    void refresh();
    void refreshSummary(const ReportSummary &now);
    void flush();

    bool isPublished() const { return summary.status == ReportStatus::Published; }
    bool isLocked() const { return isPublished() || summary.sync.isTextMissing; }
    bool isUnsaved() const { return version > savedVersion; }
    void failed(const Error &error);
    void settle();
    void setState(State next);

    OpenReport *q;
    Library &library;
    ReportSummary summary;
    QString text;
    /// What the library held when it was last asked; what `text` grew from.
    QString known;
    /// A save that is under way.
    struct Saving
    {
        QFuture<Result<SavedText>> answer;
        QString text;
    };
    std::optional<Saving> saving;
    SavePromises waiting;   ///< for the next save
    bool isKeeping = false; ///< as a new report
    quint64 version = 0;
    quint64 journaledVersion = 0;
    quint64 savedVersion = 0;
    bool isJournaling = false;
    bool wasRecovered = false;
    State state = State::Saved;
    QString problem;
    QTimer journalTimer;
    QTimer saveTimer;
    QTimer retryTimer;
};

OpenReport::Private::Private(OpenReport *owner, Library &store, Report report)
    : q(owner)
    , library(store)
    , summary(std::move(report.summary))
    , text(report.text)
    , known(report.text)
{
    for (QTimer *timer : {&journalTimer, &saveTimer, &retryTimer})
        timer->setSingleShot(true);
    journalTimer.setInterval(journalDelay);
    journalTimer.setTimerType(Qt::PreciseTimer);
    saveTimer.setInterval(savePause);
    retryTimer.setInterval(retryDelay);
    connect(&journalTimer, &QTimer::timeout, q, [this] { journalNow(); });
    connect(&saveTimer, &QTimer::timeout, q, [this] { saveNow(); });
    connect(&retryTimer, &QTimer::timeout, q, [this] { saveNow(); });
}

void OpenReport::Private::setState(State next)
{
    if (state == next)
        return;
    state = next;
    emit q->stateChanged(next);
}

/// The state that follows from what has been written; ends a failure.
void OpenReport::Private::settle()
{
    retryTimer.stop();
    if (!isUnsaved())
        setState(State::Saved);
    else
        setState(journaledVersion == version ? State::Journaled : State::Changed);
}

void OpenReport::Private::failed(const Error &error)
{
    problem = error.message;
    retryTimer.start();
    // Also when the state was Failed before: the problem may be another one.
    state = State::Failed;
    emit q->stateChanged(state);
}

void OpenReport::Private::journalNow()
{
    // One at a time: on a slow disk the next one takes the newest text instead of queueing all
    // between.
    if (isJournaling || !isUnsaved())
        return;
    isJournaling = true;
    whenDone(library.journal(summary.id, text), q,
             [this, written = version](const Result<void> &result) { journaled(written, result); });
}

void OpenReport::Private::journaled(quint64 written, const Result<void> &result)
{
    isJournaling = false;
    if (result) {
        journaledVersion = std::max(journaledVersion, written);
        problem.clear();
        settle();
    } else if (result.error().code == ErrorCode::NotFound) {
        saveNow();
        return;
    } else {
        failed(result.error());
    }
    if (version > written && !journalTimer.isActive())
        journalTimer.start();
}

QFuture<Result<void>> OpenReport::Private::saveNow()
{
    journalTimer.stop();
    saveTimer.stop();
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QFuture<Result<void>> future = promise->future();
    waiting.push_back(promise);
    if (!saving && !isKeeping)
        startSaving();
    return future;
}

/// One at a time: what a text grew from is known only when the one before is on disk.
void OpenReport::Private::startSaving()
{
    saving = {library.save(summary.id, text, known), text};
    whenDone(saving->answer, q,
             [this, written = version,
              promises = std::exchange(waiting, {})](const Result<SavedText> &result) {
                 const QString sent = std::exchange(saving, {})->text;
                 const bool isGone = !result && result.error().code == ErrorCode::NotFound;
                 if (isGone && written > savedVersion) {
                     keepAsNewReport(promises);
                 } else {
                     saved(written, sent, result);
                     finishAll(promises, result ? Result<void>() : Result<void>(result.error()));
                 }
                 if (!waiting.empty() && !saving && !isKeeping)
                     startSaving();
             });
}

void OpenReport::Private::saved(quint64 written,
                                const QString &sent,
                                const Result<SavedText> &result)
{
    if (result) {
        savedVersion = std::max(savedVersion, written);
        problem.clear();
        // What was typed since grew from what was sent, not from what it was merged with.
        known = sent;
        if (result->text != sent && text == sent)
            adopt(result->text);
        else if (result->text != sent)
            saveTimer.start();
        settle();
        if (result->hadConflict)
            emit q->conflictSaved();
        return;
    }
    if (result.error().code != ErrorCode::NotAllowed)
        return failed(result.error());
    // Published elsewhere. The store kept this text as a revision; what came after it goes the same
    // way.
    savedVersion = std::max(savedVersion, written);
    problem = result.error().message;
    if (isUnsaved())
        saveNow();
    if (!isPublished()) {
        summary.status = ReportStatus::Published;
        emit q->summaryChanged();
    }
    settle();
}

NewReport OpenReport::Private::keptReport() const
{
    return {summary.project, tr("%1 (kept)").arg(summary.name), summary.description, summary.tags,
            text};
}

/// The report was deleted elsewhere while text was typed into it.
void OpenReport::Private::keepAsNewReport(const SavePromises &promises)
{
    const NewReport kept = keptReport();
    isKeeping = true;
    whenDone(library.create(kept), q,
             [this, written = version, promises, kept](const Result<ReportId> &result) {
                 isKeeping = false;
                 if (result) {
                     summary.id = *result;
                     summary.name = kept.name;
                     summary.workspace = kept.workspace;
                     known = kept.text;
                     savedVersion = std::max(savedVersion, written);
                     problem = tr("This report was deleted elsewhere. "
                                  "Your text is kept as the new report “%1”.")
                                   .arg(kept.name);
                     settle();
                     emit q->summaryChanged();
                     finishAll(promises, {});
                 } else {
                     failed(result.error());
                     finishAll(promises, result.error());
                 }
                 if (!waiting.empty())
                     startSaving();
             });
}

void OpenReport::Private::adopt(const QString &merged)
{
    text = merged;
    known = merged;
    emit q->textMerged();
}

/// Text from elsewhere is taken up at once where nothing is unsaved here, and else by the next
/// save.
void OpenReport::Private::refresh()
{
    whenDone(library.report(summary.id), q, [this](const Result<Report> &result) {
        if (!result || result->summary.id != summary.id)
            return;
        refreshSummary(result->summary);
        if (!isUnsaved() && !saving && result->text != text)
            adopt(result->text);
    });
}

void OpenReport::Private::refreshSummary(const ReportSummary &now)
{
    summary = now;
    emit q->summaryChanged();
    if (isPublished() && isUnsaved())
        saveNow();
}

/// Blocks: there is no event loop to come back to. Tries what is left, one after the other.
void OpenReport::Private::flush()
{
    if (!isUnsaved())
        return;
    if (saving) {
        saving->answer.waitForFinished();
        if (saving->answer.result())
            known = saving->text;
    }
    QFuture<Result<SavedText>> last = library.save(summary.id, text, known);
    last.waitForFinished();
    const Result<SavedText> saved = last.takeResult();
    Result<void> written = saved ? Result<void>() : Result<void>(saved.error());
    if (!written && written.error().code == ErrorCode::NotAllowed)
        return; // published elsewhere; the text is a revision now
    if (!written && written.error().code == ErrorCode::NotFound) {
        QFuture<Result<ReportId>> creating = library.create(keptReport());
        creating.waitForFinished();
        const Result<ReportId> created = creating.takeResult();
        written = created ? Result<void>() : Result<void>(created.error());
    }
    if (!written)
        written = UnsavedFile(library.folder(), summary.id).write(text);
    if (!written)
        qCritical("The last changes of a report are lost: %s", qPrintable(written.error().detail));
}

OpenReport::OpenReport(Library &library,
                       Report report,
                       std::optional<QString> recovered,
                       QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, library, std::move(report)))
{
    connect(&library, &Library::reportChanged, this, [this](const ReportId &id) {
        if (id == d->summary.id)
            d->refresh();
    });
    if (!recovered)
        return;
    d->wasRecovered = true;
    d->version = 1;
    d->journaledVersion = 1;
    d->state = State::Journaled;
    d->text = *recovered;
    d->saveTimer.start();
}

OpenReport::~OpenReport()
{
    d->flush();
}

const ReportSummary &OpenReport::summary() const
{
    return d->summary;
}

const QString &OpenReport::text() const
{
    return d->text;
}

bool OpenReport::isLocked() const
{
    return d->isLocked();
}

bool OpenReport::isTextMissing() const
{
    return d->summary.sync.isTextMissing;
}

OpenReport::State OpenReport::state() const
{
    return d->state;
}

QString OpenReport::problem() const
{
    return d->problem;
}

bool OpenReport::wasRecovered() const
{
    return d->wasRecovered;
}

void OpenReport::setText(const QString &text)
{
    if (d->isLocked() || text == d->text)
        return;
    d->text = text;
    ++d->version;
    // A failure stays visible until something has been written.
    if (d->state != State::Failed)
        d->setState(State::Changed);
    if (!d->journalTimer.isActive())
        d->journalTimer.start();
    d->saveTimer.start();
}

QFuture<Result<void>> OpenReport::save()
{
    return d->saveNow();
}

} // namespace plotleaf
