#include "core/services/server_pages.h"

#include "core/services/clearml/clearml_workspace.h"

namespace plotleaf {

QString serverKindName(const Workspace &workspace)
{
    return workspace.kind == QLatin1String("clearml") ? QStringLiteral("ClearML") : QString();
}

QUrl serverReportPage(const Workspace &workspace, const RemoteId &report)
{
    const Result<ClearmlPlace> place = clearmlPlace(workspace);
    if (!place || place->servers.web.isEmpty())
        return {};
    return QUrl(place->servers.web.toString(QUrl::StripTrailingSlash) + u"/reports/*/" +
                report.toString());
}

} // namespace plotleaf
