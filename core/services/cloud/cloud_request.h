#pragma once

#include "core/services/cloud/cloud_key.h"
#include "core/services/http/http_session.h"

#include <QDateTime>

namespace plotleaf {

/// What fetches a file from a cloud store, signed for some minutes from `now` on. `region` is asked
/// instead of the key's when it is not empty. Errors: InvalidInput (a region that cannot be one, an
/// account key that is none).
Result<HttpRequest> cloudRequest(const CloudAddress &address,
                                 const CloudCredential &credential,
                                 const QDateTime &now,
                                 const QString &region = {});

/// The region that cloudRequest() takes for this key; only stores of the S3 kind have some.
QString cloudRegion(const CloudKey &key);

/// Whether the text can be a region: it becomes a part of a host's name.
bool isCloudRegion(const QString &text);

} // namespace plotleaf
