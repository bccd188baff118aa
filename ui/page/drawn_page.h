#pragma once

#include "core/base/result.h"
#include "ui/page/document_sync.h"
#include "ui/page/page_link.h"
#include "ui/page/panel_bridge.h"
#include "ui/page/printed_report.h"

#include <QFuture>
#include <QPromise>
#include <QTimer>

namespace plotleaf {

class PageView;

/// A page off the screen that draws a report completely: every panel, formula, diagram, font and
/// image. It stands in a view that is never shown, since without one Chromium makes no frames
/// (reference/qt.md 2). GUI thread.
class DrawnPage : public QObject
{
    Q_OBJECT

public:
    /// `width`: of the text area in CSS pixels, so that plots are drawn at the size they will have.
    DrawnPage(const PrintedReport &report, PageMode mode, int width, QObject *parent = nullptr);
    ~DrawnPage() override;

    /// What could not be drawn (a formula that is none, an image that is not there), for people;
    /// the rest is drawn. Errors: Timeout after `deadline` milliseconds, naming what is missing; Io
    /// when the renderer dies. Once.
    QFuture<Result<QStringList>> draw(int deadline);

    PageLink &link() { return m_link; }

private:
    void askWhenDrawn();
    void onDrawn(const QString &json);
    void onDeadline();
    void finish(Result<QStringList> result);

    PageLink m_link;
    PanelBridge m_panels;
    DocumentSync m_sync;
    std::unique_ptr<PageView> m_view;
    QTimer m_deadline;
    QPromise<Result<QStringList>> m_promise;
    bool m_shown = false;
    bool m_asked = false;
    bool m_finished = false;
};

} // namespace plotleaf
