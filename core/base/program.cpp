#include "core/base/program.h"

#include <QCoreApplication>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace plotleaf {

void nameProgram()
{
    QCoreApplication::setApplicationName(u"plotleaf"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLOTLEAF_VERSION));
}

QString defaultLibraryFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

QString defaultCacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
}

} // namespace plotleaf
