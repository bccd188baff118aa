#include "core/store/migrations.h"

#include "core/store/transaction.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

/// "PLLF", SQLite's mark for whose file this is
/// (https://www.sqlite.org/pragma.html#pragma_application_id).
constexpr qint64 plotleafApplicationId = 0x504c4c46;

Error tooNewError(Database &database, qint64 found, int known)
{
    QString needed;
    const auto read =
        database.each(QStringLiteral("SELECT value FROM meta WHERE key = 'needed_plotleaf'"), {},
                      [&](const Row &row) { needed = row.string(0); });
    if (!read || needed.isEmpty())
        needed = QCoreApplication::translate("plotleaf::Migrations", "in a newer version");
    return {ErrorCode::TooNew,
            QCoreApplication::translate(
                "plotleaf::Migrations",
                "This library was written by a newer Plotleaf. It needs Plotleaf %1; this is %2.")
                .arg(needed, QStringLiteral(PLOTLEAF_VERSION)),
            QStringLiteral("schema %1, known up to %2").arg(found).arg(known)};
}

Error foreignFileError()
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::Migrations",
                                        "The file is a database, but not a library of Plotleaf."),
            {}};
}

Error danglingRowsError()
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::Migrations",
                                        "The library's file is damaged and cannot be read."),
            QStringLiteral("rows refer to others that are not there")};
}

void applyMigration(Transaction &transaction, const Migration &migration)
{
    if (migration.version == 1) {
        transaction.run(QStringLiteral("PRAGMA application_id = %1").arg(plotleafApplicationId));
        transaction.run(
            QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)"));
    }
    for (const QString &statement : migration.statements)
        transaction.run(statement);
    if (migration.work)
        migration.work(transaction);
    transaction.run(QStringLiteral("INSERT INTO meta(key, value) VALUES ('needed_plotleaf', ?) "
                                   "ON CONFLICT(key) DO UPDATE SET value = excluded.value"),
                    {migration.neededPlotleaf});
    transaction.run(QStringLiteral("PRAGMA user_version = %1").arg(migration.version));
}

/// Runs one step. Foreign keys rest meanwhile, so that a table can be made anew
/// (https://www.sqlite.org/lang_altertable.html, "the 12 steps"); the pragma has no effect inside a
/// transaction.
Result<void> runMigration(Database &database, const Migration &migration)
{
    if (const auto off = database.run(QStringLiteral("PRAGMA foreign_keys = OFF")); !off)
        return off.error();
    Transaction transaction(database);
    // Asked again inside: another process may have migrated meanwhile.
    const auto version = transaction.number(QStringLiteral("PRAGMA user_version"));
    if (version.value_or(0) < migration.version) {
        applyMigration(transaction, migration);
        if (transaction.number(QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check")) > 0)
            transaction.fail(danglingRowsError());
    }
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return database.run(QStringLiteral("PRAGMA foreign_keys = ON"));
}

/// A database with tables that does not carry our mark is somebody else's.
Result<void> checkOwner(Database &database)
{
    const auto owner = database.number(QStringLiteral("PRAGMA application_id"));
    if (!owner)
        return owner.error();
    const auto tables = database.number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables)
        return tables.error();
    if (*owner != plotleafApplicationId && *tables > 0)
        return foreignFileError();
    return {};
}

} // namespace

Result<void> migrate(Database &database, std::span<const Migration> migrations)
{
    if (const auto ours = checkOwner(database); !ours)
        return ours.error();
    const auto found = database.number(QStringLiteral("PRAGMA user_version"));
    if (!found)
        return found.error();
    if (*found > migrations.back().version)
        return tooNewError(database, *found, migrations.back().version);
    for (const Migration &migration : migrations) {
        if (migration.version <= *found)
            continue;
        if (const auto done = runMigration(database, migration); !done)
            return done.error();
    }
    return {};
}

Result<void> checkIntegrity(Database &database)
{
    QString finding;
    const auto checked = database.each(QStringLiteral("PRAGMA quick_check(1)"), {},
                                       [&](const Row &row) { finding = row.string(0); });
    if (!checked)
        return checked.error();
    if (finding != QStringLiteral("ok"))
        return Error{
            ErrorCode::Damaged,
            QCoreApplication::translate("plotleaf::Migrations",
                                        "The library's file is damaged and cannot be read."),
            finding};
    return {};
}

} // namespace plotleaf
