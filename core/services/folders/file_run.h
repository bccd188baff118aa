#pragma once

#include "core/base/result.h"
#include "core/runs/console_text.h"
#include "core/runs/metric_definition.h"
#include "core/runs/run_source.h"
#include "core/runs/table_sample.h"
#include "core/services/folders/run_location.h"

#include <QCoreApplication>

#include <atomic>
#include <memory>

namespace plotleaf {

class FileRun;

/// One of the runs in a file of several.
struct RunPart
{
    QString key; ///< unique in the file
    std::shared_ptr<FileRun> run;
};

/// One run that lies in files. Thread-safe; calls block on the disk, so they are not for the GUI
/// thread.
class FileRun
{
public:
    FileRun() = default;
    virtual ~FileRun() = default;
    Q_DISABLE_COPY_MOVE(FileRun)

    /// Reads what `files`, as the format found them, hold beyond what is known; all of it anew
    /// where a file is gone or another one. What cannot be read is passed over; the error is that
    /// of the first. `cancelled` ends it soon, with what was read until then.
    virtual Result<void> update(const QVector<RunFile> &files,
                                const std::atomic_bool &cancelled) = 0;

    /// Grows whenever something new was read.
    virtual quint64 revision() const = 0;
    /// Everything but the id. Without a name the run is called by its place.
    virtual Run description(const QDateTime &now) const = 0;
    /// "events.out.tfevents.1: 3 damaged records skipped"; for people.
    virtual QStringList warnings() const = 0;

    /// Of a place that holds several runs: these, as of the last update. They are up to date when
    /// this is, and have no warnings of their own.
    virtual QVector<RunPart> parts() { return {}; }

    /// Errors: NotFound.
    virtual Result<SeriesPtr> series(const QString &metric) const = 0;
    virtual Result<QVector<MediaSample>> media(const QString &key, const SampleSteps &steps) const
    {
        Q_UNUSED(steps)
        return lacks(QCoreApplication::translate("plotleaf::FileRun", "image, audio or text"), key);
    }
    virtual Result<QVector<HistogramSample>> histograms(const QString &key,
                                                        const SampleSteps &steps) const
    {
        Q_UNUSED(steps)
        return lacks(QCoreApplication::translate("plotleaf::FileRun", "histogram"), key);
    }
    /// Keys of the tables that it logged, in natural order.
    virtual QStringList tableKeys() const { return {}; }
    virtual Result<QVector<TableSample>> tables(const QString &key, const SampleSteps &steps) const
    {
        Q_UNUSED(steps)
        return lacks(QCoreApplication::translate("plotleaf::FileRun", "table"), key);
    }
    /// What it wrote to its terminal; empty where that is not known.
    virtual ConsoleText console() const { return {}; }
    /// What it says about its metrics, in the order in which it did.
    virtual QVector<MetricDefinition> metricDefinitions() const { return {}; }

protected:
    /// That the run has no `what` of this name.
    static Error lacks(const QString &what, const QString &key)
    {
        return {ErrorCode::NotFound,
                QCoreApplication::translate("plotleaf::FileRun", "The run has no %1 “%2”.",
                                            "%1 is: metric, image, audio or text, histogram, "
                                            "table")
                    .arg(what, key),
                {}};
    }
};

} // namespace plotleaf
