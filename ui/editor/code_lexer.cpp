#include "ui/editor/code_lexer.h"

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

bool isIdentifierStart(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool isIdentifierPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// One pass over a line. A class only to keep the cursor and the output together.
class CodeLine
{
public:
    CodeLine(QStringView line, const CodeLanguage &language, int offset, SyntaxSpans *spans)
        : m_line(line), m_language(language), m_offset(offset), m_spans(spans)
    {
    }

    CodeState run(CodeState state)
    {
        if (state != CodeState::Plain && !finishOpen(state))
            return state;
        if (m_at == 0 && wholeLine())
            return CodeState::Plain;
        while (m_at < m_line.size()) {
            const CodeState open = step();
            if (open != CodeState::Plain)
                return open;
        }
        return CodeState::Plain;
    }

private:
    QStringView rest() const { return m_line.mid(m_at); }
    bool startsWith(const QString &text) const
    {
        return !text.isEmpty() && rest().startsWith(text);
    }

    void emitTo(qsizetype end, SyntaxToken token)
    {
        if (m_spans != nullptr && end > m_at)
            m_spans->append({m_offset + int(m_at), int(end - m_at), token});
        m_at = end;
    }

    QString closerOf(CodeState state) const
    {
        switch (state) {
        case CodeState::BlockComment:
            return m_language.blockClose;
        case CodeState::TripleDouble:
            return u"\"\"\""_s;
        case CodeState::TripleSingle:
            return u"'''"_s;
        default:
            return u"`"_s;
        }
    }

    /// Goes on to the end of what an earlier line left open; false: it stays open.
    bool finishOpen(CodeState state, qsizetype openerLength = 0)
    {
        const SyntaxToken token =
            state == CodeState::BlockComment ? SyntaxToken::Comment : SyntaxToken::String;
        const QString closer = closerOf(state);
        const qsizetype found = m_line.indexOf(closer, m_at + openerLength);
        emitTo(found < 0 ? m_line.size() : found + closer.size(), token);
        return found >= 0;
    }

    bool wholeLine()
    {
        if (m_language.has(CodeLanguage::Diff))
            return diffLine();
        const QStringView trimmed = m_line.trimmed();
        if (m_language.has(CodeLanguage::Preprocessor) && trimmed.startsWith(u'#')) {
            emitTo(m_line.size(), SyntaxToken::Keyword);
            return true;
        }
        if (m_language.has(CodeLanguage::EqualsKeys) && trimmed.startsWith(u'[')) {
            emitTo(m_line.size(), SyntaxToken::Type);
            return true;
        }
        if (m_language.has(CodeLanguage::ColonKeys))
            leadingKey(u':');
        else if (m_language.has(CodeLanguage::EqualsKeys))
            leadingKey(u'=');
        return false;
    }

    bool diffLine()
    {
        const QChar first = m_line.isEmpty() ? QChar() : m_line.at(0);
        if (first == u'+')
            emitTo(m_line.size(), SyntaxToken::String);
        else if (first == u'-')
            emitTo(m_line.size(), SyntaxToken::Keyword);
        else if (first == u'@')
            emitTo(m_line.size(), SyntaxToken::Comment);
        return true;
    }

    /// `name:` or `- name:` before anything else on the line.
    void leadingKey(QChar separator)
    {
        qsizetype start = 0;
        while (start < m_line.size() && (m_line.at(start).isSpace() || m_line.at(start) == u'-'))
            ++start;
        qsizetype end = start;
        while (end < m_line.size() &&
               (isIdentifierPart(m_line.at(end)) || u"./-"_s.contains(m_line.at(end))))
            ++end;
        qsizetype after = end;
        while (after < m_line.size() && m_line.at(after) == u' ')
            ++after;
        if (end == start || after >= m_line.size() || m_line.at(after) != separator)
            return;
        m_at = start;
        emitTo(end, SyntaxToken::Key);
    }

    CodeState step()
    {
        const QChar c = m_line.at(m_at);
        if (c.isSpace()) {
            ++m_at;
            return CodeState::Plain;
        }
        if (startsWith(m_language.blockOpen))
            return openOf(CodeState::BlockComment, m_language.blockOpen.size());
        if (isLineComment()) {
            emitTo(m_line.size(), SyntaxToken::Comment);
            return CodeState::Plain;
        }
        if (c == u'"' || c == u'\'' || c == u'`')
            return quote(c);
        if (isIdentifierStart(c))
            word();
        else if (c >= u'0' && c <= u'9')
            number();
        else
            sign(c);
        return CodeState::Plain;
    }

    bool isLineComment() const
    {
        if (!startsWith(m_language.lineComment) && !startsWith(m_language.lineComment2))
            return false;
        // "a#b" and "$#" are no comments in the languages that use '#'.
        const bool isHash = m_line.at(m_at) == u'#';
        return !isHash || m_at == 0 || m_line.at(m_at - 1).isSpace();
    }

    CodeState openOf(CodeState state, qsizetype openerLength)
    {
        return finishOpen(state, openerLength) ? CodeState::Plain : state;
    }

    CodeState quote(QChar c)
    {
        if (m_language.has(CodeLanguage::TripleQuotes)) {
            if (rest().startsWith(u"\"\"\""_s))
                return openOf(CodeState::TripleDouble, 3);
            if (rest().startsWith(u"'''"_s))
                return openOf(CodeState::TripleSingle, 3);
        }
        if (c == u'`' && m_language.has(CodeLanguage::BacktickStrings))
            return openOf(CodeState::Backtick, 1);
        if (c == u'"' || (c == u'\'' && m_language.has(CodeLanguage::SingleQuoteStrings)))
            string(c);
        else
            ++m_at;
        return CodeState::Plain;
    }

    void string(QChar delimiter)
    {
        qsizetype end = m_at + 1;
        while (end < m_line.size() && m_line.at(end) != delimiter)
            end += m_line.at(end) == u'\\' ? 2 : 1;
        end = qMin(end + 1, m_line.size());
        const bool isKey =
            m_language.has(CodeLanguage::ColonKeys) && m_line.mid(end).trimmed().startsWith(u':');
        emitTo(end, isKey ? SyntaxToken::Key : SyntaxToken::String);
    }

    void word()
    {
        qsizetype end = m_at + 1;
        while (end < m_line.size() && isIdentifierPart(m_line.at(end)))
            ++end;
        const QStringView name = m_line.mid(m_at, end - m_at);
        if (m_language.isKeyword(name))
            emitTo(end, SyntaxToken::Keyword);
        else if (m_language.isType(name))
            emitTo(end, SyntaxToken::Type);
        else if (end < m_line.size() && m_line.at(end) == u'(')
            emitTo(end, SyntaxToken::Function);
        else
            m_at = end;
    }

    /// The sign in 1e-3, but not the one in 0xe-3.
    bool isExponentSign(qsizetype at) const
    {
        const QChar c = m_line.at(at);
        const QChar before = m_line.at(at - 1);
        return (c == u'-' || c == u'+') && (before == u'e' || before == u'E') &&
               at + 1 < m_line.size() && m_line.at(at + 1).isDigit() &&
               !m_line.mid(m_at, 2).endsWith(u'x');
    }

    void number()
    {
        qsizetype end = m_at + 1;
        while (end < m_line.size() &&
               (isIdentifierPart(m_line.at(end)) || m_line.at(end) == u'.' || isExponentSign(end)))
            ++end;
        emitTo(end, SyntaxToken::Number);
    }

    void sign(QChar c)
    {
        qsizetype end = m_at + 1;
        const bool isVariable = c == u'$' && m_language.has(CodeLanguage::DollarVariables);
        const bool isDecorator = c == u'@' && m_language.has(CodeLanguage::Decorators);
        if (!isVariable && !isDecorator) {
            m_at = end;
            return;
        }
        if (isVariable && end < m_line.size() && m_line.at(end) == u'{') {
            const qsizetype brace = m_line.indexOf(u'}', end);
            end = brace < 0 ? m_line.size() : brace + 1;
        }
        while (end < m_line.size() &&
               (isIdentifierPart(m_line.at(end)) || (isDecorator && m_line.at(end) == u'.')))
            ++end;
        emitTo(end, isVariable ? SyntaxToken::Key : SyntaxToken::Function);
    }

    QStringView m_line;
    const CodeLanguage &m_language;
    qsizetype m_at = 0;
    int m_offset;
    SyntaxSpans *m_spans;
};

} // namespace

CodeState lexCode(
    QStringView line, const CodeLanguage &language, CodeState state, int offset, SyntaxSpans *spans)
{
    return CodeLine(line.left(syntaxLineLimit), language, offset, spans).run(state);
}

} // namespace plotleaf
