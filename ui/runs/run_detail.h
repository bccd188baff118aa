#pragma once

#include "ui/runs/run_embed_wish.h"
#include "ui/runs/run_place.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTabWidget;
class QToolButton;

namespace plotleaf {

class RunTab;
struct ReportViewServices;

/// All sides of the runs that are chosen, each on a tab; several are compared. GUI thread.
class RunDetail : public QWidget
{
    Q_OBJECT

public:
    /// Everything that `services` refers to must outlive this.
    explicit RunDetail(const ReportViewServices &services, QWidget *parent = nullptr);

    void setRuns(const RunChoice &runs);
    const RunChoice &runs() const { return m_runs; }

signals:
    void embedWanted(const plotleaf::EmbedWish &wish);

private:
    void addTab(RunTab *tab, const QString &title);

    RunChoice m_runs;
    QLabel *m_title;
    QLabel *m_project;
    QToolButton *m_web;
    QTabWidget *m_tabs;
    QStackedLayout *m_stack;
    QVector<RunTab *> m_all;
};

} // namespace plotleaf
