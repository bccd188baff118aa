#include "support/store_operations.h"

#include "core/base/durable_file.h"
#include "core/store/database.h"
#include "core/store/library.h"
#include "core/store/library_sync.h"
#include "support/test_clock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

// What CountingIdSource gives: 1 is the session, reports and revisions follow.
const ReportId draft(u"00000000000000000000000000000002"_s);
const ReportId archived(u"00000000000000000000000000000006"_s);

/// Works without an event loop, as in a process about to be killed.
template <typename T>
T waitFor(QFuture<T> future)
{
    future.waitForFinished();
    return future.takeResult();
}

template <typename T>
Result<void> outcome(QFuture<Result<T>> future)
{
    const Result<T> result = waitFor(std::move(future));
    return result ? Result<void>() : Result<void>(result.error());
}

void mustWork(const Result<void> &result)
{
    if (!result)
        qFatal("setting up: %s", qPrintable(result.error().detail));
}

const QString workspace = u"memory/test"_s;

RemoteReport remoteReport(const QString &name, const QString &text, int version)
{
    RemoteReport report;
    report.card.id = RemoteId(name);
    report.card.fields.name = name;
    report.card.changed = QDateTime(QDate(2026, 11, 20), QTime(9, version), Qt::UTC);
    report.card.updated = report.card.changed;
    report.card.created = report.card.changed;
    report.text = text;
    return report;
}

ReportId idOf(Library &library, const QString &name)
{
    for (const bool isArchived : {false, true}) {
        ReportQuery query;
        query.archived = isArchived;
        const auto hits = waitFor(library.find(query));
        if (!hits)
            return {};
        for (const ReportHit &hit : hits->hits) {
            if (hit.summary.name == name)
                return hit.summary.id;
        }
    }
    return {};
}

QString assetState(Library &library, const ReportId &id)
{
    QString state;
    const auto assets = waitFor(library.assets(id));
    if (!assets)
        return u"BROKEN "_s + assets.error().detail;
    for (const Asset &asset : *assets) {
        QFile file(library.assetPath(asset.sha256));
        const bool opened = file.open(QIODevice::ReadOnly);
        const QByteArray sum =
            QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex();
        if (!opened || QString::fromLatin1(sum) != asset.sha256)
            return u"BROKEN asset "_s + asset.name;
        state += u"\n  asset "_s + asset.name + u' ' + asset.sha256;
    }
    return state;
}

QString textState(Library &library, const ReportId &id)
{
    const auto report = waitFor(library.report(id));
    const auto revisions = waitFor(library.revisions(id));
    const auto recovered = waitFor(library.recovered(id));
    if (!report || !revisions || !recovered)
        return u"BROKEN text of "_s + id.toString();
    QString state = u"\n  text "_s + report->text + u"\n  journal "_s + recovered->value_or(u"-"_s);
    for (const Revision &revision : *revisions) {
        const auto text = waitFor(library.revisionText(revision.id));
        if (!text)
            return u"BROKEN revision "_s + text.error().detail;
        state += u"\n  revision "_s + revision.reason + u' ' + *text;
    }
    return state;
}

QString reportState(Library &library, const ReportSummary &summary)
{
    return u"\nreport "_s +
           QStringList{summary.id.toString(),
                       summary.project,
                       summary.name,
                       summary.description,
                       summary.tags.join(u','),
                       summary.author,
                       QString::number(static_cast<int>(summary.status)),
                       QString::number(static_cast<int>(summary.archived)),
                       summary.updated.toString(Qt::ISODateWithMs)}
               .join(u'|') +
           textState(library, summary.id) + assetState(library, summary.id);
}

/// The tables of the synchronisation, row by row.
QString syncState(Database &database)
{
    QString state;
    for (const QString &sql :
         {u"SELECT 'synced ' || r.id || '|' || coalesce(s.remote, '-') || '|' || s.create_key || "
          "'|' || s.base_fields || '|' || hex(s.base_text) || '|' || s.base_changed || '|' || "
          "s.wanted || '|' || (s.edited > 0) || '|' || s.problem || '|' || s.reason "
          "FROM synced s JOIN reports r ON r.num = s.report ORDER BY r.id"_s,
          u"SELECT 'merge ' || r.id || '|' || hex(m.base) || '|' || hex(m.theirs) || '|' || "
          "m.author || '|' || m.saved FROM merges m JOIN reports r ON r.num = m.report "
          "ORDER BY r.id"_s,
          u"SELECT 'tombstone ' || remote || '|' || changed || '|' || name FROM tombstones "
          "ORDER BY remote"_s,
          u"SELECT 'workspace ' || id || '|' || mark FROM workspaces ORDER BY id"_s}) {
        const auto read =
            database.each(sql, {}, [&](const Row &row) { state += u'\n' + row.string(0); });
        if (!read)
            return u"BROKEN sync "_s + read.error().detail;
    }
    return state;
}

