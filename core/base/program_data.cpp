#include "core/base/program_data.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plotleaf {

using namespace Qt::StringLiterals;

QString programData(const QString &name)
{
    const QString share = QCoreApplication::applicationDirPath() + u"/../share/"_s;
    for (const QString &path : {QString(share + u"plotleaf/"_s + name), QString(share + name)}) {
        const QFileInfo info(path);
        if (info.exists())
            return info.canonicalFilePath();
    }
    return {};
}

QString programLanguage()
{
    //: The code of the language of this translation, such as de or fr. Not a word to translate.
    return QCoreApplication::translate("plotleaf::ProgramData", "en");
}

QString localProgramData(const QString &name)
{
    const QString local =
        name.section(u'/', 0, -2) + u'/' + programLanguage() + u'/' + name.section(u'/', -1);
    const QString path = programData(local);
    return path.isEmpty() ? programData(name) : path;
}

} // namespace plotleaf
