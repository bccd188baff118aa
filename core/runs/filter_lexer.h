#pragma once

#include "core/base/result.h"

#include <QString>
#include <QVector>

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

/// An error that points at a place in a filter’s text: “At character 12 of the filter: …”.
Error filterError(const FilterToken &at, const QString &message);

/// Splits a filter into tokens, the last of which is End. A word may hold a quoted part after a
/// dot, for names with spaces: config."learning rate". Errors: InvalidInput (a quote that is not
/// closed, a strange character), LimitExceeded (more than 10,000 characters).
Result<QVector<FilterToken>> lexFilter(const QString &text);

} // namespace plotleaf
