#pragma once

#include "ui/report/report_view.h"

#include <QObject>

class QActionGroup;
class QToolBar;

namespace plotleaf {

class Theme;

/// How the report is looked at: the three modes, side panel, line numbers, scrolling together, the
/// cheat sheet. GUI thread.
class ViewActions : public QObject
{
    Q_OBJECT

public:
    explicit ViewActions(Theme &theme, QObject *parent = nullptr);

    QList<QAction *> all() const { return m_all; }
    void fillToolBar(QToolBar &bar) const;
    void setMode(ReportView::Mode mode);
    void setSidePanelShown(bool shown);
    void setLineNumbersShown(bool shown);
    void setClearmlViewShown(bool shown);

signals:
    void modeChosen(plotleaf::ReportView::Mode mode);
    void sidePanelChosen(bool shown);
    void lineNumbersChosen(bool shown);
    void scrollSyncChosen(bool together);
    void clearmlViewChosen(bool on);
    void cheatSheetWanted();
    void paneWanted(bool next);

private:
    void addSeparator();
    void addPaneActions();
    QAction *add(const QString &name,
                 const QString &text,
                 const QString &icon,
                 const QKeySequence &shortcut,
                 bool checkable);

    Theme &m_theme;
    QActionGroup *m_modes;
    QList<QAction *> m_all;
    QAction *m_sidePanel;
    QAction *m_lineNumbers;
    QAction *m_clearmlView;
    QAction *m_cheatSheet;
};

} // namespace plotleaf
