#include "core/base/resource_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QResource>

using namespace Qt::StringLiterals;

namespace plotleaf {

Result<void> openResourceFile()
{
    if (QFileInfo::exists(u":/web/index.html"_s))
        return {};
    const QDir programs(QCoreApplication::applicationDirPath());
    const QStringList places{u"../share/plotleaf.rcc"_s, u"../share/plotleaf/plotleaf.rcc"_s,
                             u"../Resources/plotleaf.rcc"_s, u"plotleaf.rcc"_s};
    for (const QString &place : places) {
        if (QResource::registerResource(QDir::cleanPath(programs.filePath(place))))
            return {};
    }
    return Error{ErrorCode::NotFound,
                 QCoreApplication::translate("plotleaf::ResourceFile",
                                             "The installation is incomplete: plotleaf.rcc was not "
                                             "found beside the program."),
                 programs.path()};
}

} // namespace plotleaf
