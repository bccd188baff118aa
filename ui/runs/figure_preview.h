#pragma once

#include "core/markdown/markdown_service.h"
#include "core/panels/panel_feeds.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace plotleaf {

class ReportPage;
class Theme;
struct ReportViewServices;

/// What a piece of a report's text shows, alive, as the report's preview will draw it: for graphics
/// of the run browser that are no curves, and for forms. Its page costs a process and a tenth of a
/// second, so it is made when there is something to show for the first time. GUI thread.
class FigurePreview : public QWidget
{
    Q_OBJECT

public:
    /// Everything that `services` refers to must outlive the preview.
    explicit FigurePreview(const ReportViewServices &services, QWidget *parent = nullptr);
    ~FigurePreview() override;

    /// See PanelFeeds::setServer(); before setCode().
    void setServer(const QUrl &web) { m_feeds.setServer(web); }
    /// Markdown, usually an iframe or a fence; empty: nothing.
    void setCode(const QString &code);
    const QString &code() const { return m_code; }

signals:
    /// The code is on screen; its data may still be on its way.
    void shown();

private:
    void startPage();
    void show(const MarkdownDocumentPtr &document);
    void tell(const QString &problem);
    void applyTheme();

    Theme &m_theme;
    QLabel *m_problem;
    QString m_code;
    qint64 m_version = 0;
    PanelFeeds m_feeds;
    MarkdownService m_markdown;
    std::unique_ptr<ReportPage> m_page; ///< null until it is needed
};

} // namespace plotleaf
