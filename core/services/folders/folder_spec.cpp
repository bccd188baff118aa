#include "core/services/folders/folder_spec.h"

#include "core/services/folders/folder_source.h"

#include <QDir>
#include <QFileInfo>

namespace plotleaf {

namespace {

QString absoluteFolder(const QString &path, const QString &baseFolder)
{
    const QString expanded = path == QLatin1String("~") || path.startsWith(QLatin1String("~/"))
                                 ? QString(QDir::homePath() + path.sliced(1))
                                 : path;
    return QDir::cleanPath(QDir(baseFolder).absoluteFilePath(expanded));
}

bool looksLikePath(const QString &spec)
{
    return QDir::isAbsolutePath(spec) || spec == QLatin1String("~") ||
           spec.startsWith(QLatin1String("~/")) || spec.startsWith(QLatin1String("./")) ||
           spec.startsWith(QLatin1String("../"));
}

} // namespace

std::optional<QString> folderOfSpec(const QString &spec, const QString &baseFolder)
{
    for (const QLatin1String prefix : {QLatin1String("folder:"), QLatin1String("folders:")}) {
        if (spec.startsWith(prefix))
            return absoluteFolder(spec.sliced(prefix.size()).trimmed(), baseFolder);
    }
    if (spec.isEmpty())
        return {};
    QString folder = absoluteFolder(spec, baseFolder);
    if (looksLikePath(spec) || QFileInfo(folder).isDir())
        return folder;
    return {};
}

RunSources::Maker folderSourceMaker(const Clock &clock, const QString &baseFolder)
{
    return [&clock, baseFolder](const QString &spec) -> std::shared_ptr<RunSource> {
        const std::optional<QString> folder = folderOfSpec(spec, baseFolder);
        if (!folder)
            return {};
        return std::make_shared<FolderSource>(spec, *folder, clock);
    };
}

} // namespace plotleaf
