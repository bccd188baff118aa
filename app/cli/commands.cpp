#include "app/cli/command.h"

#include "app/cli/render_command.h"
#include "app/cli/report_archive_command.h"
#include "app/cli/report_delete_command.h"
#include "app/cli/report_edit_command.h"
#include "app/cli/report_list_command.h"
#include "app/cli/report_move_command.h"
#include "app/cli/report_new_command.h"
#include "app/cli/report_publish_command.h"
#include "app/cli/report_show_command.h"
#include "app/cli/report_versions_command.h"
#include "app/cli/sync_command.h"
#include "app/cli/workspace_add_command.h"
#include "app/cli/workspace_list_command.h"
#include "app/cli/workspace_remove_command.h"
#include "app/cli/workspace_test_command.h"

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
    commands.push_back(std::make_unique<ReportVersionsCommand>());
    commands.push_back(std::make_unique<ReportNewCommand>());
    commands.push_back(std::make_unique<ReportEditCommand>());
    commands.push_back(std::make_unique<ReportMoveCommand>());
    commands.push_back(std::make_unique<ReportPublishCommand>());
    commands.push_back(
        std::make_unique<ReportArchiveCommand>(ReportArchiveCommand::Direction::IntoArchive));
    commands.push_back(
        std::make_unique<ReportArchiveCommand>(ReportArchiveCommand::Direction::OutOfArchive));
    commands.push_back(std::make_unique<ReportDeleteCommand>());
    commands.push_back(std::make_unique<WorkspaceAddCommand>());
    commands.push_back(std::make_unique<WorkspaceListCommand>());
    commands.push_back(std::make_unique<WorkspaceTestCommand>());
    commands.push_back(std::make_unique<WorkspaceRemoveCommand>());
    commands.push_back(std::make_unique<SyncCommand>());
    return commands;
}

} // namespace plotleaf
