#pragma once

#include "support/test_paths.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

#include <memory>

namespace plotleaf::test {

/// One of tests/data/tls.
inline QSslCertificate testCertificate(const QString &name)
{
    return QSslCertificate::fromPath(testData() + QStringLiteral("/tls/") + name).value(0);
}

/// What speaks TLS with server.pem, for FakeHttp.
inline std::unique_ptr<QTcpServer> tlsServer()
{
    QFile key(testData() + QStringLiteral("/tls/server.key"));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(testCertificate(QStringLiteral("server.pem")));
    configuration.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

} // namespace plotleaf::test
