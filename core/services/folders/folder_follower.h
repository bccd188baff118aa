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
    bool isActive() const { return m_isActive; }
    void setPaths(const QStringList &paths);
    /// To be told of each look: while it goes on nothing is told, and afterwards not sooner than
    /// its cost (ms) allows. The beat is 1 s, and slower where looking is dear. What happens
    /// meanwhile is told when its time has come.
    void lookBegins();
    void lookEnds(qint64 cost);

signals:
    void maybeChanged();

private:
    void notified();
    void tell();
    void endRest();

    QFileSystemWatcher m_watcher;
    QTimer m_beat;
    QTimer m_gather; ///< notifications come in bursts
    QTimer m_rest;   ///< after a look
    bool m_isActive = false;
    bool m_isLooking = false;
    bool m_isNotified = false; ///< while looking or at rest
};

} // namespace plotleaf
