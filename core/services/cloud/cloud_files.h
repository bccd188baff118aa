#pragma once

#include "core/base/clock.h"
#include "core/services/cloud/cloud_key.h"
#include "core/services/cloud/cloud_refusal.h"
#include "core/services/http/http_session.h"

#include <QHash>

#include <memory>

namespace plotleaf {

/// Fetches files from cloud stores with the keys that a person gave. An address is signed for one
/// request and for some minutes, and nobody but the store gets to see it. Lives on the GUI thread;
/// made by std::make_shared, tasks keep it alive.
class CloudFiles final : public std::enable_shared_from_this<CloudFiles>
{
public:
    CloudFiles(std::shared_ptr<CloudKeyring> keys, std::shared_ptr<const Clock> clock);

    /// The whole file, over `session`, which must outlive the task. A bucket in another region than
    /// its key says is asked there, once. Errors: those of CloudKeyring::keyFor(), cloudRequest(),
    /// cloudRefused() and HttpSession::send().
    QCoro::Task<Result<HttpAnswer>>
    read(HttpSession &session, CloudAddress address, qint64 mostBytes);

private:
    QCoro::Task<Result<HttpAnswer>> ask(HttpSession &session,
                                        CloudAddress address,
                                        CloudCredential credential,
                                        QString region,
                                        qint64 mostBytes);

    const std::shared_ptr<CloudKeyring> m_keys;
    const std::shared_ptr<const Clock> m_clock;
    QHash<QString, QString> m_regions; ///< of buckets that are not where their key says
};

} // namespace plotleaf
