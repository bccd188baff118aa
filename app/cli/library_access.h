#pragma once

#include "app/cli/command.h"
#include "core/report/remote_reports.h"
#include "core/report/report.h"
#include "core/report/workspace.h"
#include "core/store/library.h"

#include <QJsonObject>

#include <optional>

namespace plotleaf {

/// Opens the library that the command line names. With `create` false a folder without one is an
/// error (NotFound), so that a mistyped folder does not become an empty library. A window, or
/// another command, may have it open at the same time.
Result<std::unique_ptr<Library>> openLibrary(const CommandContext &context, bool create);

/// The workspace with this id or name; "local" is this computer's. Errors: NotFound, with the
/// names most like it.
Result<Workspace> findWorkspace(Library &library, const QString &idOrName);

/// The id of the workspace that `--workspace` names; empty when it is not given.
Result<QString> workspaceOption(const QCommandLineParser &parser, Library &library);
void addWorkspaceOption(QCommandLineParser &parser, const QString &description);

/// The report that `wanted` means: its id, its server's id for it, a link to it, its name, or
/// PROJECT/NAME. Only in `workspace`, if that is not empty. Errors: NotFound, with the names most
/// like it; InvalidInput when several are called so.
Result<Report> findReport(Library &library, const QString &wanted, const QString &workspace = {});

/// A report that a command line names, and the library that it is in.
struct NamedReport
{
    std::unique_ptr<Library> library;
    Report report;
};

/// The same in the library that the command line names, in the workspace of `--workspace`. Errors
/// also: those of openLibrary() and workspaceOption().
Result<NamedReport> openNamedReport(const QCommandLineParser &parser,
                                    const CommandContext &context,
                                    const QString &wanted);

/// All reports that `query` means, however many.
Result<QVector<ReportSummary>> allReports(Library &library, ReportQuery query);

/// What the report's server calls it; nothing where it does not have it.
std::optional<RemoteId> serverId(Library &library, const ReportSummary &report);

/// A report's fields, as every command with `--json` prints them. Times are ISO 8601, UTC. Where it
/// has a server: how it stands with that, and what it is called there.
QJsonObject reportJson(const ReportSummary &summary,
                       const std::optional<RemoteId> &remote = std::nullopt);

} // namespace plotleaf
