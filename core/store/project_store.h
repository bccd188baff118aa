#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

namespace plotleaf {

class Database;
class Transaction;

/// The projects: a row for each path and each of its parents, also without reports. The workspace
/// itself is the project with the empty path.
class ProjectStore
{
public:
    /// The row of a normalised path, created with its parents where missing.
    static qint64 ensure(Transaction &transaction, const QString &path);

    /// Cards of the direct sub-projects of `parent`; archived reports are not counted.
    static Result<QVector<ProjectSummary>> children(Database &database, const QString &parent);
    /// Every path but the workspace's, sorted.
    static Result<QStringList> paths(Database &database);
};

} // namespace plotleaf
