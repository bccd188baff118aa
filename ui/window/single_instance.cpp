#include "ui/window/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>

#include <chrono>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int handOverMs = 3000;
constexpr std::chrono::seconds patience{10};
constexpr std::chrono::milliseconds lockWait{50};
constexpr QDataStream::Version handOverVersion = QDataStream::Qt_6_4;
constexpr QByteArrayView handOverAnswer = "ok";

QString instanceName(const QString &workspace)
{
    const QByteArray key =
        QDir(workspace).absolutePath().toUtf8() + '\n' + QDir::homePath().toUtf8();
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
    QDir().mkpath(workspace);
    // Other users of the machine have no business here.
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeConnection);
}

bool SingleInstance::becomeFirst(const QStringList &files)
{
    const QDeadlineTimer deadline(patience);
    std::chrono::milliseconds wait{0};
    while (!m_lock.tryLock(int(wait.count()))) {
        if (handOver(files))
            return false;
        // Where nothing can be locked, nobody can be told apart from one that has crashed.
        if (m_lock.error() != QLockFile::LockFailedError || deadline.hasExpired())
            break;
        wait = lockWait;
    }
    return true;
}

bool SingleInstance::handOver(const QStringList &files)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(handOverMs))
        return false;
    QDataStream stream(&socket);
    stream.setVersion(handOverVersion);
    stream << files;
    if (!socket.waitForBytesWritten(handOverMs) || !socket.waitForReadyRead(handOverMs))
        return false;
    return socket.readAll() == handOverAnswer;
}

void SingleInstance::listen()
{
    if (m_server.listen(m_name))
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
