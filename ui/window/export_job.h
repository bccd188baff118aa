#pragma once

#include "core/markdown/markdown_service.h"
#include "core/panels/panel_feeds.h"
#include "ui/page/html_exporter.h"
#include "ui/page/page_printer.h"
#include "ui/report/report_view.h"

#include <QObject>

namespace plotleaf {

/// Makes a PDF or a web page of one report: loads it, renders its text, draws it with all panels,
/// prints it. Announces the result once. GUI thread; destroying it cancels.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    enum class Format { Pdf, Html };

    ExportJob(const ReportViewServices &services,
              ReportId report,
              Format format,
              QObject *parent = nullptr);

    void start();

signals:
    void finished(const plotleaf::Result<plotleaf::ExportedFile> &file);

private:
    void render(const Report &report, const QVector<Asset> &assets);
    void print(const MarkdownDocumentPtr &document);
    void fail(const Error &error);

    ReportViewServices m_services;
    ReportId m_id;
    Format m_format;
    PrintedReport m_report;
    MarkdownService m_markdown;
    PanelFeeds m_feeds;
    PagePrinter m_printer;
    HtmlExporter m_exporter;
};

} // namespace plotleaf
