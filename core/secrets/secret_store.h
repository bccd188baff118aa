#pragma once

#include "core/base/result.h"

#include <QCoroTask>
#include <QString>

namespace plotleaf {

/// Where passwords and keys of servers are kept: never in a file of ours. Lives on the GUI thread
/// and never blocks it; whoever awaits a task keeps the store alive.
class SecretStore
{
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore() = default;

    /// Whether secrets are still there after the program has ended. If not, people are asked at
    /// each start.
    virtual bool isLasting() const = 0;

    /// Errors: NotFound, Io (the key store cannot be used; `message` says why).
    virtual QCoro::Task<Result<QString>> read(const QString &key) = 0;
    /// Errors: Io.
    virtual QCoro::Task<Result<void>> write(const QString &key, const QString &secret) = 0;
    /// Removing what is not there is no error. Errors: Io.
    virtual QCoro::Task<Result<void>> remove(const QString &key) = 0;
};

} // namespace plotleaf
