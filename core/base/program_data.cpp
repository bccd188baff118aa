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

} // namespace plotleaf
