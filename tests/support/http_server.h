#pragma once

#include <QHash>
#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <utility>
#include <vector>

namespace plotleaf::test {

/// A web server on this machine that answers with what it was told, whole responses as they go over
/// the wire, and remembers what it was asked.
class HttpServer
{
public:
    HttpServer()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no server");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    QUrl url(const QByteArray &path) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()) +
                    QString::fromLatin1(path));
    }

    /// Answers requests for `path` with 200 and `body`.
    void serve(const QByteArray &path,
               const QByteArray &body,
               const QByteArray &type = "application/octet-stream")
    {
        m_answers[path] = "HTTP/1.1 200 OK\r\nContent-Type: " + type +
                          "\r\nContent-Length: " + QByteArray::number(body.size()) +
                          "\r\nSet-Cookie: a=b\r\n" + "Connection: close\r\n\r\n" + body;
    }
    void redirect(const QByteArray &path, const QByteArray &target)
    {
        m_answers[path] = "HTTP/1.1 302 Found\r\nLocation: " + target +
                          "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
    void serveRaw(const QByteArray &path, const QByteArray &response)
    {
        m_answers[path] = response;
    }

    /// Requests for `path` wait for release().
    void hold(const QByteArray &path) { m_held = path; }
    void release()
    {
        m_held.clear();
        for (const auto &answer : std::exchange(m_waiting, {}))
            answer();
    }

    /// How often somebody has connected, whatever was said then.
    int connections = 0;
    /// The requests so far, heads only.
    QByteArrayList requests;

private:
    void accept()
    {
        QTcpSocket *socket = m_server.nextPendingConnection();
        ++connections;
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            m_heads[socket] += socket->readAll();
            if (m_heads[socket].startsWith('\x16')) // TLS, which it does not speak
                return socket->abort();
            if (!m_heads[socket].contains("\r\n\r\n"))
                return;
            const QByteArray head = m_heads.take(socket);
            requests += head;
            const QByteArray path = head.split(' ').value(1);
            const QPointer<QTcpSocket> asking = socket;
            const auto answer = [this, asking, path] {
                if (!asking)
                    return;
                asking->write(m_answers.value(path,
                                              "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n"
                                              "Connection: close\r\n\r\n"));
                asking->disconnectFromHost();
            };
            if (path == m_held)
                m_waiting.push_back(answer);
            else
                answer();
        });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
            m_heads.remove(socket);
            socket->deleteLater();
        });
    }

    QHash<QByteArray, QByteArray> m_answers;
    QByteArray m_held;
    std::vector<std::function<void()>> m_waiting;
    QHash<QTcpSocket *, QByteArray> m_heads;
    QTcpServer m_server; // its sockets still use the rest when they go
};

} // namespace plotleaf::test
