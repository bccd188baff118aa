#pragma once

#include "core/panels/run_data.h"

#include <QFuture>

namespace plotleaf {

/// Where a panel's query asks: the source itself, or what is kept of its answers. Used on the GUI
/// thread. Futures always finish with a result.
class AnswerSource
{
public:
    AnswerSource() = default;
    virtual ~AnswerSource() = default;
    Q_DISABLE_COPY_MOVE(AnswerSource)

    virtual QFuture<Result<QVector<Run>>> runs() = 0;
    virtual QFuture<RunDataAnswer> ask(const RunDataRequest &request) = 0;
    /// Damaged records and the like, for people.
    virtual QStringList warnings() const = 0;
};

} // namespace plotleaf
