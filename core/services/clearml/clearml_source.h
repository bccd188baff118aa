#pragma once

#include "core/panels/frame_source.h"
#include "core/runs/run_source.h"
#include "core/services/clearml/clearml_client.h"
#include "core/services/clearml/clearml_sample_names.h"

#include <QTimer>

#include <memory>

namespace plotleaf {

/// The tasks of a ClearML server as runs, and its widgets as frames. Lives on the GUI thread.
///
/// A metric is called "metric/variant", as the web app's axes are; a sample "metric/variant" too.
/// Parameters are "section.name". A series has at most 6000 points, all that the server gives
/// (clearml.md 4.2). At most `mostRuns` tasks are listed, those changed last; a warning says so.
class ClearmlSource final : public RunSource, public FrameSource
{
    Q_OBJECT

public:
    static constexpr int mostRuns = 2000;

    /// `name`: as in a panel's `source:`. `project`: path; empty: all.
    ClearmlSource(QString name,
                  std::shared_ptr<ClearmlClient> client,
                  QString project,
                  QObject *parent = nullptr);

    QString name() const override { return m_name; }
    QFuture<Result<QVector<Run>>> runs() override;
    QFuture<Result<SeriesPtr>> series(const RunId &run, const QString &metric) override;
    /// Samples of the newest iterations, or of the newest up to a step; those whose file cannot be
    /// had are told in warnings().
    QFuture<Result<QVector<MediaSample>>>
    media(const RunId &run, const QString &key, const SampleSteps &steps) override;
    /// ClearML keeps histograms as plots; there are none here.
    QFuture<Result<QVector<HistogramSample>>>
    histograms(const RunId &run, const QString &key, const SampleSteps &steps) override;
    QStringList warnings() const override { return m_shared->warnings; }
    void setFollowed(bool followed) override;
    bool isEnded() const override { return m_shared->client->isStopped(); }

    std::unique_ptr<PanelFeed> openFrame(const QString &address,
                                         const std::shared_ptr<MediaShelf> &shelf) override;

    /// What questions under way need; may outlive the source.
    struct Shared
    {
        std::shared_ptr<ClearmlClient> client;
        QString project;
        /// "metric/variant" as the pair that the server wants.
        QHash<QString, std::pair<QString, QString>> metrics;
        QStringList warnings;
        std::shared_ptr<ClearmlSampleNames> sampleNames; ///< never null
    };

private:
    const QString m_name;
    const std::shared_ptr<Shared> m_shared;
    int m_followers = 0;
    QTimer m_timer;
};

} // namespace plotleaf
