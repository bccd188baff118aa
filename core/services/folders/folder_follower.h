#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace plotleaf {

/// Tells when something below a folder may have changed: from the system's file notifications where
/// they work, and from a slow beat because network disks do not notify. Lives on the GUI thread.
class FolderFollower : public QObject
{
    Q_OBJECT

public:
    /// Watching costs a handle per path on most systems.
    static constexpr qsizetype maxPaths = 128;

    explicit FolderFollower(QObject *parent = nullptr);

    void start();
    void stop();
    bool isActive() const { return m_beat.isActive(); }
    void setPaths(const QStringList &paths);
    /// How long the last look took, in ms: the beat is 1 s, and slower where looking is dear.
    void setCost(qint64 milliseconds);

signals:
    void maybeChanged();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_beat;
    QTimer m_gather; ///< notifications come in bursts
};

} // namespace plotleaf
