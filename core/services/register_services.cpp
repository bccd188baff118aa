#include "core/services/register_services.h"

#include "core/services/clearml/clearml_source_maker.h"
#include "core/services/folders/folder_spec.h"

namespace plotleaf {

void registerServices(RunSources &sources,
                      const Clock &clock,
                      const QString &baseFolder,
                      const RunSources::Maker &servers,
                      const ServiceTools &tools)
{
    sources.addMaker(folderSourceMaker(clock, baseFolder));
    if (servers)
        sources.addMaker(servers);
    const auto environment = QProcessEnvironment::systemEnvironment();
    const ClearmlClients named = clearmlClientsOfEnvironment(environment, clock);
    for (const NamedClearml &one : named) {
        one.client->setCloudFiles(tools.cloud);
        one.client->setNetworkUse(tools.network);
    }
    sources.addMaker(clearmlSourceMaker(named));
}

} // namespace plotleaf
