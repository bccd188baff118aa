#pragma once

#include "core/services/cloud/cloud_key.h"

#include <QJsonObject>
#include <QVector>

namespace plotleaf {

/// The keys to cloud stores in a `clearml.conf`: `sdk.aws.s3` (its own key is for all buckets of
/// Amazon) with its list `credentials`, and `sdk.azure.storage.containers`. What is not complete,
/// or of no bucket that can be one, is passed over, and so is `sdk.google.storage`, whose
/// credentials are files of Google's and sign nothing here.
QVector<CloudCredential> clearmlCloudKeys(const QJsonObject &config);

} // namespace plotleaf
