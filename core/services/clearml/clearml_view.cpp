#include "core/services/clearml/clearml_view.h"

#include "core/markdown/content_hash.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ClearmlView
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ClearmlView)
};

/// A place for a panel, as the parser writes it (frame_renderer.cpp).
struct PanelPlace
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

std::optional<PanelPlace> placeOf(const QByteArray &html, const QString &key)
{
    const QByteArray open = "<div class=\"pl-panel\" data-panel=\"" + key.toUtf8() + "\"";
    const QByteArray close("</pre></div>");
    const qsizetype begin = html.indexOf(open);
    const qsizetype end = begin < 0 ? -1 : html.indexOf(close, begin);
    if (end < 0)
        return std::nullopt;
    return PanelPlace{begin, end + close.size()};
}

QByteArray blankFrame()
{
    return "<div class=\"pl-frame\">" +
           ClearmlView::tr("An empty frame: the web app shows only its own server's widgets.")
               .toHtmlEscaped()
               .toUtf8() +
           "</div>";
}

void changeHtml(MarkdownBlock &block, const QByteArray &html)
{
    block.html = html;
    block.hash = contentHash(html);
}

} // namespace

bool isClearmlFrameShown(const QUrl &web, const QString &address)
{
    if (address.section(u'?', 0, 0).endsWith("/widgets"_L1))
        return false;
    // Without a host it is the web app's own.
    return web.isEmpty() || address.startsWith("/widgets/"_L1) ||
           address.startsWith(web.toString(QUrl::StripTrailingSlash) + u"/widgets/"_s);
}

MarkdownOptions clearmlMarkdown()
{
    MarkdownOptions options;
    options.features = MarkdownFeature::Tables | MarkdownFeature::Strikethrough |
                       MarkdownFeature::Autolinks | MarkdownFeature::TaskLists |
                       MarkdownFeature::Frames;
    return options;
}

MarkdownDocumentPtr
clearmlDocument(const MarkdownDocument &document, qint64 version, const QUrl &web)
{
    auto shown = std::make_shared<MarkdownDocument>(document);
    shown->version = version;
    for (MarkdownBlock &block : shown->blocks) {
        if (block.html.contains("class=\"language-vega"))
            changeHtml(block, QByteArray(block.html).replace("class=\"language-vega", "class=\""));
    }
    for (const MarkdownPanel &panel : shown->panels) {
        if (isClearmlFrameShown(web, QString(panel.source).replace(u"&amp;"_s, u"&"_s)))
            continue;
        for (MarkdownBlock &block : shown->blocks) {
            const auto place = placeOf(block.html, panel.key);
            if (!place)
                continue;
            QByteArray html = block.html;
            changeHtml(block, html.replace(place->begin, place->end - place->begin, blankFrame()));
        }
    }
    return shown;
}

} // namespace plotleaf
