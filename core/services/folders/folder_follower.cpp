#include "core/services/folders/folder_follower.h"

#include <QSet>

#include <algorithm>

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
    connect(&m_beat, &QTimer::timeout, this, &FolderFollower::maybeChanged);
    connect(&m_gather, &QTimer::timeout, this, &FolderFollower::maybeChanged);
    const auto notified = [this] {
        if (m_beat.isActive() && !m_gather.isActive())
            m_gather.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, notified);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, notified);
}

void FolderFollower::start()
{
    m_beat.start();
}

void FolderFollower::stop()
{
    m_beat.stop();
    m_gather.stop();
    setPaths({});
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

void FolderFollower::setCost(qint64 milliseconds)
{
    const int interval =
        static_cast<int>(std::clamp<qint64>(milliseconds * costShare, beatMs, slowestBeatMs));
    if (interval != m_beat.interval())
        m_beat.setInterval(interval);
}

} // namespace plotleaf
