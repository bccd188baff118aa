#include "core/store/library.h"

#include "core/report/report_names.h"
#include "core/store/asset_store.h"
#include "core/store/journal.h"
#include "core/store/library_private.h"
#include "core/store/project_store.h"
#include "core/store/report_finder.h"
#include "core/store/report_rows.h"
#include "core/store/report_store.h"
#include "core/store/revision_store.h"
#include "core/store/settings_store.h"

#include <QDir>

namespace plotleaf {

namespace {

template <typename T>
QFuture<Result<T>> readyFuture(Error error)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(std::move(error)));
    promise.finish();
    return promise.future();
}

} // namespace

Library::Library(std::unique_ptr<Private> p) : d(std::move(p))
{
}

Library::~Library() = default;

QString Library::folder() const
{
    return d->context.folder;
}

// --- Reading ---------------------------------------------------------------------------------

QFuture<Result<Report>> Library::report(const ReportId &id)
{
    return d->reader->post([id](Database &database) { return loadReport(database, id); });
}

QFuture<Result<ReportSummary>> Library::summary(const ReportId &id)
{
    return d->reader->post([id](Database &database) { return loadSummary(database, id); });
}

QFuture<Result<ReportHits>> Library::find(const ReportQuery &query)
{
    return d->searcher->post(
        [query](Database &database) { return ReportFinder::find(database, query); });
}

QFuture<Result<QVector<ProjectSummary>>> Library::projects(const QString &parent,
                                                           const QString &workspace)
{
    return d->searcher->post([path = normalisedProject(parent), workspace](Database &database) {
        return ProjectStore::children(database, workspace, path);
    });
}

QFuture<Result<QStringList>> Library::projectPaths(const QString &workspace)
{
    return d->reader->post(
        [workspace](Database &database) { return ProjectStore::paths(database, workspace); });
}

QFuture<Result<QStringList>> Library::tags()
{
    return d->reader->post([](Database &database) { return ReportFinder::tags(database); });
}

QFuture<Result<QStringList>> Library::authors()
{
    return d->reader->post([](Database &database) { return ReportFinder::authors(database); });
}

QFuture<Result<QVector<Revision>>> Library::revisions(const ReportId &id)
{
    return d->reader->post([id](Database &database) { return RevisionStore::list(database, id); });
}

QFuture<Result<QString>> Library::revisionText(const RevisionId &id)
{
    return d->reader->post([id](Database &database) { return RevisionStore::text(database, id); });
}

QFuture<Result<QVector<Asset>>> Library::assets(const ReportId &id)
{
    return d->reader->post([&context = d->context, id](Database &database) {
        return AssetStore(database, context).list(id);
    });
}

QString Library::assetPath(const QString &sha256) const
{
    return AssetStore::path(d->context.folder, sha256);
}

// --- Changing fields -------------------------------------------------------------------------

QFuture<Result<ReportId>> Library::create(const NewReport &report)
{
    const auto name = checkedReportName(report.name);
    if (!name)
        return readyFuture<ReportId>(name.error());
    NewReport checked = report;
    checked.name = *name;
    checked.project = normalisedProject(report.project);
    checked.tags = normalisedTags(report.tags);
    return d->make(this, [&context = d->context, checked](Database &database) -> Result<ReportId> {
        const auto author = Private::authorName(database);
        if (!author)
            return author.error();
        return ReportStore(database, context).create(checked, *author);
    });
}

QFuture<Result<ReportId>> Library::duplicate(const ReportId &id, const QString &name)
{
    const auto checked = checkedReportName(name);
    if (!checked)
        return readyFuture<ReportId>(checked.error());
    return d->make(
        this, [&context = d->context, id, kept = *checked](Database &database) -> Result<ReportId> {
            const auto author = Private::authorName(database);
            if (!author)
                return author.error();
            return ReportStore(database, context).duplicate(id, kept, *author);
        });
}

QFuture<Result<void>> Library::rename(const ReportId &id, const QString &name)
{
    const auto checked = checkedReportName(name);
    if (!checked)
        return readyFuture<void>(checked.error());
    return d->change(this, id, [&context = d->context, id, kept = *checked](Database &database) {
        return ReportStore(database, context).rename(id, kept);
    });
}

QFuture<Result<void>> Library::setDescription(const ReportId &id, const QString &description)
{
    return d->change(this, id, [&context = d->context, id, description](Database &database) {
        return ReportStore(database, context).setDescription(id, description);
    });
}

