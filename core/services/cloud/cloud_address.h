#pragma once

#include "core/base/result.h"

#include <QString>

namespace plotleaf {

enum class CloudProvider {
    Amazon,  ///< s3://bucket/key
    OtherS3, ///< s3://host:port/bucket/key, such as MinIO
    Google,  ///< gs://bucket/key
    Azure,   ///< azure://account.blob.core.windows.net/container/key
};

/// A bucket of a cloud store, or all that one key opens there.
struct CloudPlace
{
    CloudProvider provider = CloudProvider::Amazon;
    QString server; ///< host, with its port where one is named; empty: the provider's own
    QString bucket; ///< or container; empty: all of them

    friend bool operator==(const CloudPlace &, const CloudPlace &) = default;

    /// "s3://host:port/bucket", as ClearML writes it.
    QString text() const;
    /// What people know it by: the bucket, and whose it is where that is not plain.
    QString name() const;
};

/// A file in a cloud store.
struct CloudAddress
{
    CloudPlace place;
    QString key; ///< the file's name in the bucket, as it is

    QString text() const;
};

/// Whether the address has one of the schemes s3, gs and azure.
bool isCloudAddress(const QString &address);

/// Reads an address as ClearML's SDK writes it: nothing in it is percent-encoded, so "%" and "#"
/// are letters of the key. A host with a port is a store of one's own (clearml.md 4.5). Errors:
/// InvalidInput (another scheme, a bucket or a host that cannot be one, no key, a key that points
/// out of its bucket, a name or a password in it).
Result<CloudAddress> readCloudAddress(const QString &address);

/// The same of what a person typed: `server` and `bucket` may have spaces around. Errors:
/// InvalidInput.
Result<CloudPlace>
readCloudPlace(CloudProvider provider, const QString &server, const QString &bucket);

} // namespace plotleaf
