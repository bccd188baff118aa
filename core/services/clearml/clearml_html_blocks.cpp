#include "core/services/clearml/clearml_html_blocks.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

bool hasNoContent(QStringView name)
{
    static const QSet<QString> names = {u"area"_s,  u"base"_s,   u"br"_s,    u"col"_s,  u"embed"_s,
                                        u"hr"_s,    u"img"_s,    u"input"_s, u"link"_s, u"meta"_s,
                                        u"param"_s, u"source"_s, u"track"_s, u"wbr"_s};
    return names.contains(name.toString().toLower());
}

/// A line that begins an HTML block of kind 6; the tag is captured.
const QRegularExpression &blockLine()
{
    static const QRegularExpression pattern(
        u"([ \\t>]*)(?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+)?</?(?:address|article|aside|base|basefont|"
        "blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|"
        "figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|"
        "link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|"
        "source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\\s/>]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// Lines between two blank ones, read for the HTML blocks in them.
class LineRun
{
public:
    LineRun(const QString &text, qsizetype start, qsizetype end, const QSet<qsizetype> &frameEnds)
        : m_text(QStringView(text).left(end)), m_at(start), m_frameEnds(frameEnds)
    {
    }

    QVector<ClearmlRawText> read()
    {
        while (m_at < m_text.size()) {
            const auto begun = blockLine().match(m_text, m_at, QRegularExpression::NormalMatch,
                                                 QRegularExpression::AnchorAtOffsetMatchOption);
            if (!begun.hasMatch()) {
                const qsizetype end = m_text.indexOf(u'\n', m_at);
                m_at = end < 0 ? m_text.size() : end + 1;
                continue;
            }
            m_quote = begun.capturedView(1).contains(u'>') ? begun.captured(1) : QString();
            m_at = m_text.indexOf(u'<', m_at);
            readBlock();
        }
        return m_found;
    }

private:
    /// To the end of the run, or to a text that has to be outside.
    void readBlock()
    {
        m_depth = 0;
        m_hasFrame = false;
        qsizetype behind = m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'\n') {
                ++m_at;
                skipQuote();
            } else if (c.isSpace()) {
                ++m_at;
            } else if (const std::optional<qsizetype> end = endOfHtml()) {
                readTag(*end);
                behind = m_at = *end;
            } else if (m_depth == 0 && m_hasFrame) {
                m_found.append({m_at, behind, m_quote});
                m_at = std::max(m_at, m_text.lastIndexOf(u'\n', m_at) + 1);
                skipLine();
                return;
            } else {
                ++m_at;
            }
        }
    }

    void skipQuote()
    {
        while (!m_quote.isEmpty() && m_at < m_text.size() &&
               (m_text[m_at] == u' ' || m_text[m_at] == u'>'))
            ++m_at;
    }

    void skipLine()
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end + 1;
    }

    /// Behind the tag or comment that begins here; nothing: it is text, or an address in "<>".
    std::optional<qsizetype> endOfHtml() const
    {
        static const QRegularExpression html(u"<(?:!--|/?[a-zA-Z][a-zA-Z0-9-]*(?=[\\s/>]))"_s);
        if (m_text[m_at] != u'<')
            return std::nullopt;
        const auto found = html.match(m_text, m_at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch())
            return std::nullopt;
        const bool isComment = found.capturedView().endsWith(u"--");
        const qsizetype close = isComment ? m_text.indexOf(u"-->", m_at) : tagEnd(m_text, m_at);
        if (close < 0)
            return m_text.size();
        return isComment ? close + 3 : close;
    }

    void readTag(qsizetype end)
    {
        const QStringView tag = m_text.mid(m_at, end - m_at);
        const bool closes = tag.startsWith(u"</");
        qsizetype nameEnd = closes ? 2 : 1;
        const qsizetype nameStart = nameEnd;
        while (nameEnd < tag.size() && (tag[nameEnd].isLetterOrNumber() || tag[nameEnd] == u'-'))
            ++nameEnd;
        const QStringView name = tag.mid(nameStart, nameEnd - nameStart);
        if (closes)
            m_depth = std::max(m_depth - 1, 0);
        else if (!tag.startsWith(u"<!") && !tag.endsWith(u"/>") && !hasNoContent(name))
            ++m_depth;
        if (m_depth == 0 && m_frameEnds.contains(end))
            m_hasFrame = true;
    }

    const QStringView m_text;
    qsizetype m_at;
    const QSet<qsizetype> &m_frameEnds;
    QString m_quote;
    int m_depth = 0;
    bool m_hasFrame = false;
    QVector<ClearmlRawText> m_found;
};

/// The blank line, or the text's end, that ends the lines around a place.
qsizetype runEnd(const QString &text, qsizetype from)
{
    static const QRegularExpression blank(u"\\n[ \\t>]*\\r?(?:\\n|$)"_s);
    const auto found = blank.match(text, from);
    return found.hasMatch() ? found.capturedStart() : text.size();
}

qsizetype runStart(const QString &text, qsizetype from)
{
    qsizetype start = from == 0 ? 0 : text.lastIndexOf(u'\n', from - 1) + 1;
    while (start > 0) {
        const qsizetype above = start < 2 ? 0 : text.lastIndexOf(u'\n', start - 2) + 1;
        const QStringView line = QStringView(text).mid(above, start - above);
        if (std::ranges::all_of(line, [](QChar c) { return c.isSpace() || c == u'>'; }))
            break;
        start = above;
    }
    return start;
}

} // namespace

QVector<ClearmlRawText> rawTextsBehindFrames(const QString &text, const QVector<TextFrame> &frames)
{
    QSet<qsizetype> ends;
    for (const TextFrame &frame : frames) {
        if (!frame.isCode)
            ends.insert(frame.start + frame.length);
    }
    QVector<ClearmlRawText> found;
    qsizetype read = 0;
    for (const TextFrame &frame : frames) {
        if (frame.isCode || frame.start < read)
            continue;
        const qsizetype end = runEnd(text, frame.start + frame.length);
        const qsizetype start = std::max(runStart(text, frame.start), read);
        found += LineRun(text, start, end, ends).read();
        read = end;
    }
    return found;
}

} // namespace plotleaf
