#pragma once

#include "core/base/id_source.h"
#include "ui/runs/run_tab.h"

class QLabel;
class QListWidget;

namespace plotleaf {

class FigurePreview;
struct ReportViewServices;

/// The figures that the runs chosen have reported. They are of any kind that plotly knows, so the
/// page of reports draws them: what is seen is what will be embedded.
class PlotsTab : public RunTab
{
    Q_OBJECT

public:
    explicit PlotsTab(const ReportViewServices &services, QWidget *parent = nullptr);

protected:
    void load() override;
    void clear() override;

private:
    void fill(const QVector<MetricName> &names);
    void showCurrent();
    RunEmbed wish(const MetricName &name) const;

    RandomIdSource m_ids;
    QVector<MetricName> m_names;
    QListWidget *m_list;
    QLabel *m_title;
    EmbedButton *m_embed;
    EmbedButton *m_embedGroup;
    FigurePreview *m_preview;
};

} // namespace plotleaf
