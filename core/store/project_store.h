#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

namespace plotleaf {

class Database;
class Transaction;

/// The projects of each workspace: a row for each path and each of its parents, also without
/// reports. The workspace itself is the project with the empty path.
class ProjectStore
{
public:
    /// The row of a normalised path, created with its parents where missing.
    static qint64 ensure(Transaction &transaction, qint64 workspace, const QString &path);

    /// Cards of the direct sub-projects of `parent`; archived reports are not counted. An empty
    /// `workspace` means all of them, here and below: paths that are equal are one project then.
    static Result<QVector<ProjectSummary>>
    children(Database &database, const QString &workspace, const QString &parent);
    /// Every path but the workspace's, sorted.
    static Result<QStringList> paths(Database &database, const QString &workspace);
};

} // namespace plotleaf
