#include "core/services/cloud/azure_signature.h"

#include <QLocale>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr auto azureVersion = "2021-08-06";
/// Between the verb and our headers: Content-Encoding, -Language, -Length, -MD5, -Type, Date, the
/// four conditions and Range, none of which is sent.
constexpr int emptyHeaders = 11;

} // namespace

QList<std::pair<QByteArray, QByteArray>> azureSharedKeyHeaders(const QUrl &url,
                                                               const QString &account,
                                                               const QString &accountKey,
                                                               const QDateTime &time)
{
    const QByteArray date =
        QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
    const QByteArray text = "GET\n" + QByteArray(emptyHeaders, '\n') + "x-ms-date:" + date +
                            "\nx-ms-version:" + azureVersion + "\n/" + account.toUtf8() +
                            url.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray key = QByteArray::fromBase64(accountKey.toLatin1());
    const QByteArray signature =
        QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toBase64();
    return {{"x-ms-date", date},
            {"x-ms-version", azureVersion},
            {"Authorization", "SharedKey " + account.toUtf8() + ':' + signature}};
}

} // namespace plotleaf
