#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace plotleaf {

/// The language of the program's texts, from construction to destruction. Needs an application
/// object and lives in its thread; texts asked for before are English.
///
/// Where no translation fits the person's languages the texts stay English, with the English file
/// for the plural forms that sources cannot spell. Qt's own texts come in the language that ours
/// have, so that no dialog mixes two.
class Translations
{
public:
    explicit Translations(const QLocale &locale = QLocale());

    /// The language of our texts, as its file names it: "en", "de_DE".
    QString language() const;

private:
    QTranslator m_english;
    QTranslator m_local;
    QTranslator m_qt;
};

} // namespace plotleaf
