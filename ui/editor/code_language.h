#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace plotleaf {

/// What the generic code lexer knows about a language: enough to colour it, not to understand it.
struct CodeLanguage
{
    enum Feature {
        TripleQuotes = 1, ///< """…""" and '''…''' over several lines
        SingleQuoteStrings = 2,
        BacktickStrings = 4,  ///< over several lines
        Decorators = 8,       ///< @name
        Preprocessor = 16,    ///< # at the start of a line
        DollarVariables = 32, ///< $name, ${name}
        CaseInsensitive = 64,
        ColonKeys = 128,  ///< name: at the start of a line, and "name": anywhere
        EqualsKeys = 256, ///< name = and [section]
        Diff = 512,       ///< lines that start with + - @
    };

    std::vector<QString> names;    ///< as written after a fence, lower case
    std::vector<QString> keywords; ///< sorted
    std::vector<QString> types;    ///< sorted: types, constants, built-ins
    QString lineComment;
    QString lineComment2;
    QString blockOpen;
    QString blockClose;
    int features = 0;

    bool has(Feature feature) const { return (features & feature) != 0; }
    bool isKeyword(QStringView word) const;
    bool isType(QStringView word) const;
};

/// Number of the language that a fence's info string names (its first word); 0: none that we know.
/// The numbers are stable while the program runs and below 64.
int codeLanguageIndex(QStringView info);

/// Precondition: 0 < index, from codeLanguageIndex().
const CodeLanguage &codeLanguage(int index);

} // namespace plotleaf
