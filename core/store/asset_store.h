#pragma once

#include "core/base/result.h"
#include "core/report/report.h"
#include "core/store/store_context.h"

namespace plotleaf {

class Database;

/// Files that belong to reports: the bytes in the folder `assets` under their SHA-256, name and
/// size in the database. The file is on disk before its row is, and goes after its last row has
/// gone. Both happen under the database's write lock, so that two processes never disagree about a
/// file.
class AssetStore
{
public:
    AssetStore(Database &database, const StoreContext &context);

    /// Errors: NotFound, NotAllowed when the report is published, Io.
    Result<Asset>
    add(const ReportId &report, const QString &suggestedName, const QByteArray &bytes);
    Result<QVector<Asset>> list(const ReportId &report);
    /// One that is not there is no error. Errors: NotFound (the report), NotAllowed as above, Io.
    Result<void> remove(const ReportId &report, const QString &name);

    /// SHA-256 of the files that a report uses; asked before the report is removed.
    Result<QStringList> filesOf(const ReportId &report);
    /// Deletes those files that no report uses any more.
    Result<void> removeUnused(const QStringList &sha256);
    /// Deletes what a crash in the middle of writing a file left.
    Result<void> removeLeftovers();

    /// Empty when `sha256` is no such sum.
    static QString path(const QString &folder, const QString &sha256);

private:
    Result<void> writeFile(const Asset &asset, const QByteArray &bytes);

    Database &m_database;
    const StoreContext &m_context;
};

} // namespace plotleaf
