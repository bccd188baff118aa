#include "app/cli/page/export_source.h"

#include "app/cli/asking_secrets.h"
#include "app/cli/library_access.h"
#include "app/cli/render_text.h"
#include "app/cli/wait_for.h"
#include "core/base/program.h"
#include "core/report/markdown_file.h"
#include "core/secrets/kept_secrets.h"
#include "core/services/cloud/cloud_environment.h"
#include "core/services/cloud/cloud_files.h"
#include "core/services/cloud/cloud_keys.h"
#include "core/services/register_services.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// Also of a file that is not there: then that is what is wrong, not that no report is called so.
bool isMarkdownName(const QString &name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    return suffix == "md"_L1 || suffix == "markdown"_L1;
}

} // namespace

Result<std::unique_ptr<ExportSource>> ExportSource::open(const QString &reportOrFile,
                                                         const CommandContext &context)
{
    std::unique_ptr<ExportSource> source(new ExportSource(*context.clock));
    const bool isFile = isMarkdownName(reportOrFile) || QFileInfo(reportOrFile).isFile();
    const Result<void> opened =
        isFile ? source->openFile(reportOrFile) : source->openReport(reportOrFile, context);
    if (!opened)
        return opened.error();
    const Result<void> prepared = source->prepare(source->m_text, source->m_baseFolder, context);
    if (!prepared)
        return prepared.error();
    ReportSummary &summary = source->m_report.summary;
    if (summary.name.isEmpty()) {
        const auto &outline = source->m_report.document->outline;
        summary.name =
            outline.isEmpty() ? QFileInfo(reportOrFile).completeBaseName() : outline.first().text;
    }
    return source;
}

ExportSource::ExportSource(const Clock &clock)
    : m_remoteImages(defaultCacheFolder() + u"/remote"_s, clock)
{
}

void ExportSource::allowRemoteImages()
{
    m_report.consent.all = true;
    m_report.resources.remote = [this](const QUrl &url) {
        const QString path = m_pathsByAddress.value(url);
        return path.isEmpty() ? m_remoteImages.fetch(url)
                              : QtFuture::makeReadyFuture(RemoteImages::read(path));
    };
}

Result<void> ExportSource::openFile(const QString &path)
{
    const Result<MarkdownFile> file = readMarkdownFile(path);
    if (!file)
        return file.error();
    m_text = file->report.text;
    m_report.summary = file->report.summary;
    m_report.language = file->language;
    m_baseFolder = file->folder;
    m_report.resources.assetPath = [folder = file->folder](const QString &name) {
        return fileBelow(folder, name);
    };
    return {};
}

Result<void> ExportSource::openReport(const QString &idOrName, const CommandContext &context)
{
    auto library = openLibrary(context, false);
    if (!library)
        return library.error();
    m_library = std::move(*library);
    const Result<Report> report = findReport(*m_library, idOrName);
    if (!report)
        return report.error();
    const auto assets = waitFor(m_library->assets(report->summary.id));
    if (!assets)
        return assets.error();
    QHash<QString, QString> paths;
    for (const Asset &asset : *assets) {
        paths.insert(asset.name, m_library->assetPath(asset.sha256));
        if (!asset.address.isEmpty())
            m_pathsByAddress.insert(QUrl(asset.address), paths.value(asset.name));
    }
    m_text = report->text;
    m_report.summary = report->summary;
    const Result<Workspace> workspace = findWorkspace(*m_library, report->summary.workspace);
    if (workspace)
        m_server = QUrl(workspace->address);
    m_baseFolder = m_library->folder();
    m_report.resources.assetPath = [paths](const QString &name) { return paths.value(name); };
    return {};
}

std::shared_ptr<CloudKeyring> ExportSource::cloudKeys(std::shared_ptr<const Clock> clock) const
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    if (!m_library)
        return std::make_shared<EnvironmentKeyring>(environment);
    const auto secrets = std::make_shared<KeptSecrets>(systemKeyStore());
    return std::make_shared<CloudKeys>(*m_library, secrets, std::move(clock), environment);
}

Result<void>
ExportSource::prepare(const QString &text, const QString &baseFolder, const CommandContext &context)
{
    const Clock &clock = *context.clock;
    const Result<MarkdownDocumentPtr> document = renderText(text);
    if (!document)
        return document.error();
    m_report.document = *document;
    registerServices(m_sources, clock, baseFolder, {},
                     {std::make_shared<CloudFiles>(cloudKeys(context.clock), context.clock), {}});
    m_feeds = std::make_unique<PanelFeeds>(m_sources, clock, baseFolder);
    m_feeds->setServer(m_server);
    m_feeds->setDocument(*document);
    m_report.feeds = m_feeds.get();
    m_report.resources.media = [feeds = m_feeds.get()](const QString &path) {
        return feeds->mediaBytes(path);
    };
    return {};
}

} // namespace plotleaf
