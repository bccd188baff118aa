#pragma once

#include "core/runs/run_catalog.h"
#include "core/services/clearml/clearml_client.h"

#include <memory>

namespace plotleaf {

/// The projects, tasks and models of a ClearML server (clearml.md 3, 4). Lives on the GUI thread.
class ClearmlCatalog final : public RunCatalog
{
    Q_OBJECT

public:
    /// `name`: as in a panel's `source:`, "clearml/prod".
    ClearmlCatalog(QString name, std::shared_ptr<ClearmlClient> client, QObject *parent = nullptr);

    QString name() const override { return m_name; }
    bool hasModels() const override { return true; }
    bool hasProjects() const override { return true; }

    QFuture<Result<QVector<RunProject>>> projects(const QString &parent) override;
    QFuture<Result<QVector<RunProject>>> findProjects(const QString &text) override;
    QFuture<Result<RunPage>> runs(const RunListQuery &query) override;
    QFuture<Result<QStringList>> tags() override;
    QFuture<Result<QVector<RunCard>>> cards(const RunPick &runs) override;

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

    /// Addresses of old, which have no host, are taken for its own.
    bool ownsFrame(const QString &address) const override;
    QFuture<Result<QVector<RunCard>>> frameRuns(const QString &address) override;
    /// The iframe of the web app (clearmlEmbedCode()).
    Result<QString> embedCode(const RunEmbed &what, IdSource &ids) const override;
    /// As the web app computes them (clearml.md 4.7).
    QVector<CurveColour> curveColours(const QVector<RunCurve> &curves,
                                      const QVector<RunCard> &runs,
                                      const QStringList &variants) const override;
    QUrl webPage(const RunCard &run) const override;

private:
    const QString m_name;
    const std::shared_ptr<ClearmlClient> m_client;
};

} // namespace plotleaf
