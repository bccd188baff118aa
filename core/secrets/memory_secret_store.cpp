#include "core/secrets/memory_secret_store.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

template <typename T>
QCoro::Task<Result<T>> readyAnswer(Result<T> answer)
{
    co_return answer;
}

} // namespace

QCoro::Task<Result<QString>> MemorySecretStore::read(const QString &key)
{
    const auto found = m_secrets.constFind(key);
    if (found != m_secrets.constEnd())
        return readyAnswer(Result<QString>(*found));
    return readyAnswer(Result<QString>(
        Error{ErrorCode::NotFound,
              QCoreApplication::translate("plotleaf::MemorySecretStore",
                                          "The password has to be given once more."),
              key}));
}

QCoro::Task<Result<void>> MemorySecretStore::write(const QString &key, const QString &secret)
{
    m_secrets[key] = secret;
    return readyAnswer(Result<void>());
}

QCoro::Task<Result<void>> MemorySecretStore::remove(const QString &key)
{
    m_secrets.remove(key);
    return readyAnswer(Result<void>());
}

} // namespace plotleaf
