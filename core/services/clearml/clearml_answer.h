#pragma once

#include "core/base/result.h"
#include "core/services/http/http_session.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace plotleaf {

/// The server's own words about a call that failed (clearml.md 1.5 and 1.6).
struct ClearmlFailure
{
    int code = 0;
    int subcode = 0;
    QString message;
};

/// The `data` of an answer, or what its failure means. `endpoint` is for the messages.
///
/// Errors: NotSignedIn (401), NotAllowed (403, published, not a report), NotFound (the object is
/// unknown to the server), InvalidInput, AlreadyExists, LimitExceeded (413), Network (429, 5xx:
/// may work later), Damaged (no answer of a ClearML server). `detail`: "endpoint: code/subcode and
/// the server's words".
Result<QJsonObject> readClearmlAnswer(const QString &endpoint, const HttpAnswer &answer);

/// What a failure that the server named means.
Error clearmlError(const QString &endpoint, const ClearmlFailure &failure);

/// Until when the server wants to be left alone (Retry-After, in seconds or as a date); invalid
/// where it does not say. At most a day.
QDateTime retryAfterOf(const HttpAnswer &answer, const QDateTime &now);

} // namespace plotleaf
