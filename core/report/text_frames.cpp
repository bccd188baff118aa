#include "core/report/text_frames.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr qsizetype longestTag = 16'384;

bool isTagSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

qsizetype skipSpaces(QStringView text, qsizetype at)
{
    while (at < text.size() && isTagSpace(text[at]))
        ++at;
    return at;
}

bool isAt(QStringView text, qsizetype at, QLatin1StringView word)
{
    return text.mid(at, word.size()).compare(word, Qt::CaseInsensitive) == 0;
}

bool beginsFrame(QStringView text, qsizetype at)
{
    constexpr auto open = "<iframe"_L1;
    const qsizetype end = at + open.size();
    return isAt(text, at, open) && end < text.size() &&
           (isTagSpace(text[end]) || text[end] == u'>' || text[end] == u'/');
}

class FrameScanner
{
public:
    explicit FrameScanner(const QString &text) : m_text(text)
    {
        if (text.isValidUtf16())
            m_options |= QRegularExpression::DontCheckSubjectStringMatchOption;
    }

    QVector<TextFrame> run()
    {
        while (m_at < m_text.size()) {
            if (m_at == 0 || m_text.at(m_at - 1) == u'\n')
                beginLine();
            if (m_at < m_text.size())
                readPiece();
        }
        return m_found;
    }

private:
    QRegularExpressionMatch match(const QRegularExpression &pattern) const
    {
        return pattern.match(m_text, m_at, QRegularExpression::NormalMatch,
                             m_options | QRegularExpression::AnchorAtOffsetMatchOption);
    }

    void beginLine()
    {
        static const QRegularExpression blank(u"[ \\t>]*\\r?(?:\\n|$)"_s);
        static const QRegularExpression item(u"[ \\t>]*(?:[-+*]|\\d{1,9}[.)])[ \\t]"_s);
        static const QRegularExpression indented(u" {4}| {0,3}\\t"_s);
        if (match(blank).hasMatch()) {
            m_isAfterBlank = true;
            m_isIndentedCode = false;
            return;
        }
        const bool isIndented = match(indented).hasMatch();
        if (match(item).hasMatch() && !(isIndented && m_isIndentedCode))
            m_isInList = true;
        else if (m_isAfterBlank && !isTagSpace(m_text.at(m_at)))
            m_isInList = false;
        m_isIndentedCode =
            isIndented && !m_isInList && (m_isAfterBlank || m_at == 0 || m_isIndentedCode);
        m_isAfterBlank = false;
        if (!m_isIndentedCode)
            readFenceLine();
    }

    /// Opens or closes a fence.
    void readFenceLine()
    {
        static const QRegularExpression fence(
            u"[ \\t>]*(?:[-+*][ \\t]+)?(`{3,}(?=[^`\\n]*(?:\\n|$))|~{3,})([ \\t]*)(\\r?(?:\\n|$))?"_s);
        const auto found = match(fence);
        if (!found.hasMatch())
            return;
        const QStringView marks = found.capturedView(1);
        if (m_fence.isEmpty())
            m_fence = marks.toString();
        else if (marks.front() == m_fence.front() && marks.size() >= m_fence.size() &&
                 found.hasCaptured(3))
            m_fence.clear();
        else
            return;
        // The ticks themselves are no code span.
        m_at = found.capturedEnd(1);
    }

    void readPiece()
    {
        const QChar c = m_text.at(m_at);
        const bool isCode = !m_fence.isEmpty() || m_isIndentedCode;
        if (c == u'\\' && !isCode)
            skip(2);
        else if (c == u'`' && !isCode)
            skipCodeSpan();
        else if (c == u'<' && beginsFrame(m_text, m_at))
            readFrame(isCode);
        else if (c == u'<' && !isCode && isAt(m_text, m_at, "<!--"_L1))
            skipComment();
        else
            skip(1);
    }

    void skip(qsizetype count)
    {
        for (; count > 0 && m_at < m_text.size(); --count) {
            if (m_text.at(m_at++) == u'\n') {
                ++m_line;
                return; // each line is begun
            }
        }
    }

    /// For stretches within which no line is begun.
    void jump(qsizetype to)
    {
        m_line += int(QStringView(m_text).mid(m_at, to - m_at).count(u'\n'));
        m_at = to;
    }