/// What cannot be seen through a Library.
QString hiddenState(const QString &folder)
{
    const QStringList leftovers =
        QDir(folder + u"/assets").entryList({u'*' + durableTemporarySuffix()});
    if (!leftovers.isEmpty())
        return u"BROKEN leftovers"_s;
    const auto database =
        Database::open(folder + u"/library.db", Database::Access::ReadWrite, nullptr);
    for (const QString &table : {u"search"_s, u"phrases"_s}) {
        const auto sound = (*database)->run(
            u"INSERT INTO %1(%1, rank) VALUES ('integrity-check', 1)"_s.arg(table));
        if (!sound)
            return u"BROKEN index "_s + sound.error().detail;
    }
    return syncState(**database);
}

QString libraryState(const QString &folder)
{
    TestClock clock;
    RandomIdSource ids;
    auto opened = Library::open(folder, clock, ids);
    if (!opened)
        return u"BROKEN "_s + opened.error().detail;
    Library &library = **opened;
    QString state;
    for (const bool isArchived : {false, true}) {
        ReportQuery query;
        query.archived = isArchived;
        const auto hits = waitFor(library.find(query));
        if (!hits)
            return u"BROKEN "_s + hits.error().detail;
        for (const ReportHit &hit : hits->hits)
            state += reportState(library, hit.summary);
    }
    const auto paths = waitFor(library.projectPaths());
    const auto tags = waitFor(library.tags());
    if (!paths || !tags)
        return u"BROKEN lists"_s;
    return state + u"\nprojects "_s + paths->join(u',') + u"\ntags "_s + tags->join(u',');
}

/// The steps of the synchronisation that change the library.
QVector<StoreOperation> syncOperations()
{
    return {
        {u"take cards"_s,
         [](Library &library) {
             return outcome(LibrarySync(library).takeCards(
                 workspace,
                 {remoteReport(u"clean"_s, {}, 2).card, remoteReport(u"another"_s, {}, 3).card}));
         }},
        {u"take a text"_s,
         [](Library &library) {
             return outcome(LibrarySync(library).takeReports(
                 workspace,
                 {remoteReport(u"clean"_s, u"b\n"_s, 2), remoteReport(u"another"_s, u"c\n"_s, 3)}));
         }},
        {u"take a merge"_s,
         [](Library &library) {
             return outcome(LibrarySync(library).takeReports(
                 workspace, {remoteReport(u"edited"_s, u"a\nb\nC\n"_s, 2)}));
         }},
        {u"take a conflict"_s,
         [](Library &library) {
             return outcome(LibrarySync(library).takeReports(
                 workspace, {remoteReport(u"edited"_s, u"x\nb\nc\n"_s, 2)}));
         }},
        {u"begin to create"_s,
         [](Library &library) {
             return outcome(LibrarySync(library).beginPush(idOf(library, u"made here"_s)));
         }},
        {u"note a report created"_s,
         [](Library &library) -> Result<void> {
             PushJob job;
             job.report = idOf(library, u"made here"_s);
             // A failed search is not a report that is gone, which would be buried.
             if (job.report.isEmpty())
                 return Error{ErrorCode::NotFound, u"no report “made here”"_s, {}};
             return outcome(LibrarySync(library).created(workspace, job, RemoteId(u"new"_s)));
         }},
        {u"finish a push"_s,
         [](Library &library) {
             const RemoteReport now = remoteReport(u"edited"_s, u"A\nb\nc\n"_s, 2);
             return outcome(LibrarySync(library).finishPush(idOf(library, u"edited"_s),
                                                            {now.card.fields, now.text}, now));
         }},
        {u"lose reports"_s,
         [](Library &library) {
             return outcome(LibrarySync(library).gone(
                 workspace, {RemoteId(u"edited"_s), RemoteId(u"clean"_s)}));
         }},
        {u"delete a server's report"_s,
         [](Library &library) { return outcome(library.remove(idOf(library, u"old"_s))); }},
    };
}

} // namespace

