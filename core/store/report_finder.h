#pragma once

#include "core/base/result.h"
#include "core/report/report_query.h"

namespace plotleaf {

class Database;

/// Answers the questions of the library's lists. With 100,000 reports: a page of a list in
/// milliseconds.
class ReportFinder
{
public:
    static Result<ReportHits> find(Database &database, const ReportQuery &query);
    /// Every tag in use, sorted.
    static Result<QStringList> tags(Database &database);
    static Result<QStringList> authors(Database &database);
};

} // namespace plotleaf
