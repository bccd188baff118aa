#include "ui/page/html_exporter.h"

#include "ui/page/drawn_page.h"

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// CSS pixels; plots keep this width at most and shrink with the window.
constexpr int exportWidth = 900;

} // namespace

HtmlExporter::HtmlExporter(QObject *parent) : QObject(parent)
{
}

HtmlExporter::~HtmlExporter() = default;

void HtmlExporter::dismissPage()
{
    // We may be inside a call that the page itself made.
    m_page.release()->deleteLater();
}

QFuture<Result<ExportedFile>> HtmlExporter::html(const PrintedReport &report,
                                                 const HtmlOptions &options)
{
    PrintedReport exported = report;
    exported.document = withFrontParts(report, options.front);
    m_page = std::make_unique<DrawnPage>(exported, PageMode::Export, exportWidth);
    return m_page->draw(options.deadline)
        .then(this,
              [this](const Result<QStringList> &drawn) {
                  if (drawn)
                      return takeSnapshot(*drawn);
                  dismissPage();
                  return QtFuture::makeReadyFuture<Result<ExportedFile>>(drawn.error());
              })
        .unwrap();
}

QFuture<Result<ExportedFile>> HtmlExporter::takeSnapshot(const QStringList &problems)
{
    auto promise = std::make_shared<QPromise<Result<ExportedFile>>>();
    promise->start();
    m_page->link().evaluate(
        u"globalThis.plotleaf.snapshot()"_s, [this, promise, problems](const QVariant &html) {
            dismissPage();
            if (html.toString().isEmpty())
                promise->addResult(Error{ErrorCode::Io, tr("The page could not be exported."), {}});
            else
                promise->addResult(ExportedFile{html.toString().toUtf8(), problems});
            promise->finish();
        });
    return promise->future();
}

} // namespace plotleaf
