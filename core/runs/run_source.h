#pragma once

#include "core/base/result.h"
#include "core/runs/run.h"
#include "core/runs/sample_steps.h"
#include "core/runs/series.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace plotleaf {

using SeriesPtr = std::shared_ptr<const Series>;

/// Whatever can be asked for runs and their data: a folder on disk, a server. Lives on the GUI
/// thread; calls never block it and answer through futures. What a source hands out is immutable
/// and may be kept.
///
/// Adding a source: one folder below core/services with a class that implements this, and one line
/// where RunSources makes them.
class RunSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// As written in a panel's `source:`.
    virtual QString name() const = 0;

    /// Every run, sorted by name in the way people sort (run2 before run10).
    virtual QFuture<Result<QVector<Run>>> runs() = 0;
    /// Full resolution. Errors: NotFound (the run is gone, or has no such metric).
    virtual QFuture<Result<SeriesPtr>> series(const RunId &run, const QString &metric) = 0;
    /// At least the samples of the steps that are wanted, and only of those what is cheap to leave
    /// out. Where all are wanted a source may thin them out.
    virtual QFuture<Result<QVector<MediaSample>>>
    media(const RunId &run, const QString &key, const SampleSteps &steps) = 0;
    virtual QFuture<Result<QVector<HistogramSample>>>
    histograms(const RunId &run, const QString &key, const SampleSteps &steps) = 0;

    /// Damaged records and the like that were passed over, for people: "events.out.tfevents.1: 3
    /// damaged records skipped".
    virtual QStringList warnings() const = 0;

    /// Follow what is written from now on; `changed` tells. Counted: each call with true needs one
    /// with false.
    virtual void setFollowed(bool followed) = 0;

    /// It will answer nothing any more, because its server was left; RunSources makes another.
    virtual bool isEnded() const { return false; }

signals:
    /// New data or runs: whoever shows this source asks again.
    void changed();
};

} // namespace plotleaf
