#pragma once

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <chrono>

namespace plotleaf {

/// Who signs, for where, and when.
struct S3Signing
{
    /// Which of the two stores: they differ in words only.
    enum class Kind { Amazon, Google };

    QString id;
    QString secret;
    QString session; ///< may be empty
    QString region;  ///< "auto" of Google
    QDateTime time;
    std::chrono::seconds lifetime{300};
    Kind kind = Kind::Amazon;
};

/// `url` with a signature that lets whoever has it GET the file for a while: AWS Signature Version
/// 4 in the query ("Authenticating Requests: Using Query Parameters", Amazon S3 API Reference) and
/// Google's GOOG4-HMAC-SHA256 ("V4 signing process", Cloud Storage). Of `url` only letters, digits
/// and "-._~/" may be unencoded in the path (cloudPath()), there may be no query yet, and a port
/// only where it is not the scheme's own.
QUrl signedS3Address(const QUrl &url, const S3Signing &signing);

/// A key, or any text, as both stores want it in a path: "/" stays.
QByteArray cloudPath(const QString &text);

} // namespace plotleaf
