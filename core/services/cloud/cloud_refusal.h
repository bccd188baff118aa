#pragma once

#include "core/services/cloud/cloud_key.h"
#include "core/services/http/http_session.h"

namespace plotleaf {

/// What a cloud store says instead of giving a file.
struct CloudRefusal
{
    int status = 0;
    QString code;   ///< "NoSuchKey"; empty where the answer says none
    QString region; ///< the bucket's own, where the answer names it
};

CloudRefusal readCloudRefusal(const HttpAnswer &answer);

/// The refusal in words. NotFound (the file, or the bucket, is not there), NotAllowed (the key does
/// not open it), Network (anything else). No secret is in it.
Error cloudRefused(const CloudRefusal &refusal, const CloudAddress &address, const CloudKey &key);

} // namespace plotleaf
