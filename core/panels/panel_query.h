#pragma once

#include "core/panels/answer_source.h"
#include "core/panels/panel_input.h"

#include <QCoroTask>
#include <QThreadPool>

#include <memory>

namespace plotleaf {

/// All that a panel's figure is made of, or why there is none. Immutable, shared between threads.
struct PanelMaterial
{
    std::shared_ptr<const PanelSpec> spec;
    QVector<Run> runs; ///< the chosen ones, in order
    RunData data;
    QStringList notes;             ///< small print about the choice of runs and about damaged data
    std::optional<Figure> message; ///< shown instead of a figure
    bool isLost = false;    ///< the message tells that the source or all of its runs are gone
    bool lacksData = false; ///< something was not there that the runs are said to have
    QDateTime cachedAt;     ///< of data from the cache: when the source gave it
    QString staleReason;    ///< why there is nothing newer
    std::shared_ptr<const PanelPreparation> prepared;

    PanelInput input() const { return {*spec, runs, data}; }
};

using PanelMaterialPtr = std::shared_ptr<const PanelMaterial>;

/// `material` as it is shown when nothing newer can be had. `why`: the message that would be there
/// instead.
PanelMaterialPtr staleMaterial(const PanelMaterial &material, const Figure &why);

/// Asks `source` for what `spec` needs: the runs, what the filter looks at, then the data of the
/// chosen ones. Lives on the caller's (GUI) thread; runs are chosen and data is prepared on `pool`.
/// `place`: the source as people should read it.
QCoro::Task<PanelMaterialPtr> queryPanel(std::shared_ptr<const PanelSpec> spec,
                                         std::shared_ptr<AnswerSource> source,
                                         std::shared_ptr<QThreadPool> pool,
                                         QString place,
                                         QDateTime now);

} // namespace plotleaf
