#pragma once

#include "core/report/remote_reports.h"
#include "core/report/workspace.h"

#include <QUrl>

namespace plotleaf {

/// What people call the kind of a workspace's server: "ClearML"; empty for this computer's own.
QString serverKindName(const Workspace &workspace);

/// Where the web app of a workspace's server shows a report; known without asking. ClearML finds it
/// by its id alone, whatever project the address names (clearml.md 6.1). Empty: it has no web app.
QUrl serverReportPage(const Workspace &workspace, const RemoteId &report);

} // namespace plotleaf
