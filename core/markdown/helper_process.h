#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QProcess>
#include <QString>

#include <atomic>
#include <memory>

namespace plotleaf {

/// The host's side of `plotleaf-markdown`: starts it, sends and receives messages, and knows when
/// it is a new one that remembers nothing. Blocking: lives on a thread that has nothing else to do.
class HelperProcess
{
public:
    explicit HelperProcess(QString path);
    ~HelperProcess();
    Q_DISABLE_COPY_MOVE(HelperProcess)

    /// Starts the helper when none runs. Fails when it cannot be started.
    Result<void> ensureRunning();
    /// Ends it at once. The next ensureRunning() starts a new one.
    void kill();

    /// Grows with each start.
    int generation() const { return m_generation; }

    Result<void> send(const QByteArray &message);
    /// The next message. Timeout: none within the time (the helper still runs); Io: the helper is
    /// gone.
    Result<QByteArray> receive(int milliseconds);

    /// Makes a receive() that is under way, and all later ones, end with Cancelled. From any
    /// thread.
    void cancel() { m_cancelled = true; }

private:
    Result<void> waitForBytes(qsizetype count, qint64 deadline);

    QString m_path;
    std::unique_ptr<QProcess> m_process;
    int m_generation = 0;
    std::atomic<bool> m_cancelled = false;
};

} // namespace plotleaf
