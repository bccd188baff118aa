#include "ui/editor/inline_lexer.h"

#include <array>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

bool isPunctuationSign(QChar c)
{
    return c.unicode() < 128 ? (c.isPunct() || c.isSymbol()) : c.isPunct();
}

enum StyleBit { StrongBit = 1, EmphasisBit = 2, StrikeBit = 4 };

class InlineLine
{
public:
    InlineLine(QStringView line, SyntaxSpans &spans) : m_line(line), m_spans(spans) {}

    void run(int start, int end, int style, int depth)
    {
        int at = start;
        while (at < end)
            at = step(at, end, style, depth);
    }

private:
    QChar charAt(int at) const
    {
        return at >= 0 && at < m_line.size() ? m_line.at(at) : QChar(u' ');
    }

    void add(int start, int end, SyntaxToken token)
    {
        if (end > start)
            m_spans.append({start, end - start, token});
    }

    int runLength(int at, int end) const
    {
        int length = 1;
        while (at + length < end && m_line.at(at + length) == m_line.at(at))
            ++length;
        return length;
    }

    /// Consumes what starts at `at`; returns where to go on.
    int step(int at, int end, int style, int depth)
    {
        switch (m_line.at(at).unicode()) {
        case u'\\':
            return at + 2;
        case u'`':
            return codeSpan(at, end);
        case u'$':
            return math(at, end);
        case u'[':
        case u'!':
            return link(at, end, style, depth);
        case u'<':
            return angle(at, end);
        case u'{':
            return annotation(at, end);
        case u'*':
        case u'_':
        case u'~':
            return emphasis(at, end, style, depth);
        case u'h':
        case u'w':
            return bareAddress(at, end);
        case u'|':
            add(at, at + 1, SyntaxToken::Marker);
            return at + 1;
        default:
            return at + 1;
        }
    }

    int codeSpan(int at, int end)
    {
        const int length = runLength(at, end);
        for (int close = at + length; close < end; ++close) {
            if (m_line.at(close) != u'`')
                continue;
            const int closeLength = runLength(close, end);
            if (closeLength == length) {
                add(at, close + length, SyntaxToken::Code);
                return close + length;
            }
            close += closeLength - 1;
        }
        return at + length;
    }

    /// $…$ as the renderer reads it: no space inside the dollars, no digit after them.
    int math(int at, int end)
    {
        const int length = qMin(2, runLength(at, end));
        const QString closer(length, u'$');
        const int inner = at + length;
        if (inner >= end || charAt(inner).isSpace())
            return inner;
        const qsizetype close = m_line.left(end).indexOf(closer, inner + 1);
        const bool isMath = close > 0 && !charAt(int(close) - 1).isSpace() &&
                            !charAt(int(close) + length).isDigit();
        if (!isMath)
            return inner;
        add(at, int(close) + length, SyntaxToken::Math);
        return int(close) + length;
    }

    /// The ']' that belongs to the '[' at `open`; -1: none.
    int closingBracket(int open, int end) const
    {
        int depth = 0;
        for (int at = open; at < end; ++at) {
            const QChar c = m_line.at(at);
            if (c == u'\\')
                ++at;
            else if (c == u'[')
                ++depth;
            else if (c == u']' && --depth == 0)
                return at;
        }
        return -1;
    }

    int link(int at, int end, int style, int depth)
    {
        const int open = m_line.at(at) == u'!' ? at + 1 : at;
        if (open >= end || m_line.at(open) != u'[')
            return at + 1;
        if (m_noBracketFrom >= 0 && open >= m_noBracketFrom)
            return open + 1;
        const int close = closingBracket(open, end);
        if (close < 0) {
            m_noBracketFrom = open;
            return open + 1;
        }
        const QChar next = close + 1 < end ? m_line.at(close + 1) : QChar();
        if (next == u'(')
            return inlineLink(at, open, close, end, style, depth);
        if (next == u'[') {
            const int reference = closingBracket(close + 1, end);
            if (reference > 0) {
                add(at, close + 1, SyntaxToken::Link);
                add(close + 1, reference + 1, SyntaxToken::Url);
                return reference + 1;
            }
        }
        if (charAt(open + 1) == u'^') {
            add(at, close + 1, SyntaxToken::Link);
            return close + 1;
        }
        return open + 1;
    }

    int inlineLink(int at, int open, int close, int end, int style, int depth)
    {
        int target = close + 2;
        int parentheses = 1;
        while (target < end && parentheses > 0) {
            if (m_line.at(target) == u'(')
                ++parentheses;
            else if (m_line.at(target) == u')')
                --parentheses;
            ++target;
        }
        if (parentheses > 0)
            return open + 1;
        add(at, open + 1, SyntaxToken::Marker);
        add(open + 1, close, SyntaxToken::Link);
        if (depth < maxDepth)
            run(open + 1, close, style, depth + 1);
        add(close, close + 2, SyntaxToken::Marker);
        add(close + 2, target - 1, SyntaxToken::Url);
        add(target - 1, target, SyntaxToken::Marker);
        return target;
    }

