#include "core/markdown/frame_renderer.h"

#include "core/markdown/content_hash.h"
#include "core/markdown/html_tags.h"

#include <optional>

namespace plotleaf {

namespace {

bool isSpaceByte(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool startsWithWord(QByteArrayView text, QByteArrayView word)
{
    return text.size() >= word.size() &&
           text.first(word.size()).compare(word, Qt::CaseInsensitive) == 0;
}

/// The value of `src` in a tag; empty where there is none.
QByteArrayView sourceOf(QByteArrayView tag)
{
    for (qsizetype at = 1; at + 4 < tag.size(); ++at) {
        if (!isSpaceByte(tag[at - 1]) || !startsWithWord(tag.sliced(at), "src="))
            continue;
        const char quote = tag[at + 4];
        if (quote != '"' && quote != '\'')
            return {};
        const qsizetype end = tag.indexOf(quote, at + 5);
        return end < 0 ? QByteArrayView() : tag.sliced(at + 5, end - at - 5);
    }
    return {};
}

/// ".../widgets/?…" and, as it was written once, ".../widgets?…"
bool isWidgetAddress(QByteArrayView address)
{
    const qsizetype query = address.indexOf('?');
    if (query < 0)
        return false;
    QByteArrayView path = address.first(query);
    while (path.endsWith('/'))
        path.chop(1);
    return path.endsWith("/widgets");
}

struct FramePlace
{
    qsizetype begin = 0;
    qsizetype end = 0; ///< behind </iframe>
    QByteArrayView address;
};

/// The first frame of a widget at or behind `from`.
std::optional<FramePlace> nextFrame(QByteArrayView html, qsizetype from)
{
    for (qsizetype at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
        if (!startsWithWord(html.sliced(at), "<iframe"))
            continue;
        const qsizetype inside = endOfHtmlTag(html, at);
        if (inside < 0)
            return std::nullopt;
        const QByteArrayView address = sourceOf(html.sliced(at, inside - at));
        qsizetype close = html.indexOf("</", inside);
        while (close >= 0 && !startsWithWord(html.sliced(close), "</iframe"))
            close = html.indexOf("</", close + 2);
        const qsizetype end = close < 0 ? -1 : endOfHtmlTag(html, close);
        if (end < 0)
            return std::nullopt;
        if (isWidgetAddress(address))
            return FramePlace{at, end, address};
        at = end - 1;
    }
    return std::nullopt;
}

} // namespace

void FrameRenderer::write(QByteArrayView html, int firstLine)
{
    qsizetype written = 0;
    int line = firstLine;
    while (const std::optional<FramePlace> frame = nextFrame(html, written)) {
        const QByteArrayView before = html.sliced(written, frame->begin - written);
        const QByteArrayView own = html.sliced(frame->begin, frame->end - frame->begin);
        m_html.raw(before);
        line += int(before.count('\n'));
        const int lastLine = line + int(own.count('\n'));
        writePlace(frame->address, line, lastLine);
        line = lastLine;
        written = frame->end;
    }
    m_html.raw(html.sliced(written));
}

void FrameRenderer::writePlace(QByteArrayView address, int firstLine, int lastLine)
{
    const QByteArray source = address.toByteArray();
    QString key =
        QString::fromLatin1(QByteArray::number(contentHash(QByteArray("iframe\n" + source)), 16)
                                .rightJustified(16, '0'));
    if (const int count = ++m_context.taken.panelCounts[key]; count > 1)
        key += QStringLiteral("-%1").arg(count);
    m_html.raw("<div class=\"pl-panel\" data-panel=\"", key.toLatin1(), "\"><pre>");
    m_html.text(source);
    m_html.raw("</pre></div>");
    m_context.panels.append({.key = key,
                             .info = QStringLiteral("iframe"),
                             .source = QString::fromUtf8(source),
                             .firstLine = firstLine,
                             .lastLine = lastLine});
}

} // namespace plotleaf
