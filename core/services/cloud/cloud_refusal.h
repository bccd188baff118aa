#pragma once

#include "core/services/cloud/cloud_key.h"
#include "core/services/http/http_session.h"

#include <QDateTime>

namespace plotleaf {

/// What a cloud store says instead of giving a file.
struct CloudRefusal
{
    int status = 0;
    QString code;            ///< "NoSuchKey"; empty where the answer says none
    QString region;          ///< the bucket's own, where the answer names it
    qint64 aheadSeconds = 0; ///< of our clock before the store's; 0 where the answer says no time
};

/// `now`: by our clock, when the answer came.
CloudRefusal readCloudRefusal(const HttpAnswer &answer, const QDateTime &now);

/// The refusal in words. NotFound (the file, or the bucket, is not there), NotAllowed (the key, or
/// our clock, does not open it), Network (anything else). No secret is in it, and of an access key
/// its end only: the words become a part of reports. `region`: the one that was asked.
Error cloudRefused(const CloudRefusal &refusal,
                   const CloudAddress &address,
                   const CloudCredential &credential,
                   const QString &region);

} // namespace plotleaf
