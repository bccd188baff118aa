#include "core/services/clearml/clearml_token.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

QDateTime tokenTime(const QJsonValue &value)
{
    const double seconds = value.toDouble(-1);
    // Beyond the year 9999 a number is no time, and QDateTime would not hold it.
    if (seconds <= 0 || seconds > 253'402'300'799.0)
        return {};
    return QDateTime::fromSecsSinceEpoch(qint64(seconds), QTimeZone::utc());
}

} // namespace

Result<ClearmlToken> readClearmlToken(const QByteArray &text)
{
    const QByteArrayList parts = text.split('.');
    const auto payload = QByteArray::fromBase64Encoding(
        parts.value(1), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonDocument document =
        payload ? QJsonDocument::fromJson(payload.decoded) : QJsonDocument();
    if (parts.size() != 3 || !document.isObject()) {
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate("plotleaf::ClearmlClient",
                                                 "The server answered with a token that is none."),
                     {}};
    }
    const QJsonObject claims = document.object();
    const QJsonObject identity = claims["identity"_L1].toObject();
    ClearmlToken token;
    token.text = text;
    token.user = identity["user"_L1].toString();
    token.userName = identity["user_name"_L1].toString();
    token.company = identity["company"_L1].toString();
    token.companyName = identity["company_name"_L1].toString();
    token.role = identity["role"_L1].toString();
    token.serverVersion = claims["server_version"_L1].toString();
    token.apiVersion = claims["api_version"_L1].toString();
    token.issued = tokenTime(claims["iat"_L1]);
    token.expires = tokenTime(claims["exp"_L1]);
    return token;
}

} // namespace plotleaf
