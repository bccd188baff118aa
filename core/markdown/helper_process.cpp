#include "core/markdown/helper_process.h"

#include "core/markdown/helper_protocol.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace plotleaf {

namespace {

constexpr int startMilliseconds = 10'000;
/// How long a cancelled wait may go on. Only the program's end waits for it.
constexpr int cancelMilliseconds = 20;

Error helperGone()
{
    return {ErrorCode::Io, {}, QStringLiteral("plotleaf-markdown ended")};
}

} // namespace

HelperProcess::HelperProcess(QString path) : m_path(std::move(path))
{
}

HelperProcess::~HelperProcess()
{
    kill();
}

Result<void> HelperProcess::ensureRunning()
{
    if (m_cancelled)
        return Error{ErrorCode::Cancelled, {}, {}};
    // No event loop runs here, so a death since the last message shows only when asked for.
    if (m_process && !m_process->waitForFinished(0) && m_process->state() == QProcess::Running)
        return {};
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(m_path, QStringList());
    ++m_generation;
    if (m_process->waitForStarted(startMilliseconds))
        return {};
    Error error{
        ErrorCode::Io,
        QCoreApplication::translate("plotleaf::HelperProcess",
                                    "The preview cannot be made: the program %1 does not start.")
            .arg(m_path),
        m_process->errorString()};
    m_process.reset();
    return error;
}

void HelperProcess::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished();
    m_process.reset();
}

Result<void> HelperProcess::send(const QByteArray &message)
{
    m_process->write(helper::frameHeader(message.size()));
    m_process->write(message);
    while (m_process->bytesToWrite() > 0) {
        if (!m_process->waitForBytesWritten(startMilliseconds))
            return helperGone();
    }
    return {};
}

Result<void> HelperProcess::waitForBytes(qsizetype count, qint64 deadline)
{
    QDeadlineTimer timer;
    timer.setDeadline(deadline);
    while (m_process->bytesAvailable() < count) {
        if (m_cancelled)
            return Error{ErrorCode::Cancelled, {}, {}};
        const int wait = int(qMin<qint64>(timer.remainingTime(), cancelMilliseconds));
        if (m_process->waitForReadyRead(wait) || m_process->bytesAvailable() >= count)
            continue;
        if (m_process->state() != QProcess::Running)
            return helperGone();
        if (timer.hasExpired())
            return Error{ErrorCode::Timeout, {}, QStringLiteral("plotleaf-markdown is too slow")};
    }
    return {};
}

Result<QByteArray> HelperProcess::receive(int milliseconds)
{
    const qint64 deadline = QDeadlineTimer(milliseconds).deadline();
    if (const auto header = waitForBytes(helper::headerSize, deadline); !header)
        return header.error();
    const qsizetype size = helper::messageSize(m_process->read(helper::headerSize));
    if (const auto body = waitForBytes(size, deadline); !body)
        return body.error();
    return m_process->read(size);
}

} // namespace plotleaf
