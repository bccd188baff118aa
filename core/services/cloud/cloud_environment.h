#pragma once

#include "core/services/cloud/cloud_key.h"

#include <QProcessEnvironment>

#include <optional>

namespace plotleaf {

/// The key that the variables of the providers' own tools give for a bucket: AWS_ACCESS_KEY_ID,
/// AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION or AWS_DEFAULT_REGION;
/// AZURE_STORAGE_ACCOUNT with AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN. A store of one's own
/// gets AWS keys only when AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL names it: whoever writes an
/// address into a task must not choose who sees them.
std::optional<CloudCredential> cloudKeyOfEnvironment(const QProcessEnvironment &environment,
                                                     const CloudPlace &bucket);

/// These keys and no others.
class EnvironmentKeyring final : public CloudKeyring
{
public:
    explicit EnvironmentKeyring(const QProcessEnvironment &environment) : m_environment(environment)
    {
    }

    QCoro::Task<Result<CloudCredential>> keyFor(CloudPlace bucket) override;

private:
    const QProcessEnvironment m_environment;
};

} // namespace plotleaf
