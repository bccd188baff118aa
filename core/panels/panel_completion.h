#pragma once

#include "core/panels/panel_kinds.h"
#include "core/runs/filter_completion.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

/// What the runs of a fence hold, and what else its names may be.
struct PanelNames
{
    QStringList metrics;
    QStringList media;
    QStringList histograms;
    QStringList config;  ///< parameters
    QStringList sources; ///< as `source:` takes them: "folder:runs", "clearml/prod"
    QStringList runSets; ///< of the report
    FilterNames filter;  ///< for the value of `filter`

    /// What is known of these runs; `sources` and `runSets` stay empty.
    static PanelNames of(const QVector<Run> &runs);
};

/// A fence and the place in it where somebody writes.
struct FencePlace
{
    QString info;      ///< "panel", "runset best"
    QStringList lines; ///< between the fences
    int line = 0;      ///< in `lines`
    int column = 0;    ///< of that line, in UTF-16 units: what is behind it is not looked at
};

/// What can be written there.
struct PanelCompletion
{
    struct Candidate
    {
        QString text;   ///< what is written
        QString detail; ///< one line; may be empty
    };

    int start = 0;                 ///< column of what a candidate replaces, up to the place
    QVector<Candidate> candidates; ///< that fit what stands there, the best first
    /// Names are missing from it that only the runs know.
    bool wantsNames = false;
};

/// Keys and values of a `panel` or `runset` fence. What is there already is not offered again.
/// Callable from any thread.
PanelCompletion
completePanel(const FencePlace &place, const PanelKinds &kinds, const PanelNames &names);

} // namespace plotleaf
