#pragma once

#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace plotleaf {

class Clock;
class CloudKeys;
class Library;
class RemoteConsents;
class RemoteImages;
class RunCache;
class RunCatalog;
class RunSources;
class Theme;
class Workspaces;

/// What a report view needs from the application. Everything referred to outlives the view.
struct ReportViewServices
{
    Library &library;
    RunSources &runSources;
    const Clock &clock;
    Theme &theme;
    QString baseFolder;          ///< what relative folder names in panels are relative to
    QString markdownHelper = {}; ///< path of plotleaf-markdown; empty: found beside the program
    // Pictures from elsewhere: where they come from and who may see them. Null: they are not
    // loaded.
    RemoteImages *remoteImages = nullptr;
    RemoteConsents *remoteConsents = nullptr;
    /// What panels show until their sources answer. Null: nothing is kept.
    RunCache *runCache = nullptr;
    /// The keys to cloud stores that files of runs are in. Null: none can be given.
    CloudKeys *cloudKeys = nullptr;
    /// Whether the ClearML server with this web address is among those that were added. Empty:
    /// none can be added.
    std::function<bool(const QUrl &web)> isServerKnown = {};
    /// The servers that reports live on. Null: there are none.
    const Workspaces *workspaces = nullptr;
    /// What the runs of a frame's server are looked through with, by the frame's address. Empty, or
    /// a null catalog: its server is not open.
    std::function<std::shared_ptr<RunCatalog>(const QString &address)> frameCatalog = {};
};

} // namespace plotleaf
