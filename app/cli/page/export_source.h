#pragma once

#include "app/cli/command.h"
#include "core/panels/panel_feeds.h"
#include "core/runs/run_sources.h"
#include "core/services/cloud/cloud_key.h"
#include "core/store/library.h"
#include "ui/page/printed_report.h"

#include <QHash>
#include <QUrl>

#include <memory>

namespace plotleaf {

/// A report that is about to be exported, with everything that its panels and pictures come from.
class ExportSource
{
public:
    /// From a Markdown file or a report of the library (id or name). Errors: NotFound and what
    /// reading can meet.
    static Result<std::unique_ptr<ExportSource>> open(const QString &reportOrFile,
                                                      const CommandContext &context);

    /// Pictures from elsewhere are fetched, whoever has them.
    void allowRemoteImages();

    const PrintedReport &report() const { return m_report; }

private:
    explicit ExportSource(const Clock &clock);
    Result<void> openFile(const QString &path);
    Result<void> openReport(const QString &idOrName, const CommandContext &context);
    /// Renders `text` and makes feeds for its panels; relative run folders are below `baseFolder`.
    Result<void>
    prepare(const QString &text, const QString &baseFolder, const CommandContext &context);
    /// The keys of the library, where one is open, and those of the environment.
    std::shared_ptr<CloudKeyring> cloudKeys(std::shared_ptr<const Clock> clock) const;

    PrintedReport m_report;
    QString m_text;
    QString m_baseFolder;
    QUrl m_server; ///< the web app of the server that the report is on; empty: on none
    QHash<QUrl, QString> m_pathsByAddress; ///< of pictures that were sent to the server
    std::unique_ptr<Library> m_library;
    RemoteImages m_remoteImages;
    RunSources m_sources;
    std::unique_ptr<PanelFeeds> m_feeds;
};

} // namespace plotleaf
