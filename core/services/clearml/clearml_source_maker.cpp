#include "core/services/clearml/clearml_source_maker.h"

#include "core/services/clearml/clearml_config.h"
#include "core/services/clearml/clearml_discovery.h"
#include "core/services/clearml/clearml_source.h"
#include "core/services/clearml/clearml_workspace.h"
#include "core/services/clearml/widgets/clearml_widget.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

Q_LOGGING_CATEGORY(clearmlLog, "plotleaf.clearml")

using ClientPtr = std::shared_ptr<ClearmlClient>;

ClientPtr clientOfWidget(const ClearmlClients &clients, const QString &address)
{
    const Result<ClearmlWidget> widget = readClearmlWidget(address);
    if (!widget || clients.empty())
        return nullptr;
    if (widget->web.isEmpty())
        return clients.front().client;
    const auto found = std::ranges::find_if(clients, [&widget](const NamedClearml &one) {
        return isSameClearmlWeb(one.client->servers().web, widget->web);
    });
    return found == clients.end() ? nullptr : found->client;
}

ClientPtr clientCalled(const ClearmlClients &clients, const QString &name)
{
    const auto found = std::ranges::find_if(
        clients, [&name](const NamedClearml &one) { return name.isEmpty() || one.name == name; });
    return found == clients.end() ? nullptr : found->client;
}

std::shared_ptr<RunSource> makeSource(const ClearmlClients &clients, const QString &spec)
{
    constexpr auto frame = "frame:"_L1;
    if (spec.startsWith(frame)) {
        const ClientPtr client = clientOfWidget(clients, spec.mid(frame.size()));
        return client ? std::make_shared<ClearmlSource>(spec, client, QString()) : nullptr;
    }
    const QString kind = spec.section(u':', 0, 0);
    if (kind != "clearml"_L1 && !kind.startsWith("clearml/"_L1))
        return nullptr;
    const ClientPtr client = clientCalled(clients, kind.section(u'/', 1));
    return client ? std::make_shared<ClearmlSource>(spec, client, spec.section(u':', 1).trimmed())
                  : nullptr;
}

} // namespace

ClearmlClients clearmlClientsOfEnvironment(const QProcessEnvironment &environment,
                                           const Clock &clock)
{
    const Result<ClearmlConfig> config = clearmlConfigFromEnvironment(environment);
    if (!config && config.error().code != ErrorCode::NotFound)
        qCWarning(clearmlLog).noquote() << config.error().message;
    if (!config || config->credentials.isEmpty())
        return {};
    const ClearmlServers servers = completedClearmlServers(config->servers);
    if (servers.api.isEmpty())
        return {};
    const Result<HttpTransport> transport =
        clearmlTransport({servers, config->credentials.user, config->authorityFile, {}});
    if (!transport) {
        qCWarning(clearmlLog).noquote() << transport.error().message << transport.error().detail;
        return {};
    }
    return {{servers.web.host(),
             std::make_shared<ClearmlClient>(servers, config->credentials, clock, *transport)}};
}

RunSources::Maker clearmlSourceMaker(ClearmlClients clients)
{
    return
        [clients = std::move(clients)](const QString &spec) { return makeSource(clients, spec); };
}

} // namespace plotleaf
