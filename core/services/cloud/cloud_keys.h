#pragma once

#include "core/base/clock.h"
#include "core/secrets/secret_store.h"
#include "core/services/cloud/cloud_key.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QJsonArray>
#include <QObject>
#include <QPointer>
#include <QProcessEnvironment>

#include <memory>

namespace plotleaf {

class Library;

/// The keys to cloud stores that the person gave: which key is for which bucket stands in the
/// library's settings, what is secret in the SecretStore alone. Where they have none for a bucket,
/// the environment may (cloudKeyOfEnvironment()). Changes happen one after the other. A secret is
/// asked for once and remembered until its key is changed; that it was not to be had, for a minute.
/// GUI thread; made by std::make_shared, tasks keep it alive.
class CloudKeys final : public QObject,
                        public CloudKeyring,
                        public std::enable_shared_from_this<CloudKeys>
{
    Q_OBJECT

public:
    /// Begins to read which keys there are; `changed` follows where there are some. Tasks that are
    /// under way when the library goes end with Cancelled.
    CloudKeys(Library &library,
              std::shared_ptr<SecretStore> secrets,
              std::shared_ptr<const Clock> clock,
              const QProcessEnvironment &environment = {});
    ~CloudKeys() override;

    /// In the order in which they were given. Empty while they are being read.
    const QVector<CloudKey> &list() const { return m_keys; }
    /// Whether the secrets are still there at the next start.
    bool isLasting() const { return m_secrets->isLasting(); }

    /// Takes the place of the key of the same place, if there is one. Errors: Io, Damaged.
    QCoro::Task<Result<void>> keep(CloudCredential credential);
    /// Removing what is not there is no error. Errors: Damaged, Io (also where the key is removed
    /// and its secret may still be in the key store).
    QCoro::Task<Result<void>> remove(CloudPlace place);

    /// The key whose place says most about the bucket.
    QCoro::Task<Result<CloudCredential>> keyFor(CloudPlace bucket) override;

signals:
    void changed();

private:
    /// What the SecretStore said, and when.
    struct AskedSecret
    {
        Result<QString> secret;
        QDateTime at;
    };

    QCoro::Task<Result<void>> read();
    QCoro::Task<Result<void>> keepAfter(QFuture<Result<void>> before, CloudCredential credential);
    QCoro::Task<Result<void>> removeAfter(QFuture<Result<void>> before, CloudPlace place);
    QCoro::Task<Result<void>> write(QVector<CloudKey> keys);
    const CloudKey *find(const CloudPlace &place) const;
    QFuture<AskedSecret> secretOf(const QString &name);
    static QCoro::Task<AskedSecret>
    askFor(std::shared_ptr<SecretStore> secrets, std::shared_ptr<const Clock> clock, QString name);

    const QPointer<Library> m_library;
    const std::shared_ptr<SecretStore> m_secrets;
    const std::shared_ptr<const Clock> m_clock;
    const QProcessEnvironment m_environment;
    QVector<CloudKey> m_keys;
    QJsonArray m_unknown; ///< of stores that only a newer Plotleaf knows
    QFuture<Result<void>> m_reading;
    QFuture<Result<void>> m_lastChange;           ///< the next one waits for it
    QHash<QString, QFuture<AskedSecret>> m_asked; ///< by cloudSecretName()
};

} // namespace plotleaf
