#pragma once

#include "core/base/result.h"
#include "core/report/report.h"
#include "core/report/report_query.h"
#include "core/report/saved_text.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace plotleaf {

class Clock;
class FaultInjector;
class IdSource;

/// The reports of the local workspace, on disk (`library.db` and the folder `assets`).
///
/// Lives on the GUI thread and never blocks it: each call runs on the writer thread (reads on a
/// reader thread) and answers through a QFuture, to be used with whenDone() (when_done.h) or
/// `co_await` (QCoro); not with
/// `.then(context, ...)`, which aborts in Qt 6.4 when the context goes first. Writes take effect in
/// the order of the calls. A query that is cancelled before its turn is not run. What is on disk
/// after a crash at any step is written in `save_protocol.md`.
class Library : public QObject
{
    Q_OBJECT

public:
    /// Opens or creates the library in `folder`. Blocks (migrations may run). Errors: TooNew (the
    /// message names the version needed), Damaged, Io. `clock` and `ids` must outlive the library;
    /// `faults` is for tests.
    static Result<std::unique_ptr<Library>>
    open(const QString &folder, const Clock &clock, IdSource &ids, FaultInjector *faults = nullptr);
    ~Library() override;

    QString folder() const;

    QFuture<Result<Report>> report(const ReportId &id);
    /// Without the text; cheap.
    QFuture<Result<ReportSummary>> summary(const ReportId &id);
    QFuture<Result<ReportHits>> find(const ReportQuery &query);
    /// Direct sub-projects of `parent` (empty: the top), sorted by name.
    /// An empty workspace means all of them, here and below.
    QFuture<Result<QVector<ProjectSummary>>> projects(const QString &parent,
                                                      const QString &workspace = {});
    /// Every project path, sorted; for pickers.
    QFuture<Result<QStringList>> projectPaths(const QString &workspace = {});
    /// Every tag in use, sorted.
    QFuture<Result<QStringList>> tags();
    QFuture<Result<QStringList>> authors();

    QFuture<Result<ReportId>> create(const NewReport &report);
    QFuture<Result<ReportId>> duplicate(const ReportId &id, const QString &name);
    QFuture<Result<void>> rename(const ReportId &id, const QString &name);
    QFuture<Result<void>> setDescription(const ReportId &id, const QString &description);
    QFuture<Result<void>> setTags(const ReportId &id, const QStringList &tags);
    /// A project that does not exist yet is created.
    QFuture<Result<void>> move(const ReportId &id, const QString &project);
    QFuture<Result<void>> setArchived(const ReportId &id, bool archived);
    /// Locks the text. Errors: NotAllowed when already published.
    QFuture<Result<void>> publish(const ReportId &id);
    /// For good. Errors: NotAllowed unless the report is archived.
    QFuture<Result<void>> remove(const ReportId &id);

    /// Keeps `text` as typed so far, cheaply, without making a revision; survives a kill.
    QFuture<Result<void>> journal(const ReportId &id, const QString &text);
    /// Makes `text` the report's text, keeps a revision, clears the journal, updates the search
    /// index.
    QFuture<Result<void>> save(const ReportId &id, const QString &text);
    /// The same for a text that was written from `previous`: where the library holds another one by
    /// now, the two are merged by line, and `text` wins where both changed the same lines.
    QFuture<Result<SavedText>>
    save(const ReportId &id, const QString &text, const QString &previous);
    /// Text that was typed but not saved when Plotleaf died, if there is any.
    QFuture<Result<std::optional<QString>>> recovered(const ReportId &id);
    QFuture<Result<QVector<Revision>>> revisions(const ReportId &id);
    QFuture<Result<QString>> revisionText(const RevisionId &id);

    /// Stores `bytes` as an asset; a name already taken gets a number, equal bytes under the same
    /// name are kept once.
    QFuture<Result<Asset>>
    addAsset(const ReportId &id, const QString &suggestedName, const QByteArray &bytes);
    QFuture<Result<QVector<Asset>>> assets(const ReportId &id);
    /// For good, also for earlier versions of the text that show it. Errors: NotAllowed when the
    /// report is published.
    QFuture<Result<void>> removeAsset(const ReportId &id, const QString &name);
    /// Path of the file that holds the asset. Safe to call from any thread; does not touch the
    /// database.
    QString assetPath(const QString &sha256) const;

    /// Settings are declared in core/base/settings.cpp; a key that is not there is refused
    /// (InvalidInput).
    QFuture<Result<QString>> setting(const QString &key);
    QFuture<Result<void>> setSetting(const QString &key, const QString &value);

signals:
    /// A report's fields or text changed (also: created).
    void reportChanged(const plotleaf::ReportId &id);
    void reportRemoved(const plotleaf::ReportId &id);

private:
    friend class LibrarySync;
    class Private;
    explicit Library(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace plotleaf
