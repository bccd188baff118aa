#pragma once

#include <QDeadlineTimer>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

#include <chrono>

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

    /// Becomes the first instance, or asks the one that is running, once, to come to the front and
    /// to open `files` (absolute paths). False when there is one: it has taken them, or, when
    /// isUnanswered(), said nothing within `patience`; what reached it, it opens when it wakes.
    bool becomeFirst(const QStringList &files,
                     std::chrono::milliseconds patience = std::chrono::seconds(10));
    bool isUnanswered() const { return m_isUnanswered; }
    /// Others can hand over from now on; until then they wait. A socket left by a crash is
    /// replaced. Does nothing when isUnanswered().
    void listen();

signals:
    void requested(const QStringList &files);

private:
    bool handOver(const QStringList &files, QDeadlineTimer deadline);
    bool takeOver();
    void takeConnection();

    QString m_name;
    QLockFile m_lock; ///< outlives the server, so that the next one does not meet half of it
    QLocalServer m_server;
    bool m_isUnanswered = false;
};

} // namespace plotleaf
