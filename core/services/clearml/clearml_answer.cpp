#include "core/services/clearml/clearml_answer.h"

#include "core/services/clearml/clearml_client.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int longestRetryAfter = 24 * 3600; // seconds

struct FailureMeaning
{
    int code;
    int subcode; ///< -1: any
    ErrorCode meaning;
};

/// clearml.md 1.6. The first line that fits holds.
constexpr std::array failureMeanings = {
    FailureMeaning{400, 10, ErrorCode::InvalidInput},
    FailureMeaning{400, 101, ErrorCode::NotFound},
    FailureMeaning{400, 110, ErrorCode::NotAllowed},
    FailureMeaning{400, 121, ErrorCode::NotAllowed},
    FailureMeaning{400, 123, ErrorCode::NotAllowed},
    FailureMeaning{400, 150, ErrorCode::NotAllowed},
    FailureMeaning{400, 201, ErrorCode::NotFound},
    FailureMeaning{400, 301, ErrorCode::NotFound},
    FailureMeaning{400, 401, ErrorCode::NotFound},
    FailureMeaning{400, 403, ErrorCode::NotFound},
    FailureMeaning{400, 801, ErrorCode::AlreadyExists},
    FailureMeaning{400, -1, ErrorCode::InvalidInput},
    FailureMeaning{401, -1, ErrorCode::NotSignedIn},
    FailureMeaning{403, -1, ErrorCode::NotAllowed},
    FailureMeaning{404, -1, ErrorCode::NotAllowed},
    FailureMeaning{410, -1, ErrorCode::NotAllowed},
    FailureMeaning{301, 1, ErrorCode::NotAllowed},
    FailureMeaning{413, -1, ErrorCode::LimitExceeded},
    FailureMeaning{429, -1, ErrorCode::Network},
};

ErrorCode meaningOf(const ClearmlFailure &failure)
{
    const auto found =
        std::ranges::find_if(failureMeanings, [&failure](const FailureMeaning &meaning) {
            return meaning.code == failure.code &&
                   (meaning.subcode == -1 || meaning.subcode == failure.subcode);
        });
    if (found != failureMeanings.end())
        return found->meaning;
    return failure.code >= 500 ? ErrorCode::Network : ErrorCode::Damaged;
}

/// What people read. The server's own words follow where they say more than ours.
QString wordsFor(const ClearmlFailure &failure)
{
    const auto is = [&failure](int code, int subcode) {
        return failure.code == code && failure.subcode == subcode;
    };
    if (is(400, 110))
        return ClearmlClient::tr("The report is published on the server; its text is locked.");
    if (is(400, 150))
        return ClearmlClient::tr("What has this id on the server is not a report.");
    if (failure.code == 401)
        return ClearmlClient::tr("The server does not accept these credentials.");
    if (failure.code == 403)
        return ClearmlClient::tr(
            "The server does not allow this: it is an example, or you lack the right.");
    if (failure.code == 404)
        return ClearmlClient::tr(
            "The server does not know this function; reports need ClearML 1.9 or newer.");
    if (failure.code == 413)
        return ClearmlClient::tr("The server, or a proxy before it, refuses something this large.");
    if (failure.code == 429)
        return ClearmlClient::tr("The server asks to be left alone for a while.");
    if (is(500, 4))
        return ClearmlClient::tr("The server's disk is full.");
    if (failure.code >= 500)
        return ClearmlClient::tr("The server failed (%1).").arg(failure.code);
    return ClearmlClient::tr("The server refused this: %1").arg(failure.message);
}

/// Proxies answer HTML and the server plain text where things go very wrong.
Error noEnvelopeError(const QString &endpoint, const HttpAnswer &answer)
{
    ClearmlFailure failure{answer.status, 0, QString::fromUtf8(answer.body.left(200)).simplified()};
    if (answer.status == 413 || answer.status == 429 || answer.status >= 500)
        return clearmlError(endpoint, failure);
    const QByteArray location = answer.header("Location");
    const QString text =
        location.isEmpty()
            ? ClearmlClient::tr("What answers at this address is not a ClearML server.")
            : ClearmlClient::tr("This address leads on to %1.").arg(QString::fromUtf8(location));
    return {ErrorCode::Damaged, text,
            u"%1: %2 %3"_s.arg(endpoint, QString::number(answer.status), failure.message)};
}

} // namespace

Error clearmlError(const QString &endpoint, const ClearmlFailure &failure)
{
    return {meaningOf(failure), wordsFor(failure),
            u"%1: %2/%3 %4"_s.arg(endpoint, QString::number(failure.code),
                                  QString::number(failure.subcode), failure.message)};
}

Result<QJsonObject> readClearmlAnswer(const QString &endpoint, const HttpAnswer &answer)
{
    const QJsonObject envelope = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject meta = envelope["meta"_L1].toObject();
    if (!meta.contains("result_code"_L1))
        return noEnvelopeError(endpoint, answer);
    const int code = meta["result_code"_L1].toInt();
    // A proxy may put its own status on a body it kept; only both together are a success.
    if (code == 200 && answer.status == 200)
        return envelope["data"_L1].toObject();
    return clearmlError(endpoint,
                        {code == 200 ? answer.status : code, meta["result_subcode"_L1].toInt(),
                         meta["result_msg"_L1].toString()});
}

QDateTime retryAfterOf(const HttpAnswer &answer, const QDateTime &now)
{
    const QByteArray value = answer.header("Retry-After").trimmed();
    if (value.isEmpty())
        return {};
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    const QDateTime latest = now.addSecs(longestRetryAfter);
    if (isNumber)
        return std::min(now.addSecs(std::max(seconds, 0)), latest);
    const QDateTime date = httpTime(value);
    return date.isValid() ? std::clamp(date, now, latest) : QDateTime();
}

} // namespace plotleaf
