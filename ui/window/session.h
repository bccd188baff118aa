#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/base/result.h"
#include "core/runs/run_sources.h"
#include "core/secrets/secret_store.h"
#include "core/services/cloud/cloud_files.h"
#include "core/services/cloud/cloud_keys.h"
#include "core/services/register_services.h"
#include "core/services/remote/remote_consents.h"
#include "core/services/remote/remote_images.h"
#include "core/services/server_files.h"
#include "core/store/library.h"
#include "core/store/stored_run_cache.h"
#include "core/sync/workspaces.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/preferences.h"

#include <memory>

namespace plotleaf {

class MainWindow;

/// Everything that lives as long as the program runs on one workspace, in the order in which it has
/// to be made and unmade. Lives on the GUI thread.
class Session
{
public:
    /// `preferences`: an INI file; empty: the user's settings. Errors: those of Library::open.
    static Result<std::unique_ptr<Session>> open(const QString &workspace,
                                                 const QString &preferences = {});
    ~Session();

    /// Shows the window with the reports that were open last time, and opens what is given.
    void start(const QStringList &filesAndLinks);
    /// Brings the window to the front and opens what another instance was started with.
    void raise(const QStringList &filesAndLinks);

    MainWindow &window() { return *m_window; }
    Library &library() { return *m_library; }
    Preferences &preferences() { return *m_preferences; }

    /// Without a library there is no window to show a notice in.
    static void showOpenProblem(const Error &error);

private:
    Session(const QString &workspace,
            std::unique_ptr<Preferences> preferences,
            std::shared_ptr<SystemClock> clock,
            std::unique_ptr<RandomIdSource> ids,
            std::unique_ptr<Library> library);

    std::unique_ptr<Preferences> m_preferences;
    std::shared_ptr<SystemClock> m_clock;
    std::unique_ptr<RandomIdSource> m_ids;
    std::unique_ptr<Library> m_library;
    StoredRunCache m_runCache;
    RunSources m_runSources;
    std::shared_ptr<SecretStore> m_secrets;
    std::shared_ptr<CloudKeys> m_cloudKeys;
    std::shared_ptr<CloudFiles> m_cloudFiles;
    std::shared_ptr<NetworkUse> m_network;
    Workspaces m_workspaces;
    ServerFiles m_serverFiles;
    RemoteImages m_remoteImages;
    RemoteConsents m_remoteConsents;
    SystemColorScheme m_colorScheme;
    Theme m_theme;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace plotleaf