QFuture<Result<void>> Library::setTags(const ReportId &id, const QStringList &tags)
{
    return d->change(this, id,
                     [&context = d->context, id, kept = normalisedTags(tags)](Database &database) {
                         return ReportStore(database, context).setTags(id, kept);
                     });
}

QFuture<Result<void>> Library::move(const ReportId &id, const QString &project)
{
    return d->change(
        this, id,
        [&context = d->context, id, path = normalisedProject(project)](Database &database) {
            return ReportStore(database, context).move(id, path);
        });
}

QFuture<Result<void>> Library::setArchived(const ReportId &id, bool archived)
{
    return d->change(this, id, [&context = d->context, id, archived](Database &database) {
        return ReportStore(database, context).setArchived(id, archived);
    });
}

QFuture<Result<void>> Library::publish(const ReportId &id)
{
    return d->change(this, id, [&context = d->context, id](Database &database) {
        return ReportStore(database, context).publish(id);
    });
}

QFuture<Result<void>> Library::remove(const ReportId &id)
{
    return d->writer->post(
        [library = this, &context = d->context, id](Database &database) -> Result<void> {
            AssetStore assets(database, context);
            const auto files = assets.filesOf(id);
            if (!files)
                return files.error();
            if (const auto removed = ReportStore(database, context).remove(id); !removed)
                return removed.error();
            // The report is gone already; a file that stays for want of a lock only takes space.
            (void)assets.removeUnused(*files);
            Private::announceRemoval(library, id);
            return {};
        });
}

// --- Text ------------------------------------------------------------------------------------

QFuture<Result<void>> Library::journal(const ReportId &id, const QString &text)
{
    return d->writer->post([&context = d->context, id, text](Database &database) {
        return Journal::write(database, context, id, text);
    });
}

QFuture<Result<void>> Library::save(const ReportId &id, const QString &text)
{
    return d->change(this, id, [&context = d->context, id, text](Database &database) {
        const auto saved = ReportStore(database, context).save(id, text, std::nullopt);
        return saved ? Result<void>() : Result<void>(saved.error());
    });
}

QFuture<Result<SavedText>>
Library::save(const ReportId &id, const QString &text, const QString &previous)
{
    return d->change(this, id, [&context = d->context, id, text, previous](Database &database) {
        return ReportStore(database, context).save(id, text, previous);
    });
}

QFuture<Result<std::optional<QString>>> Library::recovered(const ReportId &id)
{
    return d->writer->post([&context = d->context, id](Database &database) {
        return Journal::recover(database, context, id);
    });
}

QFuture<Result<Asset>>
Library::addAsset(const ReportId &id, const QString &suggestedName, const QByteArray &bytes)
{
    return d->change(this, id,
                     [&context = d->context, id, suggestedName, bytes](Database &database) {
                         return AssetStore(database, context).add(id, suggestedName, bytes);
                     });
}

QFuture<Result<void>> Library::removeAsset(const ReportId &id, const QString &name)
{
    return d->change(this, id, [&context = d->context, id, name](Database &database) {
        return AssetStore(database, context).remove(id, name);
    });
}

// --- Settings --------------------------------------------------------------------------------

QFuture<Result<QString>> Library::setting(const QString &key)
{
    return d->reader->post(
        [key](Database &database) { return SettingsStore::value(database, key); });
}

QFuture<Result<void>> Library::setSetting(const QString &key, const QString &value)
{
    return d->writer->post(
        [key, value](Database &database) { return SettingsStore::set(database, key, value); });
}

// --- Shared by the above ---------------------------------------------------------------------

void Library::Private::announceChange(Library *library, const ReportId &id)
{
    QMetaObject::invokeMethod(
        library, [library, id] { emit library->reportChanged(id); }, Qt::QueuedConnection);
}

void Library::Private::announceRemoval(Library *library, const ReportId &id)
{
    QMetaObject::invokeMethod(
        library, [library, id] { emit library->reportRemoved(id); }, Qt::QueuedConnection);
}

/// As set, or what the system calls the person: the home folder bears that name everywhere.
Result<QString> Library::Private::authorName(Database &database)
{
    auto name = SettingsStore::value(database, QStringLiteral("person.name"));
    if (name && name->isEmpty())
        return QDir::home().dirName();
    return name;
}

} // namespace plotleaf
