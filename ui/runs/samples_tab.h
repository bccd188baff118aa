#pragma once

#include "ui/runs/run_tab.h"

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace plotleaf {

/// The pictures, sounds and texts that the runs chosen have reported, the newest iterations first.
class SamplesTab : public RunTab
{
    Q_OBJECT

public:
    explicit SamplesTab(Theme &theme, QWidget *parent = nullptr);

protected:
    void load() override;
    void clear() override;

private:
    void fill(const QVector<MetricName> &names);
    void showCurrent();
    void showSamples(const QVector<RunSample> &samples);
    void showFile(int row, const Result<MediaSample> &file);

    QVector<MetricName> m_names;
    QListWidget *m_list;
    QLabel *m_title;
    EmbedButton *m_embed;
    QListWidget *m_samples;
    quint64 m_shown = 0; ///< which name's samples are shown; answers for others are dropped
};

} // namespace plotleaf
