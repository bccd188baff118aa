#pragma once

#include "app/cli/command.h"
#include "core/report/report.h"
#include "core/store/library.h"

#include <QJsonObject>

namespace plotleaf {

/// Opens the library that the command line names. With `create` false a folder without one is an
/// error (NotFound), so that a mistyped folder does not become an empty library.
Result<std::unique_ptr<Library>> openLibrary(const CommandContext &context, bool create);

/// The report with this id, or the only one of this name. Errors: NotFound; InvalidInput when
/// several have the name.
Result<Report> findReport(Library &library, const QString &idOrName);

/// A report's fields, as every command with `--json` prints them. Times are ISO 8601, UTC.
QJsonObject reportJson(const ReportSummary &summary);

} // namespace plotleaf
