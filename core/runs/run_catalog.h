#pragma once

#include "core/base/id_source.h"
#include "core/runs/run_contents.h"
#include "core/runs/run_embed.h"
#include "core/runs/run_list.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

namespace plotleaf {

/// What a run browser shows: the projects, runs and models of a place, and what they hold. Unlike
/// RunSource, which hands a panel all runs at once, a catalog is asked level by level and page by
/// page, so that a server with 10,000 tasks is fine.
///
/// Lives on the GUI thread; calls never block it. A question goes on when its catalog is deleted.
/// Errors of all questions: NotFound (a project or run that is gone), NotAllowed, NotSignedIn,
/// Network, Timeout, InvalidInput (a pattern that is none), Cancelled (the server was left).
/// Runs of a pick that are gone are left out of an answer; where all are, it is empty. A pick has
/// at most `largestPick` runs; those beyond are left out too.
class RunCatalog : public QObject
{
    Q_OBJECT

public:
    static constexpr int largestPick = 500;

    using QObject::QObject;

    /// As in a panel's `source:`.
    virtual QString name() const = 0;
    virtual bool hasModels() const = 0;
    virtual bool hasProjects() const = 0;

    /// @name Finding runs
    /// @{
    /// The projects directly below `parent` (id; empty: the root), by name.
    virtual QFuture<Result<QVector<RunProject>>> projects(const QString &parent) = 0;
    /// Those whose path holds `text`, wherever they are; at most `mostFound`, by path.
    virtual QFuture<Result<QVector<RunProject>>> findProjects(const QString &text) = 0;
    static constexpr int mostFound = 500;
    virtual QFuture<Result<RunPage>> runs(const RunListQuery &query) = 0;
    /// Tags that runs have, sorted.
    virtual QFuture<Result<QStringList>> tags() = 0;
    /// The cards of these, in their order, archived ones too; those that are gone are left out.
    virtual QFuture<Result<QVector<RunCard>>> cards(const RunPick &runs) = 0;
    /// @}

    /// @name What runs hold. Lists are sorted by name.
    /// @{
    virtual QFuture<Result<QVector<RunMetric>>> metrics(const RunPick &runs) = 0;
    /// The curves of one metric: all variants (none given), or some; by variant, then in the order
    /// of the runs.
    virtual QFuture<Result<QVector<RunCurve>>>
    curves(const RunPick &runs, const QString &metric, const QStringList &variants) = 0;

    virtual QFuture<Result<QVector<MetricName>>> plotNames(const RunPick &runs) = 0;
    /// The newest of each run.
    virtual QFuture<Result<QVector<RunPlot>>> plots(const RunPick &runs,
                                                    const MetricName &name) = 0;

    virtual QFuture<Result<QVector<MetricName>>> sampleNames(const RunPick &runs) = 0;
    /// Those of the newest `iterations` iterations, newest first.
    virtual QFuture<Result<QVector<RunSample>>>
    samples(const RunPick &runs, const MetricName &name, int iterations) = 0;
    /// Errors also: NotFound (the file is gone), InvalidInput (it is where it cannot be had: in a
    /// cloud store, on another computer).
    virtual QFuture<Result<MediaSample>> sampleFile(const RunSample &sample) = 0;

    virtual QFuture<Result<QVector<RunScalar>>> singleValues(const RunPick &runs) = 0;
    virtual QFuture<Result<QVector<RunParameter>>> parameters(const RunPick &runs) = 0;
    virtual QFuture<Result<QVector<RunConfiguration>>> configurations(const RunPick &runs) = 0;
    /// @}

    /// @name What is in reports already
    /// @{
    /// The frame of this address shows runs of this place.
    virtual bool ownsFrame(const QString &address) const = 0;
    /// The runs that a frame shows: those it names, or those its query finds now. Errors also:
    /// InvalidInput (a frame that this place does not know, or whose query finds everything).
    virtual QFuture<Result<QVector<RunCard>>> frameRuns(const QString &address) = 0;
    /// @}

    /// The text that shows it in a report, without line ends around it. `ids`: for the names of
    /// frames. Errors: InvalidInput (nothing is chosen, or this place cannot say it).
    virtual Result<QString> embedCode(const RunEmbed &what, IdSource &ids) const = 0;
    /// The colours that curves have when embedCode() has put them into a report, in their order.
    /// `runs`: those that the graphic shows; `variants`: those of its metric that it shows, in the
    /// order in which they are embedded.
    virtual QVector<CurveColour> curveColours(const QVector<RunCurve> &curves,
                                              const QVector<RunCard> &runs,
                                              const QStringList &variants) const = 0;
    /// Where the place's own web app shows the run; empty: it has none.
    virtual QUrl webPage(const RunCard &run) const = 0;
};

} // namespace plotleaf
