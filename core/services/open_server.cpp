#include "core/services/open_server.h"

#include "core/services/clearml/browser/clearml_catalog.h"
#include "core/services/clearml/clearml_assets.h"
#include "core/services/clearml/clearml_projects.h"
#include "core/services/clearml/clearml_reports.h"
#include "core/services/clearml/clearml_source_maker.h"
#include "core/services/clearml/clearml_workspace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// The task keeps the reports for as long as it runs.
QCoro::Task<Result<QUrl>> pageOf(std::shared_ptr<ClearmlReports> reports, RemoteId report)
{
    auto asking = reports->shareLink(std::move(report));
    const Result<QUrl> link = co_await asking;
    co_return link;
}

QCoro::Task<Result<OpenedServer>> openServer(Workspace workspace,
                                             std::shared_ptr<SecretStore> secrets,
                                             std::shared_ptr<const Clock> clock,
                                             ServiceTools tools)
{
    if (workspace.kind != QLatin1String("clearml"))
        co_return Error{ErrorCode::InvalidInput,
                        QCoreApplication::translate("plotleaf::OpenServer",
                                                    "This version of Plotleaf does not know "
                                                    "servers of the kind “%1”.")
                            .arg(workspace.kind),
                        workspace.id};
    auto opening = openClearml(workspace, secrets, clock);
    const Result<std::shared_ptr<ClearmlClient>> client = co_await opening;
    if (!client)
        co_return client.error();
    (*client)->setCloudFiles(tools.cloud);
    (*client)->setNetworkUse(tools.network);
    const ClearmlClients known = {{workspace.name, *client}};
    const auto reports = std::make_shared<ClearmlReports>(*client);
    OpenedServer server;
    server.reports = reports;
    server.sources = clearmlSourceMaker(known);
    server.assets = std::make_shared<ClearmlAssets>(*client);
    server.projects = [connection = *client](QString parent) {
        return clearmlProjects(connection, std::move(parent));
    };
    server.reportPage = [reports](RemoteId report) { return pageOf(reports, std::move(report)); };
    server.catalog = std::make_shared<ClearmlCatalog>(u"clearml/"_s + workspace.name, *client);
    co_return server;
}

} // namespace

Workspaces::Opener serverOpener(std::shared_ptr<SecretStore> secrets,
                                std::shared_ptr<const Clock> clock,
                                ServiceTools tools)
{
    return [secrets = std::move(secrets), clock = std::move(clock),
            tools = std::move(tools)](Workspace workspace) {
        return openServer(std::move(workspace), secrets, clock, tools);
    };
}

} // namespace plotleaf
