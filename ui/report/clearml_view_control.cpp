#include "ui/report/clearml_view_control.h"

#include "core/base/when_done.h"
#include "core/markdown/markdown_service.h"
#include "core/services/clearml/clearml_view.h"
#include "ui/report/clearml_view_panel.h"
#include "ui/report/report_preview.h"

#include <utility>

namespace plotleaf {

ClearmlViewControl::ClearmlViewControl(MarkdownService &markdown,
                                       ReportPreview &preview,
                                       ClearmlViewPanel &panel,
                                       QObject *parent)
    : QObject(parent), m_markdown(markdown), m_preview(preview), m_panel(panel)
{
    panel.hide();
}

void ClearmlViewControl::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    m_panel.setVisible(on);
    showAgain();
}

void ClearmlViewControl::setServer(const QUrl &web)
{
    if (web == m_web)
        return;
    m_web = web;
    showAgain();
}

void ClearmlViewControl::show(const MarkdownDocumentPtr &document, const QString &text)
{
    m_document = document;
    m_text = text;
    showAgain();
}

void ClearmlViewControl::showAgain()
{
    if (!m_document)
        return;
    if (!m_isOn)
        return m_preview.setDocument(m_document);
    m_panel.setDifferences(clearmlDifferences(*m_document, m_text, m_web, !m_web.isEmpty()));
    render();
}

/// One at a time: whoever types fast is not waited for by a queue.
void ClearmlViewControl::render()
{
    m_isOld = m_isRendering;
    if (std::exchange(m_isRendering, true))
        return;
    whenDone(m_markdown.renderOnce(m_text, clearmlMarkdown()), this,
             [this, version = m_document->version](const Result<MarkdownDocumentPtr> &document) {
                 m_isRendering = false;
                 if (!m_isOn)
                     return;
                 if (document)
                     m_preview.setDocument(clearmlDocument(**document, version, m_web));
                 if (std::exchange(m_isOld, false))
                     render();
             });
}

} // namespace plotleaf
