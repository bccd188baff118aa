#pragma once

#include "core/markdown/markdown_document.h"

#include <QObject>
#include <QUrl>

namespace plotleaf {

class ClearmlViewPanel;
class MarkdownService;
class ReportPreview;

/// Gives the preview what it shows: the document, or, while it is on, the text as ClearML's web app
/// shows it, with the list of what looks different there. Nothing of the text is changed. GUI
/// thread.
class ClearmlViewControl : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the control.
    ClearmlViewControl(MarkdownService &markdown,
                       ReportPreview &preview,
                       ClearmlViewPanel &panel,
                       QObject *parent = nullptr);

    bool isOn() const { return m_isOn; }
    void setOn(bool on);
    /// The web app of the report's server, which its images go to; empty: it has none.
    void setServer(const QUrl &web);

    /// `document` is of `text`, with every feature.
    void show(const MarkdownDocumentPtr &document, const QString &text);

private:
    void showAgain();
    void render();

    MarkdownService &m_markdown;
    ReportPreview &m_preview;
    ClearmlViewPanel &m_panel;
    MarkdownDocumentPtr m_document;
    QString m_text;
    QUrl m_web;
    bool m_isOn = false;
    bool m_isRendering = false;
    bool m_isOld = false; ///< what is being rendered is not the newest any more
};

} // namespace plotleaf