    /// Code ends with as many ticks as it began with; without an end they are only ticks.
    void skipCodeSpan()
    {
        static const QRegularExpression ticks(u"`+"_s);
        static const QRegularExpression stop(u"`+|\\n[ \\t]*\\r?\\n"_s);
        const qsizetype wanted = match(ticks).capturedLength();
        const qsizetype begin = m_at + wanted;
        for (auto stops =
                 stop.globalMatch(m_text, begin, QRegularExpression::NormalMatch, m_options);
             stops.hasNext();) {
            const auto found = stops.next();
            if (found.capturedView().startsWith(u'\n'))
                break;
            if (found.capturedLength() == wanted) {
                addCode(begin, found.capturedStart());
                jump(found.capturedEnd());
                return;
            }
        }
        jump(begin);
    }

    /// What the web app takes for frames although it is code.
    void addCode(qsizetype from, qsizetype to)
    {
        const qsizetype outside = m_at;
        const int line = m_line;
        for (jump(from); m_at < to;) {
            if (beginsFrame(m_text, m_at))
                readFrame(true);
            else
                jump(m_at + 1);
        }
        m_at = outside;
        m_line = line;
    }

    void skipComment()
    {
        const qsizetype end = m_text.indexOf("-->"_L1, m_at);
        jump(end < 0 ? m_text.size() : end + 3);
    }

    void readFrame(bool isCode)
    {
        const qsizetype inside = tagEnd(QStringView(m_text).left(m_at + longestTag), m_at);
        if (inside < 0) {
            skip(1);
            return;
        }
        const qsizetype next = m_text.indexOf("<iframe"_L1, inside, Qt::CaseInsensitive);
        const QStringView own = QStringView(m_text).left(next < 0 ? m_text.size() : next);
        const qsizetype close = own.indexOf("</iframe"_L1, inside, Qt::CaseInsensitive);
        const qsizetype closed = close < 0 ? -1 : tagEnd(own.left(close + longestTag), close);
        const qsizetype end = closed < 0 ? inside : closed;
        m_found.append({m_at, end - m_at, inside - m_at, m_line, isCode});
        // In code what follows may be the end of the code.
        jump(isCode ? inside : end);
    }

    const QString &m_text;
    QRegularExpression::MatchOptions m_options;
    qsizetype m_at = 0;
    int m_line = 0;
    QString m_fence; ///< marks that opened it; empty: none is open
    bool m_isAfterBlank = true;
    bool m_isInList = false;
    bool m_isIndentedCode = false;
    QVector<TextFrame> m_found;
};

} // namespace

qsizetype tagEnd(QStringView text, qsizetype at)
{
    QChar quote;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (quote.isNull() && c == u'>')
            return at + 1;
        if (quote.isNull() && (c == u'"' || c == u'\''))
            quote = c;
        else if (c == quote)
            quote = QChar();
    }
    return -1;
}

QVector<TextFrame> textFrames(const QString &text)
{
    return FrameScanner(text).run();
}

QVector<TagAttribute> tagAttributes(QStringView tag)
{
    const auto isNameEnd = [](QChar c) {
        return isTagSpace(c) || c == u'=' || c == u'>' || c == u'/';
    };
    QVector<TagAttribute> attributes;
    qsizetype at = 1;
    while (at < tag.size() && !isNameEnd(tag[at]))
        ++at;
    while (true) {
        while (at < tag.size() && (isTagSpace(tag[at]) || tag[at] == u'/'))
            ++at;
        if (at >= tag.size() || tag[at] == u'>')
            return attributes;
        TagAttribute attribute;
        attribute.start = at;
        do
            ++at;
        while (at < tag.size() && !isNameEnd(tag[at]));
        attribute.name = tag.mid(attribute.start, at - attribute.start).toString().toLower();
        attribute.length = at - attribute.start;
        const qsizetype equals = skipSpaces(tag, at);
        if (equals < tag.size() && tag[equals] == u'=') {
            at = skipSpaces(tag, equals + 1);
            const bool isQuoted = at < tag.size() && (tag[at] == u'"' || tag[at] == u'\'');
            if (isQuoted)
                attribute.quote = tag[at++];
            attribute.valueStart = at;
            while (at < tag.size() && (isQuoted ? tag[at] != attribute.quote
                                                : !isTagSpace(tag[at]) && tag[at] != u'>'))
                ++at;
            attribute.valueLength = at - attribute.valueStart;
            if (isQuoted && at < tag.size())
                ++at;
            attribute.length = at - attribute.start;
        }
        attributes.append(attribute);
    }
}

} // namespace plotleaf
