#pragma once

#include "core/panels/name_pattern.h"
#include "core/panels/run_data.h"

namespace plotleaf {

/// Which of the runs' metrics (or media keys, or histograms) a fence asks for.
struct NameChoice
{
    QStringList names;     ///< that some run has: in the order of the fence, then by name
    QStringList unmatched; ///< patterns that fit nothing, as written
    QStringList available; ///< all there are, sorted
};

/// `list`: which of a run's lists is meant, e.g. &Run::metrics.
NameChoice
chooseNames(const NamePatterns &patterns, const QVector<Run> &runs, QStringList Run::*list);

/// The same among names that are not a list of the run's; `available` is sorted here.
NameChoice chooseAmong(const NamePatterns &patterns, QStringList available);

/// One request for each run that has one of the names. `steps`: of samples.
QVector<RunDataRequest> requestsFor(RunDataRequest::Kind kind,
                                    const QStringList &names,
                                    const QVector<Run> &runs,
                                    QStringList Run::*list,
                                    const SampleSteps &steps = {});

/// Small print: patterns that fit nothing.
QStringList unmatchedNotes(const NameChoice &choice);
/// Small print: patterns that fit nothing, and runs that lack what others have.
QStringList choiceNotes(const NameChoice &choice, const QVector<Run> &runs, QStringList Run::*list);

} // namespace plotleaf
