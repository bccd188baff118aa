#pragma once

#include "core/report/remote_reports.h"

#include <QSet>

namespace plotleaf {

/// Which reports that a server does not have any more are believed to be deleted.
///
/// A server that lost its data, was replaced by an empty one or shows only a part (another user,
/// another tenant) looks as if everybody had deleted everything. So a removal is believed only
/// while the server still has others of the known reports, and a person is asked when more than 10
/// vanish at once, or several that are more than 20 % of what was known.
struct RemovalVerdict
{
    QVector<RemoteId> believed;
    QVector<RemoteId> doubtful;
};

/// `confirmed`: those that a person said are deleted indeed.
RemovalVerdict judgeRemovals(const QVector<RemoteId> &known,
                             const QHash<RemoteId, QDateTime> &stillThere,
                             const QSet<RemoteId> &confirmed);

} // namespace plotleaf
