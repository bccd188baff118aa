#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace plotleaf {

/// Appends to a buffer of UTF-8 HTML. Escapes as cmark-gfm does, so that its specification's
/// examples hold.
class HtmlWriter
{
public:
    template <typename... Parts>
    void raw(const Parts &...html)
    {
        (m_html.append(QByteArrayView(html)), ...);
    }
    /// `<`, `>`, `&` and `"` become entities.
    void text(QByteArrayView text);
    /// For the inside of href="" and src="": as above, and bytes that no address may hold become
    /// %XX.
    void address(QByteArrayView address);
    /// Begins a new line unless one has just begun.
    void freshLine();

    qsizetype size() const { return m_html.size(); }
    /// The HTML so far; the writer starts anew and keeps its memory.
    QByteArray take();
    void clear() { m_html.resize(0); }

private:
    QByteArray m_html;
};

} // namespace plotleaf
