#pragma once

#include "core/secrets/secret_store.h"

#include <memory>
#include <utility>

namespace plotleaf {

/// Secrets of servers as the command line has them: from the system's key store, or asked for on
/// the terminal. What was asked for goes into the key store when the server has accepted it, and
/// nowhere else.
class AskingSecrets final : public SecretStore
{
public:
    explicit AskingSecrets(std::shared_ptr<SecretStore> system) : m_system(std::move(system)) {}

    bool isLasting() const override { return m_system->isLasting(); }
    /// Errors: NotFound (the key store does not hold it and nobody can be asked), NotSignedIn (the
    /// person gave up).
    QCoro::Task<Result<QString>> read(const QString &key) override;
    QCoro::Task<Result<void>> write(const QString &key, const QString &secret) override;
    QCoro::Task<Result<void>> remove(const QString &key) override;

    /// The server has refused what read() gave, and the next read() asks for another. False: there
    /// is nobody to ask, or enough was asked.
    bool askAgain();
    /// The server has accepted it. Errors: Io (no key store).
    QCoro::Task<Result<void>> keep();

private:
    QCoro::Task<Result<QString>> readOrAsk(QString key);
    Result<QString> ask(const QString &key);

    const std::shared_ptr<SecretStore> m_system;
    std::pair<QString, QString> m_asked; ///< key and secret; empty: nothing was asked for
    bool m_isRefused = false;
    int m_asks = 0;
};

/// The system's key store, under the name by which Plotleaf's window knows it, too.
std::shared_ptr<SecretStore> systemKeyStore();
std::shared_ptr<AskingSecrets> systemSecrets();

} // namespace plotleaf
