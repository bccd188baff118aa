#pragma once

#include <QVariant>

#include <optional>
#include <string_view>

namespace plotleaf {

// Numbers as programs write them into text files. Any thread.

/// The number that a text is, blanks around it ignored: "1e-3", "+.5", and in any case "nan",
/// "-NaN", "inf", "Infinity", "1.#INF". With `commaIsPoint` also "0,5". Nothing for anything else,
/// an empty text among it.
std::optional<double> numberOfText(std::string_view text, bool commaIsPoint = false);

/// What a text that stands for a parameter means: a number, true or false, nothing ("None",
/// "null"), or the text.
QVariant valueOfText(const QString &text);

} // namespace plotleaf
