#pragma once

#include "core/secrets/secret_store.h"

namespace plotleaf {

/// The key store of the system: Secret Service or KWallet, the Keychain, the Credential Manager
/// (QtKeychain). Nothing is ever written in plain text where there is none.
class KeychainStore final : public SecretStore
{
public:
    /// `service`: under which name the entries stand.
    explicit KeychainStore(QString service) : m_service(std::move(service)) {}

    bool isLasting() const override { return true; }
    QCoro::Task<Result<QString>> read(const QString &key) override;
    QCoro::Task<Result<void>> write(const QString &key, const QString &secret) override;
    QCoro::Task<Result<void>> remove(const QString &key) override;

private:
    const QString m_service;
};

} // namespace plotleaf
