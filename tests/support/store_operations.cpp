#include "support/store_operations.h"

#include "core/base/durable_file.h"
#include "core/store/database.h"
#include "core/store/library.h"
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

/// What cannot be seen through a Library.
QString hiddenState(const QString &folder)
{
    const QStringList leftovers =
        QDir(folder + u"/assets").entryList({u'*' + durableTemporarySuffix()});
    if (!leftovers.isEmpty())
        return u"BROKEN leftovers"_s;
    const auto database =
        Database::open(folder + u"/library.db", Database::Access::ReadWrite, nullptr);
    const auto sound =
        (*database)->run(u"INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"_s);
    return sound ? QString() : u"BROKEN index "_s + sound.error().detail;
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
    };
    return operations;
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
