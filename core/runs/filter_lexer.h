#pragma once

#include "core/runs/filter_mistake.h"

#include <QString>
#include <QVector>

#include <optional>

namespace plotleaf {

/// A word of the filter language.
struct FilterToken
{
    enum class Kind { Word, Text, Operator, Open, Close, OpenList, CloseList, Comma, End };

    Kind kind = Kind::End;
    QString text;   ///< of Text: without quotes and escapes; of Operator: canonical ("=" for "==")
    int start = 0;  ///< first character, counted from 0
    int length = 0; ///< as written, with quotes

    bool is(Kind other) const { return kind == other; }
    /// A word that is this keyword; keywords are lower case ("AND" and Python's "True" are read as
    /// well).
    bool isKeyword(const char *keyword) const;
};

/// A mistake at this token.
FilterMistake
filterMistake(const FilterToken &at, const QString &message, const QStringList &suggestions = {});

/// A text in tokens, the last of which is End, or what is wrong with it: a quote that is not
/// closed, a strange character, more than 10,000 characters.
struct FilterTokens
{
    QVector<FilterToken> tokens;
    std::optional<FilterMistake> mistake;
};

/// Splits a filter into tokens. A word may hold a quoted part after a dot, for names with spaces:
/// config."learning rate".
FilterTokens lexFilter(const QString &text);

/// Whether the text is read as one word, so that it needs no quotes.
bool isFilterWord(const QString &text);
/// The text between quotes, as lexFilter() reads it.
QString filterQuoted(const QString &text);

} // namespace plotleaf
