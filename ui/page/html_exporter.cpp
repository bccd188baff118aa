#include "ui/page/html_exporter.h"

#include "core/base/when_done.h"
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

HtmlExporter::~HtmlExporter()
{
    // The page cancels what is under way, and its answer still wants to find us whole.
    const auto page = std::move(m_page);
}

void HtmlExporter::dismissPage()
{
    // We may be inside a call that the page itself made.
    if (m_page)
        m_page.release()->deleteLater();
}

QFuture<Result<ExportedFile>> HtmlExporter::html(const PrintedReport &report,
                                                 const HtmlOptions &options)
{
    PrintedReport exported = report;
    exported.document = withFrontParts(report, options.front);
    m_page = std::make_unique<DrawnPage>(exported, PageMode::Export, exportWidth);
    const auto promise = std::make_shared<Promise>();
    promise->start();
    whenDone(m_page->draw(options.deadline), this,
             [this, promise](const Result<QStringList> &drawn) {
                 if (drawn)
                     takeSnapshot(promise, *drawn);
                 else
                     finish(*promise, drawn.error());
             });
    return promise->future();
}

void HtmlExporter::takeSnapshot(const std::shared_ptr<Promise> &promise,
                                const QStringList &problems)
{
    const Error failure{ErrorCode::Io, tr("The page could not be exported."), {}};
    PageLink &link = m_page->link();
    connect(&link, &PageLink::lost, this, [=, this] { finish(*promise, failure); });
    link.evaluate(u"globalThis.plotleaf.snapshot()"_s, [=, this](const QVariant &html) {
        const QByteArray bytes = html.toString().toUtf8();
        finish(*promise,
               bytes.isEmpty() ? Result<ExportedFile>(failure) : ExportedFile{bytes, problems});
    });
}

void HtmlExporter::finish(Promise &promise, const Result<ExportedFile> &result)
{
    dismissPage();
    promise.addResult(result);
    promise.finish();
}

} // namespace plotleaf
