#include "core/store/asset_store.h"
#include "core/store/journal.h"
#include "core/store/library_private.h"
#include "core/store/migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace plotleaf {

namespace {

/// Up to this size a library is checked at each start (some 20 ms); a larger one after a crash.
constexpr qint64 alwaysCheckedBytes = 16 * 1024 * 1024;
/// Wait for another process that is opening the same library.
constexpr int openingTimeoutMs = 30'000;

QString databasePath(const QString &folder)
{
    return folder + u"/library.db";
}

Error folderError(const QString &folder)
{
    return {
        ErrorCode::Io,
        QCoreApplication::translate("plotleaf::Library", "The library's folder %1 cannot be used.")
            .arg(QDir::toNativeSeparators(folder)),
        {}};
}

/// Whoever closes a database last takes its write-ahead log away; a log that is there speaks of a
/// crash.
bool shouldCheck(const QString &path)
{
    return QFileInfo(path).size() <= alwaysCheckedBytes || QFileInfo(path + u"-wal").size() > 0;
}

Error withPlace(Error error, const QString &path)
{
    if (error.code == ErrorCode::Damaged)
        error.message +=
            u' ' + QCoreApplication::translate("plotleaf::Library", "It was left as it is: %1")
                       .arg(QDir::toNativeSeparators(path));
    return error;
}

Result<std::unique_ptr<Database>> openForWriting(const QString &path, FaultInjector *faults)
{
    const bool check = shouldCheck(path);
    auto database = Database::open(path, Database::Access::ReadWrite, faults);
    if (!database)
        return withPlace(database.error(), path);
    if (check) {
        if (const auto sound = checkIntegrity(**database); !sound)
            return withPlace(sound.error(), path);
    }
    if (const auto migrated = migrate(**database, libraryMigrations()); !migrated)
        return withPlace(migrated.error(), path);
    return database;
}

} // namespace

Result<void> Library::Private::start()
{
    const QString path = databasePath(context.folder);
    auto write = DatabaseThread::start([&] { return openForWriting(path, context.faults); });
    if (!write)
        return write.error();
    writer = std::move(write).value();
    for (auto *thread : {&reader, &searcher}) {
        auto read = DatabaseThread::start(
            [&] { return Database::open(path, Database::Access::ReadOnly, context.faults); });
        if (!read)
            return read.error();
        *thread = std::move(read).value();
    }
    writer->post(
        [this](Database &database) { return Journal::takeUnsavedFiles(database, context); });
    writer->post(
        [this](Database &database) { return AssetStore(database, context).removeLeftovers(); });
    return {};
}

Result<std::unique_ptr<Library>>
Library::open(const QString &folder, const Clock &clock, IdSource &ids, FaultInjector *faults)
{
    const QString place = QDir(folder).absolutePath();
    if (!QDir().mkpath(place + u"/assets"))
        return folderError(place);
    // Two processes that create or migrate at once would meet in SQLite's switch to WAL, which does
    // not wait.
    QLockFile opening(place + u"/opening.lock");
    if (!opening.tryLock(openingTimeoutMs))
        return folderError(place);
    auto parts = std::make_unique<Private>(clock, ids, place, faults);
    if (const auto started = parts->start(); !started)
        return started.error();
    return std::unique_ptr<Library>(new Library(std::move(parts)));
}

} // namespace plotleaf
