#pragma once

#include "core/secrets/secret_store.h"

#include <QHash>

namespace plotleaf {

/// Secrets for as long as the program runs: what is used where the system has no key store.
class MemorySecretStore final : public SecretStore
{
public:
    bool isLasting() const override { return false; }
    QCoro::Task<Result<QString>> read(const QString &key) override;
    QCoro::Task<Result<void>> write(const QString &key, const QString &secret) override;
    QCoro::Task<Result<void>> remove(const QString &key) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace plotleaf
