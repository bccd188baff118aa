#pragma once

#include "core/base/result.h"
#include "core/report/report.h"
#include "core/report/workspace.h"

#include <QVector>

namespace plotleaf {

class Database;
class Transaction;

/// What went with a workspace.
struct RemovedWorkspace
{
    QVector<ReportId> reports;
    QStringList files; ///< SHA-256 of the assets of its reports; others may still use them
};

/// The workspaces that the library has reports of.
class WorkspaceStore
{
public:
    /// The number of this computer's own workspace.
    static constexpr qint64 local = 1;

    /// All but the local one, in the order in which they were added.
    static Result<QVector<Workspace>> list(Database &database);
    /// Errors: AlreadyExists, InvalidInput for an id that is empty or has other characters than
    /// letters, digits, and . _ - /.
    static Result<void> add(Database &database, const Workspace &workspace);
    /// With its reports: the server keeps them. Errors: NotFound, NotAllowed while there are
    /// changes that the server does not have, typed and not saved ones too.
    static Result<RemovedWorkspace> remove(Database &database, const QString &id);

    /// The transaction fails with NotFound when there is none.
    static qint64 number(Transaction &transaction, const QString &id);
    static QString id(Transaction &transaction, qint64 workspace);
};

} // namespace plotleaf
