#pragma once

#include "core/secrets/secret_store.h"
#include "core/services/cloud/cloud_key.h"

#include <QFuture>
#include <QJsonArray>
#include <QObject>
#include <QPointer>
#include <QProcessEnvironment>

#include <memory>

namespace plotleaf {

class Library;

/// The keys to cloud stores that the person gave: which key is for which bucket stands in the
/// library's settings, what is secret in the SecretStore alone. Where they have none for a bucket,
/// the environment may (cloudKeyOfEnvironment()). GUI thread; made by std::make_shared, tasks keep
/// it alive.
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
              const QProcessEnvironment &environment = {});
    ~CloudKeys() override;

    /// In the order in which they were given. Empty while they are being read.
    const QVector<CloudKey> &list() const { return m_keys; }
    /// Whether the secrets are still there at the next start.
    bool isLasting() const { return m_secrets->isLasting(); }

    /// Takes the place of the key of the same place, if there is one. Errors: Io, Damaged.
    QCoro::Task<Result<void>> keep(CloudCredential credential);
    /// Removing what is not there is no error. Errors: Io, Damaged.
    QCoro::Task<Result<void>> remove(CloudPlace place);

    /// The key whose place says most about the bucket.
    QCoro::Task<Result<CloudCredential>> keyFor(CloudPlace bucket) override;

signals:
    void changed();

private:
    QCoro::Task<Result<void>> read();
    QCoro::Task<Result<void>> write(QVector<CloudKey> keys);
    const CloudKey *find(const CloudPlace &place) const;

    const QPointer<Library> m_library;
    const std::shared_ptr<SecretStore> m_secrets;
    const QProcessEnvironment m_environment;
    QVector<CloudKey> m_keys;
    QJsonArray m_unknown; ///< of stores that only a newer Plotleaf knows
    QFuture<Result<void>> m_reading;
};

} // namespace plotleaf