void makeStoreForOperations(const QString &folder)
{
    TestClock clock;
    CountingIdSource ids;
    auto library = Library::open(folder, clock, ids).value();
    mustWork(outcome(library->setSetting(u"person.name"_s, u"ana"_s)));
    mustWork(outcome(library->create({u"vision"_s, u"Draft"_s, {}, {u"a"_s}, u"one"_s})));
    mustWork(outcome(library->save(draft, u"one two"_s)));
    mustWork(outcome(library->addAsset(draft, u"a.png"_s, "bytes of a"_ba)));
    mustWork(outcome(library->journal(draft, u"one two three"_s)));
    ids.next();
    mustWork(outcome(library->create({u"old"_s, u"Archived"_s, {}, {}, u"gone"_s})));
    mustWork(outcome(library->addAsset(archived, u"b.png"_s, "bytes of b"_ba)));
    mustWork(outcome(library->setArchived(archived, true)));
    LibrarySync sync(*library);
    mustWork(outcome(sync.addWorkspace({workspace, u"memory"_s, u"Test"_s, {}, {}})));
    mustWork(outcome(sync.takeReports(workspace, {remoteReport(u"edited"_s, u"a\nb\nc\n"_s, 1),
                                                  remoteReport(u"clean"_s, u"a\n"_s, 1),
                                                  remoteReport(u"old"_s, u"a\n"_s, 1)})));
    mustWork(outcome(library->save(idOf(*library, u"edited"_s), u"A\nb\nc\n"_s)));
    mustWork(outcome(library->setArchived(idOf(*library, u"old"_s), true)));
    mustWork(outcome(library->create({{}, u"made here"_s, {}, {}, u"new"_s, workspace})));
}

const QVector<StoreOperation> &storeOperations()
{
    static const QVector<StoreOperation> operations{
        {u"create"_s,
         [](Library &library) {
             return outcome(library.create(
                 {u"new/project"_s, u"Created"_s, u"d"_s, {u"b"_s, u"c"_s}, u"text"_s}));
         }},
        {u"duplicate"_s,
         [](Library &library) { return outcome(library.duplicate(draft, u"Copy"_s)); }},
        {u"journal"_s,
         [](Library &library) { return outcome(library.journal(draft, u"typed"_s)); }},
        {u"save"_s,
         [](Library &library) { return outcome(library.save(draft, u"one two three four"_s)); }},
        {u"rename"_s, [](Library &library) { return outcome(library.rename(draft, u"Name"_s)); }},
        {u"describe"_s,
         [](Library &library) { return outcome(library.setDescription(draft, u"new"_s)); }},
        {u"tag"_s,
         [](Library &library) {
             return outcome(library.setTags(draft, {u"x"_s, u"y"_s}));
         }},
        {u"move"_s, [](Library &library) { return outcome(library.move(draft, u"p/q"_s)); }},
        {u"archive"_s, [](Library &library) { return outcome(library.setArchived(draft, true)); }},
        {u"publish"_s, [](Library &library) { return outcome(library.publish(draft)); }},
        {u"remove"_s, [](Library &library) { return outcome(library.remove(archived)); }},
        {u"asset"_s,
         [](Library &library) {
             return outcome(library.addAsset(draft, u"a.png"_s, "other bytes"_ba));
         }},
        {u"save over another text"_s,
         [](Library &library) {
             return outcome(library.save(draft, u"one\nzero"_s, u"one two\nzero"_s));
         }},
    };
    static const QVector<StoreOperation> all = operations + syncOperations();
    return all;
}

void copyStore(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to + u"/assets");
    for (const QString &part : {u"/"_s, u"/assets/"_s}) {
        const QStringList files = QDir(from + part).entryList(QDir::Files);
        for (const QString &file : files) {
            if (!QFile::copy(from + part + file, to + part + file))
                qFatal("copying %s", qPrintable(file));
        }
    }
}

QString storeState(const QString &folder)
{
    const QString state = libraryState(folder);
    return hiddenState(folder) + state;
}

} // namespace plotleaf::test
