#include "core/markdown/cmark_document.h"

#include <QMutex>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstring>

namespace plotleaf {

namespace {

/// cmark-gfm switches the special characters of extensions on and off in a global table while it
/// parses.
Q_CONSTINIT QBasicMutex cmarkMutex;

void attachExtension(cmark_parser *parser, bool wanted, const char *name)
{
    if (cmark_syntax_extension *extension = wanted ? cmark_find_syntax_extension(name) : nullptr)
        cmark_parser_attach_syntax_extension(parser, extension);
}

QByteArray collectText(cmark_node *node, bool withHtml)
{
    QByteArray text;
    cmark_iter *iterator = cmark_iter_new(node);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *current = cmark_iter_get_node(iterator);
        const cmark_node_type type = cmark_node_get_type(current);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
            (withHtml && type == CMARK_NODE_HTML_INLINE))
            text += CmarkDocument::literal(current);
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            text += ' ';
    }
    cmark_iter_free(iterator);
    return text;
}

} // namespace

CmarkDocument::CmarkDocument(const QByteArray &text, MarkdownFeatures features)
{
    const QMutexLocker lock(&cmarkMutex);
    cmark_gfm_core_extensions_ensure_registered();
    // Looking for footnotes takes two walks over the whole tree.
    const bool footnotes = features.testFlag(MarkdownFeature::Footnotes) && text.contains("[^");
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8 |
                                            (footnotes ? CMARK_OPT_FOOTNOTES : 0));
    // First: tables, asked about a paragraph that is none, let nobody else have it.
    if (features.testFlag(MarkdownFeature::Math)) {
        m_math.setDisplayLines(DisplayMathLines(text));
        cmark_parser_attach_syntax_extension(parser, m_math.extension());
    }
    attachExtension(parser, features.testFlag(MarkdownFeature::Tables), "table");
    attachExtension(parser, features.testFlag(MarkdownFeature::Strikethrough), "strikethrough");
    attachExtension(parser, features.testFlag(MarkdownFeature::Autolinks), "autolink");
    attachExtension(parser, features.testFlag(MarkdownFeature::TaskLists), "tasklist");
    cmark_parser_feed(parser, text.constData(), static_cast<size_t>(text.size()));
    m_root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
}

CmarkDocument::~CmarkDocument()
{
    cmark_node_free(m_root);
}

QByteArrayView CmarkDocument::literal(cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    return text ? QByteArrayView(text, static_cast<qsizetype>(std::strlen(text)))
                : QByteArrayView();
}

QByteArray CmarkDocument::plainText(cmark_node *node)
{
    return collectText(node, false);
}

QByteArray CmarkDocument::alternativeText(cmark_node *image)
{
    return collectText(image, true);
}

int CmarkDocument::firstLine(cmark_node *node)
{
    return cmark_node_get_start_line(node) - 1;
}

int CmarkDocument::lastLine(cmark_node *node)
{
    return qMax(firstLine(node), cmark_node_get_end_line(node) - 1);
}

bool CmarkDocument::isTaskItem(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_ITEM && cmark_node_get_syntax_extension(node) &&
           std::strcmp(cmark_node_get_type_string(node), "tasklist") == 0;
}

} // namespace plotleaf
