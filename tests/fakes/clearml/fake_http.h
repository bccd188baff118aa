#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace plotleaf::test {

struct FakeRequest
{
    QByteArray method;
    QByteArray path;                       ///< percent-encoded, without query
    QByteArray query;                      ///< percent-encoded
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

struct FakeAnswer
{
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
};

/// What goes wrong with one request.
struct FakeFault
{
    enum class Kind {
        LoseRequest, ///< the connection ends before the server has acted
        CutAnswer,   ///< the server acts; the connection ends in the middle of the answer
        Refuse,      ///< `answer` instead of acting
        Replace,     ///< the server acts, and `answer` is what comes back
        Hold,        ///< the server acts; the answer waits for FakeHttp::release()
        Double,      ///< the request arrives twice; the second answer comes back
    };

    Kind kind = Kind::LoseRequest;
    QByteArray path; ///< of the requests it hits: a part of their path; empty: any
    FakeAnswer answer = {};
};

/// A web server on this machine, in this thread: keeps connections, and does with each request what
/// the next fault that fits says, or else answers it by `handler`.
class FakeHttp : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<FakeAnswer(const FakeRequest &)>;

    /// `server`: plain when null (a QSslServer speaks TLS).
    explicit FakeHttp(Handler handler, std::unique_ptr<QTcpServer> server = nullptr);

    ~FakeHttp() override;

    QUrl url() const;
    void add(const FakeFault &fault) { m_faults.append(fault); }
    /// Faults that no request has met yet.
    qsizetype faultsLeft() const { return m_faults.size(); }
    /// Answers that were held go out.
    void release();
    bool isHolding() const { return !m_held.isEmpty(); }
    /// As if the machine were off: connections end and none is taken.
    void setReachable(bool reachable);

    /// How often each path has arrived, faults or not.
    QHash<QByteArray, int> arrivals;
    /// The last query of each path, as it was written.
    QHash<QByteArray, QByteArray> lastQuery;

private:
    struct Held
    {
        QTcpSocket *socket = nullptr;
        QByteArray bytes;
    };

    void accept();
    void read(QTcpSocket *socket);
    void act(QTcpSocket *socket, const FakeRequest &request);
    std::optional<FakeFault> takeFault(const FakeRequest &request);

    const Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, QByteArray> m_input;
    QList<FakeFault> m_faults;
    QList<Held> m_held;
    quint16 m_port = 0;
};

} // namespace plotleaf::test
