#pragma once

#include "core/secrets/memory_secret_store.h"

#include <memory>

namespace plotleaf {

/// Secrets in the system's key store, and what that does not take in memory, until the program
/// ends: a system without a key store asks at each start, and nothing is ever written elsewhere.
class KeptSecrets final : public SecretStore
{
public:
    explicit KeptSecrets(std::shared_ptr<SecretStore> system) : m_system(std::move(system)) {}

    /// Whether the system's store took the last secret that was written.
    bool isLasting() const override { return m_isLasting; }
    QCoro::Task<Result<QString>> read(const QString &key) override;
    QCoro::Task<Result<void>> write(const QString &key, const QString &secret) override;
    QCoro::Task<Result<void>> remove(const QString &key) override;

private:
    static QCoro::Task<Result<QString>> readEither(std::shared_ptr<SecretStore> system,
                                                   std::shared_ptr<SecretStore> memory,
                                                   QString key);
    QCoro::Task<Result<void>> writeEither(QString key, QString secret);
    static QCoro::Task<Result<void>> removeBoth(std::shared_ptr<SecretStore> system,
                                                std::shared_ptr<SecretStore> memory,
                                                QString key);

    const std::shared_ptr<SecretStore> m_system;
    const std::shared_ptr<SecretStore> m_memory = std::make_shared<MemorySecretStore>();
    bool m_isLasting = true;
};

} // namespace plotleaf
