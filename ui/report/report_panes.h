#pragma once

#include "ui/report/report_view.h"

#include <QWidget>

class QSplitter;

namespace plotleaf {

class ReportPreview;
class ReportSidePanel;

/// Source, preview and side panel beside each other, with the widths that the person gave them,
/// which are kept in the library's settings. GUI thread.
class ReportPanes : public QWidget
{
    Q_OBJECT

public:
    /// Takes the three widgets as children.
    ReportPanes(Library &library,
                QWidget *source,
                ReportPreview *preview,
                ReportSidePanel *side,
                QWidget *parent = nullptr);

    ReportView::Mode mode() const { return m_mode; }
    void setMode(ReportView::Mode mode);
    bool isSidePanelShown() const;
    void setSidePanelShown(bool shown);
    /// Gives the keyboard to the next of the panes that are shown, or the one before.
    void focusOtherPane(bool next);

signals:
    void sidePanelShownChanged(bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void loadSettings();
    /// Where the keyboard is at home in this mode.
    QWidget *textPane() const;
    void splitterMoved();
    void placeSplitters();

    Library &m_library;
    QWidget *m_source;
    ReportPreview *m_preview;
    ReportSidePanel *m_side;
    QSplitter *m_texts; ///< source and preview
    QSplitter *m_all;   ///< both of them, and the side panel
    ReportView::Mode m_mode = ReportView::Mode::Both;
    double m_sourceShare = 0.5; ///< of the width of both panes
    int m_sideWidth = 0;
    bool m_sideChosen =
        false; ///< the person has shown or hidden the panel, so settings no longer count
};

} // namespace plotleaf
