#pragma once

#include "fakes/clearml/clearml_calls.h"
#include "fakes/clearml/clearml_world.h"
#include "fakes/clearml/fake_http.h"
#include "fakes/clearml/request_schema.h"

#include <QUrlQuery>

namespace plotleaf::test {

/// A ClearML server in memory, API, web (only configuration.json) and files at one address:
/// `<url>/<service>.<action>`, `<url>/api/…`, `<url>/files/…`. Behaves as clearml.md says,
/// surprises included. What other people and bad luck do is in `world` and `http`.
///
/// Every request is checked against the schema; `schemaProblems` must be empty at the end of a test
/// (see checkSchema()).
class FakeClearml : public QObject
{
public:
    explicit FakeClearml(std::unique_ptr<QTcpServer> server = nullptr);
    ~FakeClearml() override;

    ClearmlWorld world;
    FakeHttp http;
    QStringList schemaProblems;
    /// The calls that reached the server, in order: "reports.update".
    QStringList calls;
    /// The last request of each call.
    QHash<QString, QJsonObject> lastBody;
    QHash<QString, QHash<QByteArray, QByteArray>> lastHeaders;

    QString accessKey = QStringLiteral("KEY");
    QString secretKey = QStringLiteral("SECRET");
    qint64 tokenLifetime = 2'592'000; ///< seconds
    qint64 clockAhead = 0;            ///< seconds, of the server before the world's time
    /// Tokens given out so far are no longer accepted.
    void revokeTokens() { m_validFrom = m_tokens; }
    QJsonObject configuration; ///< of the web app
    bool hasPasswords = false; ///< fixed users

    /// Requests that are no schema's business go on; for replaying what others sent.
    bool isChecking = true;
    void checkSchema() const;

private:
    FakeAnswer answer(const FakeRequest &request);
    FakeAnswer api(const FakeRequest &request, const QByteArray &path);
    CallResult
    perform(const QString &endpoint, const QJsonObject &body, const FakeRequest &request);
    std::optional<CallError> unauthorized(const FakeRequest &request) const;
    CallResult login(const FakeRequest &request, const QJsonObject &body);
    FakeAnswer file(const FakeRequest &request, const QByteArray &path);

    const QHash<QString, CallAction> m_actions = allCallActions();
    int m_tokens = 0;
    int m_validFrom = 0;
    RequestSchema m_schema;
    ClearmlScrolls m_scrolls;
};

} // namespace plotleaf::test
