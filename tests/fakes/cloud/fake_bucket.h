#pragma once

#include "fakes/clearml/fake_http.h"
#include "support/test_clock.h"

namespace plotleaf::test {

/// A store of the S3 kind over HTTP, with path-style addresses. It computes the signature of what
/// arrived once more, by its own means, and refuses as the real ones do.
class FakeBucket
{
public:
    /// Signatures hold as long as they say, by `clock`, which must outlive this.
    explicit FakeBucket(const Clock &clock, std::unique_ptr<QTcpServer> server = nullptr);

    QString accessKey = QStringLiteral("MINIOKEY");
    QString secretKey = QStringLiteral("m1n10/Secret+word");
    QString session; ///< when not empty, requests have to bring it
    QString region = QStringLiteral("us-east-1");
    QString bucket = QStringLiteral("bucket");
    QHash<QByteArray, QByteArray> files; ///< by key

    /// "127.0.0.1:port"
    QString server() const;
    /// As ClearML writes it.
    QString address(const QString &key) const;

    FakeHttp http;

private:
    FakeAnswer answer(const FakeRequest &request) const;
    FakeAnswer file(const QByteArray &path) const;
    QByteArray signature(const FakeRequest &request) const;

    const Clock &m_clock;
};

} // namespace plotleaf::test
