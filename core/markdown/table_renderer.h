#pragma once

#include "core/markdown/html_writer.h"

struct cmark_node;

namespace plotleaf {

/// HTML of tables. Tables do not nest, so the state of one is enough.
class TableRenderer
{
public:
    explicit TableRenderer(HtmlWriter &html) : m_html(html) {}

    /// False when the node belongs to no table.
    bool enter(cmark_node *node);
    bool leave(cmark_node *node);

private:
    void beginRow(cmark_node *row);
    void beginCell();

    HtmlWriter &m_html;
    bool m_inHead = false;
    bool m_bodyOpen = false;
    int m_column = 0;
    const unsigned char *m_alignments = nullptr; ///< 'l', 'c', 'r' or 0 for each column
};

} // namespace plotleaf
