#include "ui/editor/text_search.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

SearchMatch toSearchMatch(const QRegularExpressionMatch &match)
{
    return {int(match.capturedStart()), int(match.capturedLength())};
}

} // namespace

Result<TextSearch> TextSearch::compile(const SearchOptions &options)
{
    QString pattern =
        options.isRegularExpression ? options.pattern : QRegularExpression::escape(options.pattern);
    if (options.wholeWords)
        pattern = QStringLiteral("(?<!\\w)(?:") + pattern + QStringLiteral(")(?!\\w)");
    QRegularExpression::PatternOptions flags =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!options.isCaseSensitive)
        flags |= QRegularExpression::CaseInsensitiveOption;
    QRegularExpression expression(pattern, flags);
    if (!expression.isValid()) {
        const QString message =
            QCoreApplication::translate("plotleaf::TextSearch", "%1 (at character %2)")
                .arg(expression.errorString())
                .arg(expression.patternErrorOffset() + 1);
        return Error{ErrorCode::InvalidInput, message, pattern};
    }
    expression.optimize();
    return TextSearch(expression, options.isRegularExpression);
}

std::optional<SearchMatch> TextSearch::next(const QString &text, int from) const
{
    QRegularExpressionMatch match = m_expression.match(text, from);
    if (!match.hasMatch())
        match = m_expression.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return toSearchMatch(match);
}

std::optional<SearchMatch> TextSearch::previous(const QString &text, int until) const
{
    std::optional<SearchMatch> before;
    std::optional<SearchMatch> last;
    QRegularExpressionMatchIterator matches = m_expression.globalMatch(text);
    while (matches.hasNext()) {
        last = toSearchMatch(matches.next());
        if (last->start + last->length <= until)
            before = last;
        else if (before)
            break;
    }
    return before ? before : last;
}

TextSearch::Count TextSearch::count(const QString &text, int position, int limit) const
{
    Count count;
    QRegularExpressionMatchIterator matches = m_expression.globalMatch(text);
    while (matches.hasNext() && count.total < limit) {
        ++count.total;
        if (matches.next().capturedStart() < position)
            ++count.before;
    }
    return count;
}

QVector<SearchMatch> TextSearch::matchesIn(const QString &text, int from, int to) const
{
    QVector<SearchMatch> found;
    // One iterator: each match() of its own checks the whole text first.
    QRegularExpressionMatchIterator matches = m_expression.globalMatch(text, from);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedStart() >= to)
            break;
        if (match.capturedLength() > 0)
            found.append(toSearchMatch(match));
    }
    return found;
}

QString TextSearch::replacementFor(const QString &text,
                                   const SearchMatch &match,
                                   const QString &replacement) const
{
    return expand(m_expression.match(text, match.start), replacement);
}

std::optional<QString> TextSearch::replaceAll(const QString &text, const QString &replacement) const
{
    QString result;
    qsizetype copied = 0;
    bool found = false;
    QRegularExpressionMatchIterator matches = m_expression.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(copied, match.capturedStart() - copied);
        result += expand(match, replacement);
        copied = match.capturedEnd();
        found = true;
    }
    if (!found)
        return std::nullopt;
    return result + QStringView(text).mid(copied);
}

QString TextSearch::expand(const QRegularExpressionMatch &match, const QString &replacement) const
{
    if (!m_expands)
        return replacement;
    QString expanded;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar c = replacement.at(i);
        const QChar next = i + 1 < replacement.size() ? replacement.at(i + 1) : QChar();
        if (c != u'\\' || next.isNull()) {
            expanded += c;
            continue;
        }
        ++i;
        if (next.isDigit())
            expanded += match.captured(next.digitValue());
        else if (next == u'n')
            expanded += u'\n';
        else if (next == u't')
            expanded += u'\t';
        else
            expanded += next;
    }
    return expanded;
}

} // namespace plotleaf
