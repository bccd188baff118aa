#include "core/markdown/contents_renderer.h"

#include "core/markdown/html_writer.h"

namespace plotleaf {

QByteArray contentsHtml(const QVector<MarkdownHeading> &outline)
{
    HtmlWriter html;
    html.raw("<nav class=\"pl-toc\">");
    QVector<int> open; // levels of the items that are still open, ascending
    for (const MarkdownHeading &heading : outline) {
        if (open.isEmpty() || heading.level > open.last()) {
            html.raw("<ul>");
        } else {
            html.raw("</li>");
            open.removeLast();
            while (!open.isEmpty() && heading.level <= open.last()) {
                html.raw("</ul></li>");
                open.removeLast();
            }
        }
        open.append(heading.level);
        html.raw("<li><a href=\"#");
        html.address(heading.id.toUtf8());
        html.raw("\">");
        html.text(heading.text.toUtf8());
        html.raw("</a>");
    }
    for (qsizetype i = 0; i < open.size(); ++i)
        html.raw("</li></ul>");
    html.raw("</nav>\n");
    return html.take();
}

} // namespace plotleaf
