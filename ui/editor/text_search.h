#pragma once

#include "core/base/result.h"

#include <QRegularExpression>
#include <QString>

#include <optional>

namespace plotleaf {

struct SearchOptions
{
    QString pattern;
    bool isRegularExpression = false;
    bool isCaseSensitive = false;
    bool wholeWords = false;

    friend bool operator==(const SearchOptions &, const SearchOptions &) = default;
};

struct SearchMatch
{
    int start = 0;
    int length = 0;
};

/// Finds and replaces in a text as the find bar asks for it. `^` and `$` mean lines. Values, no
/// thread of its own.
class TextSearch
{
public:
    /// Errors: InvalidInput, with what is wrong with the expression and where.
    static Result<TextSearch> compile(const SearchOptions &options);

    /// The first match that starts at or after `from`; none after it: the first of all.
    std::optional<SearchMatch> next(const QString &text, int from) const;
    /// The last match that ends at or before `until`; none before it: the last of all.
    std::optional<SearchMatch> previous(const QString &text, int until) const;
    /// How many there are, at most `limit`; and how many of them start before `position`.
    struct Count
    {
        int total = 0;
        int before = 0;
    };
    Count count(const QString &text, int position, int limit) const;
    /// What a match becomes: `\1` and `\n` are understood when searching with expressions.
    QString
    replacementFor(const QString &text, const SearchMatch &match, const QString &replacement) const;
    /// The matches in [from, to).
    QVector<SearchMatch> matchesIn(const QString &text, int from, int to) const;
    /// The text with every match replaced; nothing when there is none.
    std::optional<QString> replaceAll(const QString &text, const QString &replacement) const;

private:
    TextSearch(QRegularExpression expression, bool expands)
        : m_expression(std::move(expression)), m_expands(expands)
    {
    }
    QString expand(const QRegularExpressionMatch &match, const QString &replacement) const;

    QRegularExpression m_expression;
    bool m_expands = false; ///< replacements may name groups
};

} // namespace plotleaf
