#include "ui/window/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalSocket>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int connectMs = 3000;
constexpr std::chrono::milliseconds lockWait{50};
constexpr QDataStream::Version handOverVersion = QDataStream::Qt_6_4;
constexpr QByteArrayView handOverAnswer = "ok";

/// Of the folder itself, however it is reached.
QString instanceName(const QString &workspace)
{
    QDir().mkpath(workspace);
    const QString canonical = QDir(workspace).canonicalPath();
    const QString folder = canonical.isEmpty() ? QDir(workspace).absolutePath() : canonical;
    const QByteArray key = folder.toUtf8() + '\n' + QDir::homePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
    return u"plotleaf-"_s + QString::fromLatin1(digest.left(24));
}

} // namespace

SingleInstance::SingleInstance(const QString &workspace, QObject *parent)
    : QObject(parent)
    , m_name(instanceName(workspace))
    , m_lock(QDir(workspace).absoluteFilePath(m_name + u".lock"_s))
{
    // It may be open for weeks.
    m_lock.setStaleLockTime(0);
    // Other users of the machine have no business here.
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeConnection);
}

bool SingleInstance::becomeFirst(const QStringList &files, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    std::chrono::milliseconds wait{0};
    while (!m_lock.tryLock(int(wait.count()))) {
        if (handOver(files, deadline))
            return false;
        // Where nothing can be locked, nobody can be told apart from one that has crashed.
        if (m_lock.error() != QLockFile::LockFailedError)
            return true;
        if (deadline.hasExpired())
            return takeOver();
        wait = lockWait;
    }
    return true;
}

/// Of a crash on another machine, or under a name that this one had before, the file is still
/// there; one whose owner lives cannot be taken away.
bool SingleInstance::takeOver()
{
    m_isUnanswered = !m_lock.removeStaleLockFile() || !m_lock.tryLock(0);
    return !m_isUnanswered;
}

/// Waits to the end for an answer: one that is busy reads later what was said, and would open the
/// files as often.
bool SingleInstance::handOver(const QStringList &files, QDeadlineTimer deadline)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(connectMs))
        return false;
    QDataStream stream(&socket);
    stream.setVersion(handOverVersion);
    stream << files;
    const auto left = [&] { return int(std::max<qint64>(deadline.remainingTime(), 1)); };
    return socket.waitForBytesWritten(left()) && socket.waitForReadyRead(left()) &&
           socket.readAll() == handOverAnswer;
}

void SingleInstance::listen()
{
    if (m_isUnanswered || m_server.listen(m_name))
        return;
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

void SingleInstance::takeConnection()
{
    QLocalSocket *socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    const auto read = [this, socket] {
        QDataStream stream(socket);
        stream.setVersion(handOverVersion);
        stream.startTransaction();
        QStringList files;
        stream >> files;
        if (!stream.commitTransaction())
            return;
        socket->write(handOverAnswer.data(), handOverAnswer.size());
        socket->flush();
        emit requested(files);
    };
    connect(socket, &QLocalSocket::readyRead, this, read);
    if (socket->bytesAvailable() > 0)
        read();
}

} // namespace plotleaf
