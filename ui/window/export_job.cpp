#include "ui/window/export_job.h"

#include "core/base/when_done.h"
#include "core/services/remote/remote_consents.h"
#include "core/store/library.h"
#include "core/sync/workspaces.h"

namespace plotleaf {

ExportJob::ExportJob(const ReportViewServices &services,
                     ReportId report,
                     Format format,
                     QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_id(std::move(report))
    , m_format(format)
    , m_feeds(services.runSources, services.clock, services.baseFolder)
    , m_printer(services.clock)
{
    connect(&m_markdown, &MarkdownService::rendered, this, &ExportJob::print);
    connect(&m_markdown, &MarkdownService::failed, this, [this](const QString &message) {
        fail({ErrorCode::Io, message, {}});
    });
}

void ExportJob::start()
{
    whenDone(m_services.library.report(m_id), this, [this](const Result<Report> &report) {
        if (!report) {
            fail(report.error());
            return;
        }
        whenDone(m_services.library.assets(m_id), this,
                 [this, report = *report](const Result<QVector<Asset>> &assets) {
                     if (assets)
                         render(report, *assets);
                     else
                         fail(assets.error());
                 });
    });
}

void ExportJob::render(const Report &report, const QVector<Asset> &assets)
{
    QHash<QString, QString> paths;
    QHash<QUrl, QString> pathsByAddress;
    for (const Asset &asset : assets) {
        paths.insert(asset.name, m_services.library.assetPath(asset.sha256));
        if (!asset.address.isEmpty())
            pathsByAddress.insert(QUrl(asset.address), paths.value(asset.name));
    }
    m_report.summary = report.summary;
    const Workspace *server =
        m_services.workspaces ? m_services.workspaces->find(report.summary.workspace) : nullptr;
    m_feeds.setServer(server ? QUrl(server->address) : QUrl());
    m_report.resources.assetPath = [paths](const QString &name) { return paths.value(name); };
    m_report.resources.media = [this](const QString &path) { return m_feeds.mediaBytes(path); };
    if (m_services.remoteImages && m_services.remoteConsents) {
        m_report.consent = m_services.remoteConsents->forReport(m_id);
        m_report.resources.remote = [images = m_services.remoteImages,
                                     pathsByAddress](const QUrl &url) {
            const QString path = pathsByAddress.value(url);
            return path.isEmpty() ? images->fetch(url)
                                  : QtFuture::makeReadyFuture(RemoteImages::read(path));
        };
    }
    m_markdown.render(report.text, 1);
}

void ExportJob::print(const MarkdownDocumentPtr &document)
{
    m_report.document = document;
    m_feeds.setDocument(document);
    m_report.feeds = &m_feeds;
    const QFuture<Result<ExportedFile>> file = m_format == Format::Pdf
                                                   ? m_printer.pdf(m_report, PdfOptions())
                                                   : m_exporter.html(m_report, HtmlOptions());
    whenDone(file, this, [this](const Result<ExportedFile> &result) { emit finished(result); });
}

void ExportJob::fail(const Error &error)
{
    emit finished(error);
}

} // namespace plotleaf
