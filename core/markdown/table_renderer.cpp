#include "core/markdown/table_renderer.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <string_view>

namespace plotleaf {

bool TableRenderer::enter(cmark_node *node)
{
    const std::string_view type = cmark_node_get_type_string(node);
    if (type == "table") {
        m_html.freshLine();
        m_html.raw("<table>\n");
        m_bodyOpen = false;
        m_alignments = cmark_gfm_extensions_get_table_alignments(node);
    } else if (type == "table_row" || type == "table_header") {
        beginRow(node);
    } else if (type == "table_cell") {
        beginCell();
    } else {
        return false;
    }
    return true;
}

void TableRenderer::beginRow(cmark_node *row)
{
    m_inHead = cmark_gfm_extensions_get_table_row_is_header(row);
    m_column = 0;
    if (m_inHead)
        m_html.raw("<thead>\n");
    else if (!m_bodyOpen)
        m_html.raw("<tbody>\n");
    m_bodyOpen = m_bodyOpen || !m_inHead;
    m_html.raw("<tr>\n");
}

void TableRenderer::beginCell()
{
    m_html.raw(m_inHead ? "<th" : "<td");
    switch (m_alignments[m_column++]) {
    case 'l':
        m_html.raw(" align=\"left\"");
        break;
    case 'c':
        m_html.raw(" align=\"center\"");
        break;
    case 'r':
        m_html.raw(" align=\"right\"");
        break;
    default:
        break;
    }
    m_html.raw(">");
}

bool TableRenderer::leave(cmark_node *node)
{
    const std::string_view type = cmark_node_get_type_string(node);
    if (type == "table_cell")
        m_html.raw(m_inHead ? "</th>\n" : "</td>\n");
    else if (type == "table_row" || type == "table_header")
        m_html.raw(m_inHead ? "</tr>\n</thead>\n" : "</tr>\n");
    else if (type == "table")
        m_html.raw(m_bodyOpen ? "</tbody>\n</table>\n" : "</table>\n");
    else
        return false;
    return true;
}

} // namespace plotleaf
