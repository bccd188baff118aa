#pragma once

#include <QChar>
#include <QString>

namespace plotleaf::test {

/// The character that a typist of the tests types at a place: so every text typed is a beginning of
/// the same long text, and what is missing after a kill can be counted.
inline QChar typedCharacter(qsizetype at)
{
    static const QString letters = QStringLiteral("the loss falls, éß→数\n");
    return letters.at((at * at + 7 * at) % letters.size());
}

/// The first `length` characters of that text.
inline QString typedText(qsizetype length)
{
    QString text;
    for (qsizetype i = 0; i < length; ++i)
        text += typedCharacter(i);
    return text;
}

} // namespace plotleaf::test
