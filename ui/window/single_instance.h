#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

namespace plotleaf {

/// Makes sure that a workspace is open in one window only: whoever comes second hands over what it
/// was to open and goes. Who comes first is decided by a file in the workspace that is locked as
/// long as the first one lives; the system unlocks it after a crash. Lives on the GUI thread.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// `workspace`: the folder; another folder is another instance.
    explicit SingleInstance(const QString &workspace, QObject *parent = nullptr);

    /// Becomes the first instance, or asks the one that is running to come to the front and to open
    /// `files` (absolute paths). False when it has taken them. Waits at most ten seconds for one
    /// that is about to begin or to end; one that answers nothing for so long counts as none.
    bool becomeFirst(const QStringList &files);
    /// Others can hand over from now on; until then they wait. A socket left by a crash is
    /// replaced.
    void listen();

signals:
    void requested(const QStringList &files);

private:
    bool handOver(const QStringList &files);
    void takeConnection();

    QString m_name;
    QLockFile m_lock; ///< outlives the server, so that the next one does not meet half of it
    QLocalServer m_server;
};

} // namespace plotleaf
