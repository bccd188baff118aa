#pragma once

#include "core/base/result.h"
#include "core/panels/figure.h"
#include "core/panels/panel_problem.h"
#include "core/panels/run_selection.h"

namespace plotleaf {

// What stands in a panel's place, or in small print below it, when something is not as the fence
// says. Callable from any thread.

/// The fence has mistakes: all of them, with their lines.
Figure problemsMessage(const QVector<PanelProblem> &problems);
/// The panel is not in the document.
Figure unknownPanelMessage();
/// A frame of a server that no workspace knows. `address`: the frame's.
Figure unknownServerMessage(const QString &address);
/// The source cannot be used. `place`: the source as people should read it, with the folder it
/// leads to.
Figure sourceMessage(const QString &place, const Error &error);
/// No run is left: the source has none, the filter lets none through, or the ids are of no run
/// there.
Figure noRunsMessage(const RunSelection &selection, const QString &place, const QVector<Run> &all);
/// None of the runs has any of the names asked for. `what`: what they are ("metric"), `available`:
/// what there is.
Figure
nothingCalledMessage(const QString &what, const QStringList &asked, const QStringList &available);
/// The fence does not say which of `available` to show. `example`: a line that would.
Figure nothingChosenMessage(const QString &text, const QStringList &available);

/// "Showing 10 of 37 runs", ids that are missing.
QStringList selectionNotes(const SelectedRuns &selected, const RunSelection &selection);
/// Shortens a long list of notes to its first ones and the number of the rest.
QStringList fewNotes(const QStringList &notes);

} // namespace plotleaf
