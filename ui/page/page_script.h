#pragma once

#include <QJsonArray>
#include <QString>

namespace plotleaf {

/// Text of the scripts that are handed to runJavaScript.
struct PageScript
{
    /// `text` as a JavaScript string literal, quotes included. Nothing in it can end the literal or
    /// the script: quotes, backslashes, line ends (U+2028 and U+2029 too) and `<` are escaped.
    static QString literal(const QString &text);

    /// Calls `plotleaf.FUNCTION(...arguments)`; its value is "" or the text of the exception. The
    /// arguments go through JSON.parse, where "__proto__" is a key like any other, and which is
    /// faster than a literal object.
    static QString call(const QString &function, const QJsonArray &arguments);
};

} // namespace plotleaf