    int angle(int at, int end)
    {
        const QChar next = charAt(at + 1);
        if (!next.isLetter() && next != u'/' && next != u'!')
            return at + 1;
        const qsizetype close = m_line.left(end).indexOf(u'>', at);
        if (close < 0)
            return at + 1;
        const QStringView inner = m_line.mid(at + 1, close - at - 1);
        const bool isAddress =
            inner.contains(u"://"_s) || (inner.contains(u'@') && !inner.contains(u' '));
        add(at, int(close) + 1, isAddress ? SyntaxToken::Url : SyntaxToken::Html);
        return int(close) + 1;
    }

    int annotation(int at, int end)
    {
        struct Pair
        {
            QStringView open;
            QStringView close;
        };
        static constexpr std::array<Pair, 5> pairs{{{u"{++", u"++}"},
                                                    {u"{--", u"--}"},
                                                    {u"{~~", u"~~}"},
                                                    {u"{==", u"==}"},
                                                    {u"{>>", u"<<}"}}};
        const QStringView line = m_line.left(end);
        for (const Pair &pair : pairs) {
            if (!line.mid(at).startsWith(pair.open))
                continue;
            const qsizetype close = line.indexOf(pair.close, at + 3);
            if (close >= 0) {
                add(at, int(close) + 3, SyntaxToken::Annotation);
                return int(close) + 3;
            }
        }
        return at + 1;
    }

    int bareAddress(int at, int end)
    {
        const QStringView rest = m_line.mid(at, end - at);
        const bool isAddress = rest.startsWith(u"http://"_s) || rest.startsWith(u"https://"_s) ||
                               rest.startsWith(u"www."_s);
        if (!isAddress || charAt(at - 1).isLetterOrNumber())
            return at + 1;
        int close = at;
        while (close < end && !m_line.at(close).isSpace() && m_line.at(close) != u'<')
            ++close;
        while (close > at && u".,:;!?)'\""_s.contains(m_line.at(close - 1)))
            --close;
        add(at, close, SyntaxToken::Url);
        return qMax(close, at + 1);
    }

    bool opens(int at, int length) const
    {
        const QChar before = charAt(at - 1);
        const QChar after = charAt(at + length);
        if (after.isSpace() ||
            (isPunctuationSign(after) && !before.isSpace() && !isPunctuationSign(before)))
            return false;
        return m_line.at(at) != u'_' || before.isSpace() || isPunctuationSign(before);
    }

    bool closes(int at, int length) const
    {
        const QChar before = charAt(at - 1);
        const QChar after = charAt(at + length);
        if (before.isSpace())
            return false;
        return m_line.at(at) != u'_' || after.isSpace() || isPunctuationSign(after);
    }

    /// A run of exactly `length` markers that can close; -1: none. A search that fails once fails
    /// for all that follows, which is remembered: else a line of asterisks would cost its square.
    int closingRun(QChar c, int length, int from, int end)
    {
        int &failedFrom = m_noRunFrom[size_t(c == u'*' ? 0 : c == u'_' ? 1 : 2)][size_t(length)];
        if (failedFrom > 0 && from >= failedFrom)
            return -1;
        for (int at = from; at < end; ++at) {
            if (m_line.at(at) == u'\\') {
                ++at;
            } else if (m_line.at(at) == c) {
                const int run = runLength(at, end);
                if (run == length && closes(at, run))
                    return at;
                at += run - 1;
            }
        }
        failedFrom = from;
        return -1;
    }

    int emphasis(int at, int end, int style, int depth)
    {
        const QChar c = m_line.at(at);
        const int length = runLength(at, end);
        const bool isStrike = c == u'~';
        if (length > (isStrike ? 2 : 3) || depth >= maxDepth || !opens(at, length))
            return at + length;
        const int close = closingRun(c, length, at + length, end);
        if (close < 0)
            return at + length;
        int inner = style;
        if (isStrike)
            inner |= StrikeBit;
        else
            inner |= length == 1 ? EmphasisBit : length == 2 ? StrongBit : StrongBit | EmphasisBit;
        add(at, at + length, SyntaxToken::Marker);
        add(at + length, close, tokenOf(inner, isStrike));
        run(at + length, close, inner, depth + 1);
        add(close, close + length, SyntaxToken::Marker);
        return close + length;
    }

    static SyntaxToken tokenOf(int style, bool isStrike)
    {
        if (isStrike)
            return SyntaxToken::Strikethrough;
        if ((style & StrongBit) != 0)
            return (style & EmphasisBit) != 0 ? SyntaxToken::StrongEmphasis : SyntaxToken::Strong;
        return SyntaxToken::Emphasis;
    }

    static constexpr int maxDepth = 8;

    QStringView m_line;
    SyntaxSpans &m_spans;
    int m_noBracketFrom = -1;
    std::array<std::array<int, 4>, 3> m_noRunFrom{};
};

} // namespace

void lexInline(QStringView line, int start, int end, SyntaxSpans &spans)
{
    InlineLine(line, spans).run(start, qMin(end, syntaxLineLimit), 0, 0);
}

} // namespace plotleaf
