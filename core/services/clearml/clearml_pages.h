#pragma once

#include "core/services/clearml/clearml_client.h"

#include <QJsonArray>

#include <limits>
#include <memory>

namespace plotleaf {

/// A list of the server (`get_all_ex`) page by page until it ends, or until there are `most` rows
/// or more: a page is at most 500 of them, and no answer says that there is another (clearml.md
/// 1.8). `endpoint`: "projects.get_all_ex"; `key`: under which the rows stand in the answer.
/// Errors: those of ClearmlClient.
QCoro::Task<Result<QJsonArray>>
askClearmlPages(std::shared_ptr<ClearmlClient> client,
                QString endpoint,
                QString key,
                QJsonObject body,
                qsizetype most = std::numeric_limits<qsizetype>::max());

} // namespace plotleaf
