#include "core/markdown/render_context.h"

#include <cmark-gfm.h>

namespace plotleaf {

namespace {

/// The next block in document order that can hold blocks or is a heading or paragraph; inlines are
/// not visited.
cmark_node *nextBlock(cmark_node *node, cmark_node *root)
{
    const cmark_node_type type = cmark_node_get_type(node);
    const bool isContainer = type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE ||
                             type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM ||
                             type == CMARK_NODE_FOOTNOTE_DEFINITION;
    if (isContainer && cmark_node_first_child(node))
        return cmark_node_first_child(node);
    while (node != root && !cmark_node_next(node))
        node = cmark_node_parent(node);
    return node == root ? nullptr : cmark_node_next(node);
}

std::optional<AlertKind> alertKind(QByteArrayView marker, const MarkdownTexts &texts)
{
    const QByteArray name = marker.trimmed().toByteArray().toLower();
    if (name == "[!note]")
        return AlertKind{"note", texts.note};
    if (name == "[!tip]")
        return AlertKind{"tip", texts.tip};
    if (name == "[!important]")
        return AlertKind{"important", texts.important};
    if (name == "[!warning]")
        return AlertKind{"warning", texts.warning};
    if (name == "[!caution]")
        return AlertKind{"caution", texts.caution};
    return std::nullopt;
}

/// The quote's marker when its first line is one; it is then taken out of the tree.
std::optional<AlertKind> takeAlertMarker(cmark_node *quote, const MarkdownTexts &texts)
{
    cmark_node *paragraph = cmark_node_first_child(quote);
    if (!paragraph || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
        return std::nullopt;
    constexpr qsizetype longestMarker = 16;
    QByteArray line;
    cmark_node *behind = cmark_node_first_child(paragraph);
    for (; behind && cmark_node_get_type(behind) == CMARK_NODE_TEXT && line.size() <= longestMarker;
         behind = cmark_node_next(behind))
        line += CmarkDocument::literal(behind);
    const bool lineEnds = !behind || cmark_node_get_type(behind) == CMARK_NODE_SOFTBREAK ||
                          cmark_node_get_type(behind) == CMARK_NODE_LINEBREAK;
    auto kind = lineEnds ? alertKind(line, texts) : std::nullopt;
    if (!kind)
        return std::nullopt;
    cmark_node *rest = behind ? cmark_node_next(behind) : nullptr;
    while (cmark_node_first_child(paragraph) != rest)
        cmark_node_free(cmark_node_first_child(paragraph));
    if (!rest)
        cmark_node_free(paragraph);
    return kind;
}

bool isContentsMark(cmark_node *paragraph)
{
    QByteArray text;
    for (cmark_node *child = cmark_node_first_child(paragraph); child;
         child = cmark_node_next(child)) {
        if (cmark_node_get_type(child) != CMARK_NODE_TEXT || text.size() > 5)
            return false;
        text += CmarkDocument::literal(child);
    }
    return text.compare("[TOC]", Qt::CaseInsensitive) == 0;
}

void addHeading(RenderContext &context, cmark_node *node)
{
    const QString text = QString::fromUtf8(CmarkDocument::plainText(node)).trimmed();
    context.headingIndex.insert(node, int(context.outline.size()));
    context.outline.append({.level = cmark_node_get_heading_level(node),
                            .text = text,
                            .id = context.taken.slugs.add(text),
                            .line = CmarkDocument::firstLine(node)});
}

} // namespace

void surveyTree(RenderContext &context)
{
    cmark_node *root = context.tree.root();
    for (cmark_node *node = nextBlock(root, root); node; node = nextBlock(node, root)) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) {
            addHeading(context, node);
        } else if (type == CMARK_NODE_BLOCK_QUOTE && context.has(MarkdownFeature::Alerts)) {
            if (const auto kind = takeAlertMarker(node, context.options.texts))
                context.alerts.insert(node, *kind);
        } else if (type == CMARK_NODE_PARAGRAPH && !context.contents &&
                   context.has(MarkdownFeature::Contents) && isContentsMark(node)) {
            context.contents = node;
        }
    }
}

} // namespace plotleaf
