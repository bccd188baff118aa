#pragma once

#include "ui/runs/run_tab.h"

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPlainTextEdit;

namespace plotleaf {

/// The pictures, sounds and texts that the runs chosen have reported, the newest iterations first.
/// The text that is chosen is read below them.
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
    void showHint(QListWidgetItem &item, MediaKind kind) const;
    void showText();
    /// In place of the samples; empty: they are there.
    void tell(const QString &text);

    QVector<MetricName> m_names;
    QListWidget *m_list;
    QLabel *m_title;
    EmbedButton *m_embed;
    QLabel *m_told;
    QListWidget *m_samples;
    QPlainTextEdit *m_text; ///< of the sample that is chosen
    quint64 m_shown = 0;    ///< which name's samples are shown; answers for others are dropped
};

} // namespace plotleaf
