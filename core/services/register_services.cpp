#include "core/services/register_services.h"

#include "core/runs/run_sources.h"
#include "core/services/clearml/clearml_source_maker.h"
#include "core/services/folders/folder_spec.h"

namespace plotleaf {

void registerServices(RunSources &sources,
                      const Clock &clock,
                      const QString &baseFolder,
                      const KnownServers &servers)
{
    sources.addMaker(folderSourceMaker(clock, baseFolder));
    sources.addMaker(clearmlSourceMaker(servers));
    const auto environment = QProcessEnvironment::systemEnvironment();
    sources.addMaker(clearmlSourceMaker(
        std::make_shared<ClearmlClients>(clearmlClientsOfEnvironment(environment, clock))));
}

} // namespace plotleaf
