#include "core/markdown/html_writer.h"

#include <array>

namespace plotleaf {

namespace {

constexpr QByteArrayView entityOf(char c)
{
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    default:
        return {};
    }
}

constexpr std::array<bool, 256> makeAddressSafe()
{
    std::array<bool, 256> safe{};
    for (unsigned char c = '0'; c <= '9'; ++c)
        safe[c] = true;
    for (unsigned char c = 'a'; c <= 'z'; ++c)
        safe[c] = safe[c - 'a' + 'A'] = true;
    for (const char c : {'!', '#', '$', '%', '(', ')', '*', '+', ',', '-', '.', '/', ':', ';', '=',
                         '?', '@', '_', '~'})
        safe[static_cast<unsigned char>(c)] = true;
    return safe;
}

constexpr std::array<bool, 256> addressSafe = makeAddressSafe();

} // namespace

void HtmlWriter::text(QByteArrayView text)
{
    qsizetype done = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QByteArrayView entity = entityOf(text[i]);
        if (entity.isEmpty())
            continue;
        m_html.append(text.sliced(done, i - done)).append(entity);
        done = i + 1;
    }
    m_html.append(text.sliced(done));
}

void HtmlWriter::address(QByteArrayView address)
{
    constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (addressSafe[byte])
            m_html.append(c);
        else if (c == '&')
            m_html.append("&amp;");
        else if (c == '\'')
            m_html.append("&#x27;");
        else
            m_html.append('%').append(hex[byte >> 4]).append(hex[byte & 15]);
    }
}

void HtmlWriter::freshLine()
{
    if (!m_html.isEmpty() && !m_html.endsWith('\n'))
        m_html.append('\n');
}

QByteArray HtmlWriter::take()
{
    QByteArray html(m_html.constData(), m_html.size());
    clear();
    return html;
}

} // namespace plotleaf
