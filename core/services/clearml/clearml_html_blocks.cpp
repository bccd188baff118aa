#include "core/services/clearml/clearml_html_blocks.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qsizetype longestName = 64; // of an element

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

QRegularExpressionMatch anchored(const QRegularExpression &pattern, QStringView text)
{
    return pattern.match(text, 0, QRegularExpression::NormalMatch,
                         QRegularExpression::AnchorAtOffsetMatchOption);
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
            // Of the line only: Qt looks at all of a subject before each match.
            const qsizetype lineEnd = m_text.indexOf(u'\n', m_at);
            const QStringView line =
                lineEnd < 0 ? m_text.mid(m_at) : m_text.mid(m_at, lineEnd - m_at);
            const auto begun = anchored(blockLine(), line);
            if (!begun.hasMatch()) {
                skipLine();
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
        m_behind = m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            const bool isText = !c.isSpace() && !readHtml();
            if (isText && m_depth == 0 && m_hasFrame) {
                m_found.append({m_at, m_behind, m_quote});
                skipLine();
                return;
            }
            if (isText || c.isSpace())
                ++m_at;
            if (c == u'\n')
                skipQuote();
        }
    }

    /// Passes a tag or a comment, if one begins here.
    bool readHtml()
    {
        const std::optional<qsizetype> end = endOfHtml();
        if (!end)
            return false;
        readTag(*end);
        m_behind = m_at = *end;
        return true;
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
        const auto found = anchored(html, m_text.mid(m_at, longestName));
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
    qsizetype m_behind = 0; ///< the last tag or comment
    const QSet<qsizetype> &m_frameEnds;
    QString m_quote;
    int m_depth = 0;
    bool m_hasFrame = false;
    QVector<ClearmlRawText> m_found;
};

bool isBlankLine(QStringView line)
{
    return std::ranges::all_of(line, [](QChar c) { return c.isSpace() || c == u'>'; });
}

/// The end of the last line before a blank one, or the text's end.
qsizetype runEnd(const QString &text, qsizetype from)
{
    qsizetype end = text.indexOf(u'\n', from);
    while (end >= 0) {
        const qsizetype next = text.indexOf(u'\n', end + 1);
        const qsizetype stop = next < 0 ? text.size() : next;
        if (isBlankLine(QStringView(text).mid(end + 1, stop - end - 1)))
            return end;
        end = next;
    }
    return text.size();
}

qsizetype runStart(const QString &text, qsizetype from)
{
    qsizetype start = from == 0 ? 0 : text.lastIndexOf(u'\n', from - 1) + 1;
    while (start > 0) {
        const qsizetype above = start < 2 ? 0 : text.lastIndexOf(u'\n', start - 2) + 1;
        if (isBlankLine(QStringView(text).mid(above, start - above)))
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
