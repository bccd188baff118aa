#pragma once

#include "core/runs/run_catalog.h"

#include <memory>

namespace plotleaf {

/// The runs of any source as a catalog, for sources that hand out all runs at once: run folders. It
/// filters, orders and pages by itself; what is put into a report is a fenced panel. There are no
/// projects, models, plots or single values. Lives on the GUI thread.
class SourceCatalog final : public RunCatalog
{
    Q_OBJECT

public:
    /// `source` is not null.
    explicit SourceCatalog(std::shared_ptr<RunSource> source, QObject *parent = nullptr);

    QString name() const override { return m_source->name(); }
    bool hasModels() const override { return false; }
    bool hasProjects() const override { return false; }

    QFuture<Result<QVector<RunProject>>> projects(const QString &parent) override;
    QFuture<Result<QVector<RunProject>>> findProjects(const QString &text) override;
    QFuture<Result<RunPage>> runs(const RunListQuery &query) override;
    QFuture<Result<QStringList>> tags() override;
    QFuture<Result<QVector<RunCard>>> cards(const RunPick &runs) override;

    /// Reads every series of the runs.
    QFuture<Result<QVector<RunMetric>>> metrics(const RunPick &runs) override;
    QFuture<Result<QVector<RunCurve>>>
    curves(const RunPick &runs, const QString &metric, const QStringList &variants) override;
    QFuture<Result<QVector<MetricName>>> plotNames(const RunPick &runs) override;
    QFuture<Result<QVector<RunPlot>>> plots(const RunPick &runs, const MetricName &name) override;
    QFuture<Result<QVector<MetricName>>> sampleNames(const RunPick &runs) override;
    QFuture<Result<QVector<RunSample>>>
    samples(const RunPick &runs, const MetricName &name, int iterations) override;
    QFuture<Result<MediaSample>> sampleFile(const RunSample &sample) override;
    QFuture<Result<QVector<RunScalar>>> singleValues(const RunPick &runs) override;
    QFuture<Result<QVector<RunParameter>>> parameters(const RunPick &runs) override;
    QFuture<Result<QVector<RunConfiguration>>> configurations(const RunPick &runs) override;

    bool ownsFrame(const QString & /*address*/) const override { return false; }
    QFuture<Result<QVector<RunCard>>> frameRuns(const QString &address) override;
    /// A fence for curves or samples, see panelFence().
    Result<QString> embedCode(const RunEmbed &what, IdSource &ids) const override;
    /// As a panel of lines has them, see LineCurves.
    QVector<CurveColour> curveColours(const QVector<RunCurve> &curves,
                                      const QVector<RunCard> &runs,
                                      const QStringList &variants) const override;
    QUrl webPage(const RunCard & /*run*/) const override { return {}; }

private:
    const std::shared_ptr<RunSource> m_source;
};

} // namespace plotleaf
