#pragma once

#include "core/base/result.h"
#include "ui/page/pdf_options.h"
#include "ui/page/printed_report.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>

class QPageLayout;

namespace plotleaf {

class Clock;
class DrawnPage;

/// Prints reports: draws them completely on a page of its own, prints that to PDF and adds what the
/// web engine leaves out. One print at a time; destroying the printer cancels it. GUI thread.
class PagePrinter : public QObject
{
    Q_OBJECT

public:
    explicit PagePrinter(const Clock &clock, QObject *parent = nullptr);
    ~PagePrinter() override;

    /// The report as a PDF with outline, title, author, language, page labels, header and footer.
    /// Errors: Timeout (names what could not be drawn in time), Io (the renderer died),
    /// InvalidInput (margins leave no room).
    QFuture<Result<ExportedFile>> pdf(const PrintedReport &report, const PdfOptions &options);

private:
    using Promise = QPromise<Result<ExportedFile>>;

    void print(const std::shared_ptr<Promise> &promise,
               const PrintedReport &report,
               const PdfOptions &options,
               const QStringList &problems);
    void finish(Promise &promise, const Result<ExportedFile> &result);
    void dismissPage();

    const Clock &m_clock;
    std::unique_ptr<DrawnPage> m_page;
};

} // namespace plotleaf
