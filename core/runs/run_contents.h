#pragma once

#include "core/runs/run_list.h"
#include "core/runs/run_source.h"

#include <QHash>
#include <QJsonObject>
#include <QtNumeric>

#include <optional>

namespace plotleaf {

// What runs hold, as a catalog lists it. Everything is asked for picked runs: for one, or for
// several that are compared; then lists are merged by name, and each entry says what each run has.

/// One run, or several that are compared; all of one kind.
struct RunPick
{
    RunKind kind = RunKind::Run;
    QVector<RunId> ids;
    /// The workspace of a hosted server that they are in; empty: one's own.
    QString tenant = {};
};

/// ClearML's two-part name of what a run reports. Where a source knows one name only
/// ("train/loss"), the part behind the last slash is the variant.
struct MetricName
{
    QString metric;
    QString variant;

    /// As RunSource calls it.
    QString text() const { return metric.isEmpty() ? variant : metric + u'/' + variant; }

    friend bool operator==(const MetricName &, const MetricName &) = default;
    friend size_t qHash(const MetricName &name, size_t seed = 0)
    {
        return qHashMulti(seed, name.metric, name.variant);
    }
};

/// A scalar that has steps, without its points.
struct RunMetric
{
    /// NaN: not known.
    struct Summary
    {
        double last = qQNaN();
        double min = qQNaN();
        double max = qQNaN();
        double mean = qQNaN();
        double minStep = qQNaN();
        double maxStep = qQNaN();
    };

    MetricName name;
    QHash<RunId, Summary> runs; ///< those that have it
};

/// The points of one metric of one run.
struct RunCurve
{
    RunId run;
    MetricName name;
    SeriesPtr series; ///< never null
};

/// The colour of a curve: one of the theme's, or one of its own for each kind of paper.
struct CurveColour
{
    int themeIndex = 0; ///< in the theme's colours for lines; counts where there is no other
    QString light;      ///< "#rrggbb", on light paper; empty: the theme's
    QString dark;

    friend bool operator==(const CurveColour &, const CurveColour &) = default;
};

/// A figure that a run reported.
struct RunPlot
{
    RunId run;
    MetricName name;
    qint64 iteration = 0;
    QString title;
    QJsonObject figure; ///< plotly's {data, layout}, as Figure::content of a plot
};

/// A media file that a run reported at a step; the file itself comes with RunCatalog::sampleFile().
struct RunSample
{
    RunId run;
    MetricName name;
    qint64 iteration = 0;
    QDateTime time; ///< UTC; may be invalid
    QString address;
    std::optional<MediaKind> kind = {}; ///< nothing: it turns out when the file is there
};

/// A value without steps.
struct RunScalar
{
    MetricName name;
    QHash<RunId, double> runs; ///< those that have it
};

/// A hyper-parameter.
struct RunParameter
{
    QString section; ///< "General", "Args"; may be empty
    QString name;
    QHash<RunId, QString> runs; ///< its value in those that have it
    bool differs = false;       ///< not the same in all runs, or missing in some
};

/// A whole text of configuration: a YAML file, say.
struct RunConfiguration
{
    QString name;
    QString type; ///< "json"; may be empty
    QHash<RunId, QString> runs;
    bool differs = false;
};

} // namespace plotleaf
