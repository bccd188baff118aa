#include "core/services/folders/run_finder.h"

#include "core/runs/natural_sort.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr qsizetype maxFolders = 200'000;

struct FinderText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RunFinder)
};

/// What one folder holds.
struct Listing
{
    QVector<RunFile> files;
    QStringList folders;
    QStringList links;
};

/// `wants` is asked for each file's name.
template <typename Wants>
Listing listingOf(const QString &folder, const std::atomic_bool &cancelled, const Wants &wants)
{
    Listing listing;
    QDirIterator entries(folder, QDir::AllEntries | QDir::NoDotAndDotDot);
    while (!cancelled && entries.hasNext()) {
        entries.next();
        const QFileInfo info = entries.fileInfo();
        if (info.isDir())
            (info.isSymLink() ? listing.links : listing.folders).append(info.fileName());
        // Not what a link may lead to besides: opening a pipe that nobody writes to never ends.
        else if (info.isFile() && wants(info.fileName()))
            listing.files.append({info.fileName(), info.size(), info.lastModified().toUTC()});
    }
    std::ranges::sort(listing.files, {}, &RunFile::name);
    listing.folders.sort();
    return listing;
}

/// A folder that the walk has still to look into.
struct Pending
{
    QString id;
    QString path;
    QString realPath;
};

class RunWalk
{
public:
    RunWalk(const QString &root, const RunFormats &formats, const std::atomic_bool &cancelled)
        : m_formats(formats), m_cancelled(cancelled)
    {
        push({QString(), root, QFileInfo(root).canonicalFilePath()});
    }

    Result<FoundRuns> walk()
    {
        while (!m_cancelled && !(m_folders.isEmpty() && m_links.isEmpty())) {
            if (m_folders.isEmpty()) {
                const Pending link = m_links.takeLast();
                push({link.id, link.path, QFileInfo(link.path).canonicalFilePath()});
                continue;
            }
            if (m_seen.size() > maxFolders) {
                m_found.warnings.append(
                    FinderText::tr("The folder holds more than 200,000 folders; "
                                   "the rest was not searched for runs."));
                break;
            }
            visit(m_folders.takeLast());
        }
        if (m_cancelled)
            return Error{
                ErrorCode::Cancelled, FinderText::tr("Searching for runs was cancelled."), {}};
        std::sort(m_found.runs.begin(), m_found.runs.end(),
                  [](const FoundRun &a, const FoundRun &b) {
                      return naturalLess(a.place.id, b.place.id);
                  });
        return m_found;
    }

private:
    void push(const Pending &folder)
    {
        if (folder.realPath.isEmpty() || m_seen.contains(folder.realPath))
            return;
        m_seen.insert(folder.realPath);
        m_folders.append(folder);
    }

    void visit(const Pending &folder)
    {
        if (!QFileInfo(folder.path).isReadable()) {
            m_found.warnings.append(
                FinderText::tr("The folder “%1” may not be read.").arg(folder.path));
            return;
        }
        const Listing listing = listingOf(folder.path, m_cancelled, [this](const QString &name) {
            return m_formats.mayHold(name);
        });
        const RunFormats::Found found =
            m_formats.runsIn({folder.id.isEmpty() ? QStringLiteral(".") : folder.id, folder.path,
                              listing.files, listing.folders});
        m_found.runs += found.runs;
        m_found.warnings += found.warnings;
        const QString prefix = folder.id.isEmpty() ? QString() : QString(folder.id + u'/');
        for (const QString &name : listing.folders) {
            const QString realPath = folder.realPath + u'/' + name;
            if (found.claimed.contains(name))
                m_seen.insert(realPath); // nor do links lead there
            else
                push({prefix + name, folder.path + u'/' + name, realPath});
        }
        for (const QString &name : listing.links) {
            if (!found.claimed.contains(name))
                m_links.append({prefix + name, folder.path + u'/' + name, {}});
        }
    }

    const RunFormats &m_formats;
    const std::atomic_bool &m_cancelled;
    QVector<Pending> m_folders;
    QVector<Pending> m_links;
    QSet<QString> m_seen;
    FoundRuns m_found;
};

} // namespace

Result<FoundRuns>
findRuns(const QString &root, const RunFormats &formats, const std::atomic_bool &cancelled)
{
    const QFileInfo info(root);
    if (!info.isDir())
        return Error{ErrorCode::NotFound, FinderText::tr("There is no folder “%1”.").arg(root), {}};
    if (!info.isReadable())
        return Error{ErrorCode::NotAllowed,
                     FinderText::tr("The folder “%1” may not be read.").arg(root),
                     {}};
    return RunWalk(root, formats, cancelled).walk();
}

QString partId(const QString &placeId, const QString &key)
{
    // Slashes are those of folders, and a name must not lead to another folder either.
    QString name = key;
    name.replace(u'%', QLatin1String("%25")).replace(u'/', QLatin1String("%2F"));
    if (name.isEmpty() || name == QLatin1String(".") || name == QLatin1String(".."))
        name.replace(u'.', QLatin1String("%2E")).prepend(QLatin1String("%20"));
    return placeId + u'/' + name;
}

std::optional<FoundRun> findRun(const QString &root, const QString &id, const RunFormats &formats)
{
    const std::atomic_bool never = false;
    QString folderId = id;
    while (true) {
        const QString path = QDir::cleanPath(root + u'/' + folderId);
        if (path != root && !path.startsWith(root + u'/'))
            return {};
        const Listing listing = listingOf(
            path, never, [&formats](const QString &name) { return formats.mayHold(name); });
        const RunFormats::Found found =
            formats.runsIn({folderId, path, listing.files, listing.folders});
        const auto run = std::ranges::find_if(found.runs, [&id](const FoundRun &each) {
            return each.place.holdsMany ? id.startsWith(each.place.id + u'/') : id == each.place.id;
        });
        if (run != found.runs.end())
            return *run;
        if (folderId == QLatin1String("."))
            return {};
        const qsizetype slash = folderId.lastIndexOf(u'/');
        folderId = slash < 0 ? QStringLiteral(".") : folderId.left(slash);
    }
}

QVector<RunFile> filesOf(const RunFormat &format, const QString &folder)
{
    const std::atomic_bool never = false;
    return listingOf(folder, never, [&format](const QString &name) { return format.mayHold(name); })
        .files;
}

} // namespace plotleaf
