#include "core/base/translations.h"

#include "core/base/program_data.h"

#include <QCoreApplication>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

namespace plotleaf {

Translations::Translations(const QLocale &locale)
{
    const auto load = [](QTranslator &translator, const QLocale &wanted, const QString &name,
                         const QString &folder) {
        return translator.load(wanted, name, u"_"_s, folder) &&
               QCoreApplication::installTranslator(&translator);
    };
    const QString ours = programData(u"translations"_s);
    load(m_english, QLocale(QLocale::English), u"plotleaf"_s, ours);
    // The one that is installed last is asked first.
    load(m_local, locale, u"plotleaf"_s, ours);
    const QLocale shown(language());
    // Where Qt is shipped with the program, its translations lie beside ours.
    if (!load(m_qt, shown, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        load(m_qt, shown, u"qtbase"_s, ours);
}

QString Translations::language() const
{
    return m_local.isEmpty() ? u"en"_s : m_local.language();
}

} // namespace plotleaf
