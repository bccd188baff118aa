#include "core/runs/filter_lexer.h"

#include "core/runs/nearest_names.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr int maxFilterLength = 10'000;

struct LexerText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunFilter)
};

bool isFilterQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

bool isFilterOperator(QChar c)
{
    return c == u'=' || c == u'!' || c == u'<' || c == u'>' || c == u'~';
}

bool isWordCharacter(QChar c)
{
    return !c.isSpace() && !isFilterQuote(c) && !isFilterOperator(c) &&
           !QStringView(u"()[],").contains(c) && c.isPrint();
}

std::optional<FilterToken::Kind> bracketKind(QChar c)
{
    switch (c.unicode()) {
    case u'(':
        return FilterToken::Kind::Open;
    case u')':
        return FilterToken::Kind::Close;
    case u'[':
        return FilterToken::Kind::OpenList;
    case u']':
        return FilterToken::Kind::CloseList;
    case u',':
        return FilterToken::Kind::Comma;
    default:
        return {};
    }
}

/// What other languages write so comes first.
QStringList operatorsLike(const QString &written, const QStringList &known)
{
    static const QHash<QString, QString> others{
        {QStringLiteral("=>"), QStringLiteral(">=")}, {QStringLiteral("=<"), QStringLiteral("<=")},
        {QStringLiteral("<>"), QStringLiteral("!=")}, {QStringLiteral("=~"), QStringLiteral("~")},
        {QStringLiteral("~="), QStringLiteral("~")},  {QStringLiteral("==="), QStringLiteral("=")}};
    const QString meant = others.value(written);
    return meant.isEmpty() ? nearestNames(written, known) : QStringList{meant};
}

class FilterLexer
{
public:
    explicit FilterLexer(const QString &text) : m_text(text) {}

    FilterTokens run()
    {
        QVector<FilterToken> tokens;
        while (!m_mistake) {
            skipSpace();
            m_start = m_at;
            if (m_at >= m_text.size())
                break;
            tokens << next();
        }
        return {tokens << token(FilterToken::Kind::End, {}), m_mistake};
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    FilterToken token(FilterToken::Kind kind, const QString &text) const
    {
        return {kind, text, int(m_start), int(m_at - m_start)};
    }

    FilterToken next()
    {
        const QChar c = m_text[m_at];
        if (const auto kind = bracketKind(c)) {
            ++m_at;
            return token(*kind, QString(c));
        }
        if (isFilterOperator(c))
            return operatorToken();
        if (isFilterQuote(c)) {
            const QString text = quoted();
            return token(FilterToken::Kind::Text, text);
        }
        return word();
    }

    FilterToken operatorToken()
    {
        while (m_at < m_text.size() && isFilterOperator(m_text[m_at]))
            ++m_at;
        const QString written = m_text.mid(m_start, m_at - m_start);
        static const QStringList known{
            QStringLiteral("="), QStringLiteral("!="), QStringLiteral("<"), QStringLiteral("<="),
            QStringLiteral(">"), QStringLiteral(">="), QStringLiteral("~"), QStringLiteral("!~")};
        const QString canonical = written == QLatin1String("==") ? QStringLiteral("=") : written;
        FilterToken made = token(FilterToken::Kind::Operator, canonical);
        if (!known.contains(canonical))
            fail(made,
                 LexerText::tr("this is not an operator. Operators: %1.")
                     .arg(known.join(QLatin1Char(' ')) + QStringLiteral(" in contains")),
                 operatorsLike(written, known));
        return made;
    }

    FilterToken word()
    {
        QString text;
        while (m_at < m_text.size() && !m_mistake) {
            const QChar c = m_text[m_at];
            if (isFilterQuote(c) && text.endsWith(QLatin1Char('.')))
                text += quoted();
            else if (isWordCharacter(c))
                text += m_text[m_at++];
            else
                break;
        }
        if (text.isEmpty() && !m_mistake) {
            ++m_at;
            fail(token(FilterToken::Kind::Word, {}),
                 LexerText::tr("this character means nothing here."));
        }
        return token(FilterToken::Kind::Word, text);
    }

    /// Reads from a quote to its partner; a backslash takes the next character as it is.
    QString quoted()
    {
        const qsizetype opening = m_at;
        const QChar quote = m_text[m_at++];
        QString text;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == quote) {
                ++m_at;
                return text;
            }
            const bool escapes = c == u'\\' && m_at + 1 < m_text.size() &&
                                 (m_text[m_at + 1] == quote || m_text[m_at + 1] == u'\\');
            text += escapes ? m_text[++m_at] : c;
        }
        fail({FilterToken::Kind::Text, {}, int(opening), int(m_text.size() - opening)},
             LexerText::tr("this quotation mark is never closed."));
        return text;
    }

    void fail(const FilterToken &at, const QString &message, const QStringList &suggestions = {})
    {
        if (!m_mistake)
            m_mistake = filterMistake(at, message, suggestions);
    }

    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    std::optional<FilterMistake> m_mistake;
};

} // namespace

bool FilterToken::isKeyword(const char *keyword) const
{
    return kind == Kind::Word && text.compare(QLatin1String(keyword), Qt::CaseInsensitive) == 0;
}

FilterMistake
filterMistake(const FilterToken &at, const QString &message, const QStringList &suggestions)
{
    return {ErrorCode::InvalidInput,       message,    at.start, at.length,
            at.is(FilterToken::Kind::End), suggestions};
}

FilterTokens lexFilter(const QString &text)
{
    if (text.size() > maxFilterLength)
        return {{},
                FilterMistake{ErrorCode::LimitExceeded,
                              LexerText::tr("The filter is too long."),
                              0,
                              int(text.size()),
                              false,
                              {}}};
    return FilterLexer(text).run();
}

bool isFilterWord(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isWordCharacter);
}

QString filterQuoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

} // namespace plotleaf
