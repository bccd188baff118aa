#pragma once

#include "core/services/cloud/cloud_address.h"

#include <QCoroTask>
#include <QJsonObject>

namespace plotleaf {

/// A key to a cloud store, without what is secret about it.
struct CloudKey
{
    CloudPlace place;
    QString region; ///< of S3; empty: us-east-1, and what the store answers to that
    QString id;     ///< access key, or Azure's account; empty: the secret is a SAS token
    /// Plain http, of OtherS3 only, where the person said so.
    bool isPlain = false;

    friend bool operator==(const CloudKey &, const CloudKey &) = default;
};

/// What signs. Never stored anywhere but in the SecretStore, never shown, never logged.
struct CloudSecret
{
    QString secret;  ///< secret key, Azure's account key, or a SAS token
    QString session; ///< the session token of keys that end by themselves; may be empty
};

struct CloudCredential
{
    CloudKey key;
    CloudSecret secret;
};

/// Whether the text is a shared access signature of Azure and no account key.
bool isSasToken(const QString &secret);

/// How much a key's place says about a bucket: 0 nothing, it does not open it; 1 it opens all of
/// the server's; 2 this very one.
int cloudKeyFits(const CloudPlace &key, const CloudPlace &bucket);

/// Under which name the secret stands in the SecretStore.
QString cloudSecretName(const CloudKey &key);
/// As one text, for the SecretStore.
QString cloudSecretText(const CloudSecret &secret);
CloudSecret readCloudSecret(const QString &text);

QJsonObject cloudKeyJson(const CloudKey &key);
/// Errors: InvalidInput.
Result<CloudKey> readCloudKey(const QJsonObject &json);

/// Who knows the keys of cloud stores. Lives on the GUI thread; whoever awaits a task keeps it
/// alive.
class CloudKeyring
{
public:
    CloudKeyring() = default;
    virtual ~CloudKeyring() = default;
    Q_DISABLE_COPY_MOVE(CloudKeyring)

    /// Errors: NotAllowed (there is no key for this bucket; `message` says where to give one), Io.
    virtual QCoro::Task<Result<CloudCredential>> keyFor(CloudPlace bucket) = 0;
};

/// That a bucket has no key, and where to give one.
Error noCloudKey(const CloudPlace &bucket);

} // namespace plotleaf
