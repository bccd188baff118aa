#pragma once

#include "core/markdown/markdown_service.h"
#include "core/panels/panel_feeds.h"
#include "ui/editor/editor_actions.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/source_editor.h"
#include "ui/report/asset_index.h"
#include "ui/report/asset_inserter.h"
#include "ui/report/clearml_view_control.h"
#include "ui/report/clearml_view_panel.h"
#include "ui/report/fence_assist.h"
#include "ui/report/frame_editing.h"
#include "ui/report/panel_editing.h"
#include "ui/report/remote_images_control.h"
#include "ui/report/report_notices.h"
#include "ui/report/report_panes.h"
#include "ui/report/report_preview.h"
#include "ui/report/report_side_panel.h"
#include "ui/report/report_status_line.h"
#include "ui/report/report_view.h"
#include "ui/report/scroll_sync.h"
#include "ui/report/text_flow.h"
#include "ui/report/view_actions.h"

#include <QUrl>

namespace plotleaf {

/// The parts of a report view and what connects them; each part knows only its own work.
class ReportView::Private : public QObject
{
    Q_OBJECT

public:
    Private(ReportView &view,
            const ReportViewServices &given,
            Report report,
            std::optional<QString> recovered);
    ~Private() override;

    void compose();
    void connectText();
    void connectReport();
    void connectTools();
    void refreshSummary();
    void showUnknownServer();

    ReportView &q;
    ReportViewServices services;
    // In the order in which they need each other; destroyed from the last to the first.
    std::unique_ptr<OpenReport> open;
    std::unique_ptr<MarkdownService> markdown;
    std::unique_ptr<PanelFeeds> feeds;
    std::unique_ptr<AssetIndex> assets;
    SourceEditor *editor;
    FindBar *findBar;
    EditorActions *editorActions;
    ViewActions *viewActions;
    ReportNotices *notices;
    ReportSidePanel *side;
    ReportPreview *preview;
    ReportPanes *panes;
    ReportStatusLine *status;
    std::unique_ptr<TextFlow> flow;
    std::unique_ptr<ScrollSync> scrollSync;
    std::unique_ptr<AssetInserter> inserter;
    std::unique_ptr<PanelEditing> panelEditing;
    std::unique_ptr<FenceAssist> fenceAssist;
    ClearmlViewPanel *clearmlPanel;
    std::unique_ptr<ClearmlViewControl> clearmlView;
    std::unique_ptr<FrameEditing> frameEditing;
    std::unique_ptr<RemoteImagesControl> remoteImages; ///< null where none are loaded
    bool scrollsTogether = true;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void startPreview();
    void showDocument(const MarkdownDocumentPtr &document);
    void setClearmlView(bool on);
    QStringList serverSources() const;
    QUrl serverOf(const ReportSummary &summary) const;
    void setServer();
    void showCursor();
    void showState();
    void toggleTask(int line, bool checked);
    void askLink(const QUrl &url);
    void explainLink(const QString &href);
    void askLine();
    void askImage();
    void askPanel();
    void restoreLineNumbers();

    MarkdownDocumentPtr m_document; ///< the newest, with every feature
    bool m_painted = false;
    bool m_markdownFailed = false; ///< there will be no document
    bool m_panelAsked = false;     ///< as soon as the document of the newest text is there
};

} // namespace plotleaf
