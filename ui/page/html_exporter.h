#pragma once

#include "core/base/result.h"
#include "ui/page/printed_report.h"
#include "ui/page/title_block.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>

namespace plotleaf {

class DrawnPage;

/// How a report becomes a web page.
struct HtmlOptions
{
    FrontParts front;
    int deadline = 60'000; ///< milliseconds, as in PdfOptions
};

/// Exports reports as one static HTML file: styles, pictures and plots inside, no scripts, nothing
/// loaded from anywhere. One export at a time; destroying the exporter cancels it. GUI thread.
class HtmlExporter : public QObject
{
    Q_OBJECT

public:
    explicit HtmlExporter(QObject *parent = nullptr);
    ~HtmlExporter() override;

    /// Errors: as PagePrinter::pdf.
    QFuture<Result<ExportedFile>> html(const PrintedReport &report, const HtmlOptions &options);

private:
    using Promise = QPromise<Result<ExportedFile>>;

    void takeSnapshot(const std::shared_ptr<Promise> &promise, const QStringList &problems);
    void finish(Promise &promise, const Result<ExportedFile> &result);
    void dismissPage();

    std::unique_ptr<DrawnPage> m_page;
};

} // namespace plotleaf
