#include "app/cli/command.h"

#include "app/cli/render_command.h"
#include "app/cli/report_list_command.h"
#include "app/cli/report_new_command.h"
#include "app/cli/report_show_command.h"

#ifdef PLOTLEAF_GUI
#include "app/cli/page/export_command.h"
#include "app/cli/page/shots_command.h"
#endif

namespace plotleaf {

Commands makeCommands()
{
    Commands commands;
#ifdef PLOTLEAF_GUI
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<ShotsCommand>());
#endif
    commands.push_back(std::make_unique<RenderCommand>());
    commands.push_back(std::make_unique<ReportListCommand>());
    commands.push_back(std::make_unique<ReportShowCommand>());
    commands.push_back(std::make_unique<ReportNewCommand>());
    return commands;
}

} // namespace plotleaf
