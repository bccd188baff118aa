#include "core/markdown/html_tags.h"

#include <algorithm>
#include <array>

namespace plotleaf {

namespace {

bool isTagNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == ':';
}

bool isVoidElement(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 14> names = {
        "area",  "base", "br",   "col",   "embed",  "hr",    "img",
        "input", "link", "meta", "param", "source", "track", "wbr"};
    return std::find(names.begin(), names.end(), QByteArrayView(name)) != names.end();
}

bool holdsRawText(const QByteArray &name)
{
    return name == "script" || name == "style" || name == "textarea" || name == "title";
}

qsizetype behind(QByteArrayView html, QByteArrayView end, qsizetype from)
{
    const qsizetype at = html.indexOf(end, from);
    return at < 0 ? html.size() : at + end.size();
}

/// Where the end tag of a raw text element starts.
qsizetype endOfRawText(QByteArrayView html, const QByteArray &name, qsizetype from)
{
    for (qsizetype at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
        const QByteArrayView candidate =
            html.sliced(at + 2).first(qMin(name.size(), html.size() - at - 2));
        if (candidate.compare(name, Qt::CaseInsensitive) == 0)
            return at;
    }
    return html.size();
}

} // namespace

qsizetype endOfHtmlTag(QByteArrayView html, qsizetype from)
{
    char quote = 0;
    for (qsizetype at = from; at < html.size(); ++at) {
        const char c = html[at];
        if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return -1;
}

void scanHtmlTags(QByteArrayView html, const std::function<void(const HtmlTag &)> &found)
{
    for (qsizetype at = html.indexOf('<'); at >= 0 && at + 1 < html.size();) {
        if (html.sliced(at).startsWith("<!--")) {
            at = behind(html, "-->", at + 2);
        } else if (html[at + 1] == '!' || html[at + 1] == '?') {
            at = behind(html, ">", at);
        } else {
            const bool closes = html[at + 1] == '/';
            const qsizetype nameStart = at + (closes ? 2 : 1);
            qsizetype nameEnd = nameStart;
            while (nameEnd < html.size() && isTagNameChar(html[nameEnd]))
                ++nameEnd;
            const QByteArray name =
                html.sliced(nameStart, nameEnd - nameStart).toByteArray().toLower();
            if (name.isEmpty()) {
                at = html.indexOf('<', at + 1);
                continue;
            }
            const qsizetype behindTag = endOfHtmlTag(html, nameEnd);
            const qsizetype end = behindTag < 0 ? html.size() : behindTag;
            const bool alone = isVoidElement(name) || html.sliced(at, end - at).endsWith("/>");
            if (!alone)
                found({name, closes});
            at = !closes && !alone && holdsRawText(name) ? endOfRawText(html, name, end) : end;
        }
        at = at < html.size() ? html.indexOf('<', at) : -1;
    }
}

void HtmlTagPairs::add(int block, QByteArrayView html)
{
    scanHtmlTags(html, [&](const HtmlTag &tag) {
        std::vector<int> &open = m_open[tag.name];
        if (!tag.closes) {
            open.push_back(block);
        } else if (!open.empty()) {
            if (open.back() != block)
                m_pairs.emplace_back(open.back(), block);
            open.pop_back();
        }
    });
}

std::vector<std::pair<int, int>> HtmlTagPairs::ranges() const
{
    auto pairs = m_pairs;
    std::sort(pairs.begin(), pairs.end());
    std::vector<std::pair<int, int>> ranges;
    for (const auto &pair : pairs) {
        if (!ranges.empty() && pair.first <= ranges.back().second)
            ranges.back().second = std::max(ranges.back().second, pair.second);
        else
            ranges.push_back(pair);
    }
    return ranges;
}

} // namespace plotleaf
