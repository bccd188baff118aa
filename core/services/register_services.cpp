#include "core/services/register_services.h"

#include "core/services/clearml/clearml_source_maker.h"
#include "core/services/folders/folder_spec.h"

namespace plotleaf {

void registerServices(RunSources &sources,
                      const Clock &clock,
                      const QString &baseFolder,
                      const RunSources::Maker &servers)
{
    sources.addMaker(folderSourceMaker(clock, baseFolder));
    if (servers)
        sources.addMaker(servers);
    const auto environment = QProcessEnvironment::systemEnvironment();
    sources.addMaker(clearmlSourceMaker(clearmlClientsOfEnvironment(environment, clock)));
}

} // namespace plotleaf
