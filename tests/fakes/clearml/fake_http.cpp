#include "fakes/clearml/fake_http.h"

#include <QHostAddress>
#include <QSslServer>

namespace plotleaf::test {

namespace {

QByteArray wireBytes(const FakeAnswer &answer)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) +
                       " Fake\r\nContent-Type: " + answer.type +
                       "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    for (const auto &[name, value] : answer.headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + answer.body;
}

/// The first whole request of `input`, taken out of it.
std::optional<FakeRequest> takeRequest(QByteArray &input)
{
    const qsizetype headEnd = input.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    FakeRequest request;
    const QList<QByteArray> lines = input.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    const QByteArray target = first.value(1);
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (input.size() < headEnd + 4 + length)
        return std::nullopt;
    request.body = input.mid(headEnd + 4, length);
    input.remove(0, headEnd + 4 + length);
    return request;
}

} // namespace

FakeHttp::FakeHttp(Handler handler, std::unique_ptr<QTcpServer> server)
    : m_handler(std::move(handler))
    , m_server(server ? std::move(server) : std::make_unique<QTcpServer>())
{
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no server");
    m_port = m_server->serverPort();
    // Of a QSslServer a connection is ready only when both sides have agreed.
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FakeHttp::accept);
}

FakeHttp::~FakeHttp()
{
    // The sockets go with the server, and would still want to tell us.
    const QList<QTcpSocket *> sockets = m_input.keys();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this);
}

QUrl FakeHttp::url() const
{
    const bool isTls = qobject_cast<QSslServer *>(m_server.get()) != nullptr;
    return QUrl(QStringLiteral("%1://127.0.0.1:%2")
                    .arg(isTls ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(m_port));
}

void FakeHttp::setReachable(bool reachable)
{
    if (reachable && !m_server->isListening() && !m_server->listen(QHostAddress::LocalHost, m_port))
        qFatal("the port is taken");
    if (reachable)
        return;
    m_server->close();
    const QList<QTcpSocket *> sockets = m_input.keys();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void FakeHttp::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_input.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_input.remove(socket);
            m_held.removeIf([socket](const Held &held) { return held.socket == socket; });
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0)
            read(socket);
    }
}

void FakeHttp::read(QTcpSocket *socket)
{
    if (!m_input.contains(socket))
        return;
    m_input[socket] += socket->readAll();
    if (m_input[socket].startsWith('\x16')) { // TLS, where plain HTTP is spoken
        socket->write(wireBytes({400, "text/plain", "no request"}));
        socket->disconnectFromHost();
        return;
    }
    while (m_input.contains(socket)) {
        const std::optional<FakeRequest> request = takeRequest(m_input[socket]);
        if (!request)
            return;
        act(socket, *request);
    }
}

std::optional<FakeFault> FakeHttp::takeFault(const FakeRequest &request)
{
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        if (request.path.contains(m_faults[i].path))
            return m_faults.takeAt(i);
    }
    return std::nullopt;
}

void FakeHttp::act(QTcpSocket *socket, const FakeRequest &request)
{
    ++arrivals[request.path];
    lastQuery[request.path] = request.query;
    const std::optional<FakeFault> fault = takeFault(request);
    using Kind = FakeFault::Kind;
    if (fault && fault->kind == Kind::LoseRequest) {
        socket->abort();
        return;
    }
    if (fault && fault->kind == Kind::Refuse) {
        socket->write(wireBytes(fault->answer));
        return;
    }
    if (fault && fault->kind == Kind::Double)
        (void)m_handler(request);
    const FakeAnswer answer = m_handler(request);
    QByteArray bytes = wireBytes(fault && fault->kind == Kind::Replace ? fault->answer : answer);
    if (request.method == "HEAD")
        bytes.truncate(bytes.indexOf("\r\n\r\n") + 4);
    if (fault && fault->kind == Kind::Hold) {
        m_held.append({socket, bytes});
    } else if (fault && fault->kind == Kind::CutAnswer) {
        socket->write(bytes.left(bytes.size() - answer.body.size() / 2 - 1));
        socket->disconnectFromHost();
    } else {
        socket->write(bytes);
    }
}

void FakeHttp::release()
{
    const QList<Held> held = std::exchange(m_held, {});
    for (const Held &answer : held)
        answer.socket->write(answer.bytes);
}

} // namespace plotleaf::test
