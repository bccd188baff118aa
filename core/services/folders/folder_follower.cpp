#include "core/services/folders/folder_follower.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace plotleaf {

namespace {

constexpr int beatMs = 1000;
constexpr int gatherMs = 100;
constexpr int slowestBeatMs = 60'000;
// A look may take this share of the time at most.
constexpr int costShare = 5;

} // namespace

FolderFollower::FolderFollower(QObject *parent) : QObject(parent)
{
    m_beat.setInterval(beatMs);
    m_gather.setInterval(gatherMs);
    m_gather.setSingleShot(true);
    m_rest.setSingleShot(true);
    connect(&m_beat, &QTimer::timeout, this, &FolderFollower::tell);
    connect(&m_gather, &QTimer::timeout, this, &FolderFollower::tell);
    connect(&m_rest, &QTimer::timeout, this, &FolderFollower::endRest);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FolderFollower::notified);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderFollower::notified);
}

void FolderFollower::start()
{
    m_isActive = true;
    m_beat.start();
}

void FolderFollower::stop()
{
    m_isActive = false;
    m_isNotified = false;
    m_beat.stop();
    m_gather.stop();
    m_rest.stop();
    setPaths({});
}

void FolderFollower::notified()
{
    if (m_isLooking || m_rest.isActive())
        m_isNotified = true;
    else if (m_isActive && !m_gather.isActive())
        m_gather.start();
}

void FolderFollower::tell()
{
    if (!m_isLooking)
        emit maybeChanged();
}

void FolderFollower::setPaths(const QStringList &paths)
{
    const QStringList old = m_watcher.files() + m_watcher.directories();
    const QSet<QString> known(old.begin(), old.end());
    const QSet<QString> wanted(paths.begin(), paths.end());
    const QStringList gone = (known - wanted).values();
    const QStringList fresh = (wanted - known).values();
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!fresh.isEmpty())
        m_watcher.addPaths(fresh);
}

void FolderFollower::lookBegins()
{
    m_isLooking = true;
    m_gather.stop();
}

void FolderFollower::lookEnds(qint64 cost)
{
    m_isLooking = false;
    if (!m_isActive)
        return;
    const qint64 rest = std::min<qint64>(cost * costShare, slowestBeatMs);
    m_rest.start(static_cast<int>(rest));
    m_beat.start(static_cast<int>(std::max<qint64>(rest, beatMs)));
}

void FolderFollower::endRest()
{
    if (std::exchange(m_isNotified, false))
        notified();
}

} // namespace plotleaf
