#include "core/services/open_server.h"

#include "core/services/clearml/clearml_reports.h"
#include "core/services/clearml/clearml_workspace.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

using Server = Result<std::shared_ptr<RemoteReports>>;

QCoro::Task<Server> openServer(Workspace workspace,
                               std::shared_ptr<SecretStore> secrets,
                               const Clock &clock,
                               std::function<void(NamedClearml)> opened)
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
    if (opened)
        opened({workspace.name, *client});
    co_return std::shared_ptr<RemoteReports>(std::make_shared<ClearmlReports>(*client));
}

} // namespace

Workspaces::Opener serverOpener(std::shared_ptr<SecretStore> secrets,
                                const Clock &clock,
                                std::function<void(NamedClearml)> opened)
{
    return [secrets = std::move(secrets), &clock, opened = std::move(opened)](Workspace workspace) {
        return openServer(std::move(workspace), secrets, clock, opened);
    };
}

} // namespace plotleaf
