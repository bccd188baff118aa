#include "core/secrets/kept_secrets.h"

namespace plotleaf {

// Tasks take their arguments by value: a caller's reference may be gone when they go on.

QCoro::Task<Result<QString>> KeptSecrets::read(const QString &key)
{
    return readEither(m_system, m_memory, key);
}

QCoro::Task<Result<void>> KeptSecrets::write(const QString &key, const QString &secret)
{
    return writeEither(key, secret);
}

QCoro::Task<Result<void>> KeptSecrets::remove(const QString &key)
{
    return removeBoth(m_system, m_memory, key);
}

QCoro::Task<Result<QString>> KeptSecrets::readEither(std::shared_ptr<SecretStore> system,
                                                     std::shared_ptr<SecretStore> memory,
                                                     QString key)
{
    Result<QString> secret = co_await memory->read(key);
    if (secret)
        co_return secret;
    secret = co_await system->read(key);
    co_return secret;
}

QCoro::Task<Result<void>> KeptSecrets::writeEither(QString key, QString secret)
{
    const Result<void> written = co_await m_system->write(key, secret);
    m_isLasting = written.isOk();
    if (written)
        co_return co_await m_memory->remove(key);
    co_return co_await m_memory->write(key, secret);
}

QCoro::Task<Result<void>> KeptSecrets::removeBoth(std::shared_ptr<SecretStore> system,
                                                  std::shared_ptr<SecretStore> memory,
                                                  QString key)
{
    const Result<void> removed = co_await memory->remove(key);
    if (!removed)
        co_return removed;
    co_return co_await system->remove(key);
}

} // namespace plotleaf
