#include "core/secrets/keychain_store.h"

#include <QCoreApplication>
#include <QCoroSignal>

#include <qt6keychain/keychain.h>

#include <memory>

namespace plotleaf {

namespace {

/// A job is not its own parent's business: it must outlive the task that waits for it.
template <typename Job>
std::unique_ptr<Job> keychainJob(const QString &service, const QString &key)
{
    auto job = std::make_unique<Job>(service);
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->setKey(key);
    return job;
}

Error keychainError(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound) {
        return {ErrorCode::NotFound,
                QCoreApplication::translate("plotleaf::KeychainStore",
                                            "The system's key store does not hold this."),
                job.key()};
    }
    return {ErrorCode::Io,
            QCoreApplication::translate("plotleaf::KeychainStore",
                                        "The system's key store cannot be used: %1")
                .arg(job.errorString()),
            job.key()};
}

QCoro::Task<Result<QString>> readSecret(QString service, QString key)
{
    const auto job = keychainJob<QKeychain::ReadPasswordJob>(service, key);
    job->start(); // ends in a later turn of the event loop
    co_await qCoro(job.get(), &QKeychain::Job::finished);
    if (job->error() != QKeychain::NoError)
        co_return keychainError(*job);
    co_return job->textData();
}

QCoro::Task<Result<void>> writeSecret(QString service, QString key, QString secret)
{
    const auto job = keychainJob<QKeychain::WritePasswordJob>(service, key);
    job->setTextData(secret);
    job->start();
    co_await qCoro(job.get(), &QKeychain::Job::finished);
    if (job->error() != QKeychain::NoError)
        co_return keychainError(*job);
    co_return Result<void>();
}

QCoro::Task<Result<void>> removeSecret(QString service, QString key)
{
    const auto job = keychainJob<QKeychain::DeletePasswordJob>(service, key);
    job->start();
    co_await qCoro(job.get(), &QKeychain::Job::finished);
    if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
        co_return keychainError(*job);
    co_return Result<void>();
}

} // namespace

QCoro::Task<Result<QString>> KeychainStore::read(const QString &key)
{
    return readSecret(m_service, key);
}

QCoro::Task<Result<void>> KeychainStore::write(const QString &key, const QString &secret)
{
    return writeSecret(m_service, key, secret);
}

QCoro::Task<Result<void>> KeychainStore::remove(const QString &key)
{
    return removeSecret(m_service, key);
}

} // namespace plotleaf
