#include "core/services/folders/wandb_format.h"

#include "core/services/folders/wandb_run.h"
#include "core/services/folders/wandb_side_files.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace plotleaf {

namespace {

using Directories = QVector<WandbDirectory>;

const QString hiddenFolder = QStringLiteral(".wandb");

/// What W&B keeps in a run directory beside its log.
QStringList partsOfADirectory()
{
    return {QStringLiteral("files"), QStringLiteral("logs"), QStringLiteral("tmp")};
}

void appendIfThere(QVector<RunFile> &files, const QString &folder, const QString &name)
{
    const QFileInfo info(folder + u'/' + name);
    if (info.isFile())
        files.append({name, info.size(), info.lastModified().toUTC()});
}

void appendSideFiles(QVector<RunFile> &files, const QString &folder, const QString &prefix)
{
    const QStringList names = WandbSideFiles::names();
    for (const QString &name : names)
        appendIfThere(files, folder, prefix + QStringLiteral("files/") + name);
}

void sortByTime(Directories &directories)
{
    std::ranges::sort(directories, {}, [](const WandbDirectory &directory) {
        return std::pair(directory.time, directory.name);
    });
}

/// The run whose directories in one folder these are; its place has no files where they hold
/// none.
RunLocation placeOf(const FolderListing &parent, Directories directories)
{
    sortByTime(directories);
    RunLocation place{parent.idOf(directories.first().name), parent.path, {}};
    for (const WandbDirectory &directory : directories) {
        const QString prefix = directory.name + u'/';
        appendIfThere(place.files, parent.path,
                      prefix + QStringLiteral("run-%1.wandb").arg(directory.id));
        appendSideFiles(place.files, parent.path, prefix);
    }
    return place;
}

/// The runs of the directories among `names`, which lie in `parent`.
void appendRuns(RunFormat::Found &found, const FolderListing &parent, const QStringList &names)
{
    QMap<QString, Directories> byId;
    for (const QString &name : names) {
        if (const auto directory = wandbDirectoryOf(name))
            byId[directory->id].append(*directory);
    }
    for (const Directories &directories : byId) {
        const RunLocation place = placeOf(parent, directories);
        if (place.files.isEmpty())
            continue;
        found.runs.append(place);
        for (const WandbDirectory &directory : directories)
            found.claimed.append(directory.name);
    }
}

/// Where the listed folder is a run directory itself: its run, as the folder above it tells it.
RunLocation placeFromWithin(const FolderListing &listing, const WandbDirectory &own)
{
    const bool isRoot = listing.id == QLatin1String(".");
    const qsizetype slash = listing.id.lastIndexOf(u'/');
    const FolderListing parent{slash < 0 ? QStringLiteral(".") : listing.id.left(slash),
                               QFileInfo(listing.path).path(),
                               {},
                               {}};
    Directories directories{own};
    if (!isRoot && !QFileInfo(listing.path).isSymLink()) {
        const QStringList names =
            QDir(parent.path).entryList({QStringLiteral("*run-*")}, QDir::Dirs | QDir::NoSymLinks);
        for (const QString &name : names) {
            const auto other = wandbDirectoryOf(name);
            if (other && other->id == own.id && other->name != own.name)
                directories.append(*other);
        }
    }
    RunLocation place = placeOf(parent, directories);
    if (isRoot)
        place.id = listing.id;
    return place;
}

} // namespace

std::optional<WandbDirectory> wandbDirectoryOf(const QString &name)
{
    // wandb/sdk/wandb_settings.py, sync_dir
    static const QRegularExpression pattern(
        QStringLiteral("^(?:offline-)?run-(\\d{8}_\\d{6})-(.+)$"));
    const QRegularExpressionMatch match = pattern.match(name);
    if (!match.hasMatch())
        return {};
    return WandbDirectory{name, match.captured(1), match.captured(2)};
}

bool WandbFormat::mayHold(const QString &fileName) const
{
    return fileName.endsWith(QLatin1String(".wandb"));
}

RunFormat::Found WandbFormat::runsIn(const FolderListing &listing) const
{
    Found found;
    appendRuns(found, listing, listing.folders);
    // Where such a folder exists, W&B uses it instead of `wandb`.
    const QString hidden = listing.path + u'/' + hiddenFolder;
    if (QFileInfo(hidden).isDir()) {
        Found below; // nobody looks into hidden folders: nothing is to be claimed
        appendRuns(below, {listing.idOf(hiddenFolder), hidden, {}, {}},
                   QDir(hidden).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks));
        found.runs += below.runs;
    }
    if (const auto own = wandbDirectoryOf(QFileInfo(listing.path).fileName())) {
        const RunLocation place = placeFromWithin(listing, *own);
        if (!place.files.isEmpty()) {
            found.runs.append(place);
            found.claimed += partsOfADirectory();
        }
        return found;
    }
    for (const RunFile &file : listing.files) {
        if (!mayHold(file.name))
            continue;
        RunLocation place{listing.idOf(file.name), listing.path, {file}};
        appendSideFiles(place.files, listing.path, {});
        found.runs.append(place);
        found.claimed += partsOfADirectory();
    }
    return found;
}

std::unique_ptr<FileRun> WandbFormat::open(const RunLocation &place) const
{
    return std::make_unique<WandbRun>(place.path);
}

} // namespace plotleaf
