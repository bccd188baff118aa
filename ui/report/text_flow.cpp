#include "ui/report/text_flow.h"

#include "core/markdown/markdown_service.h"
#include "core/store/open_report.h"
#include "ui/editor/source_editor.h"

namespace plotleaf {

namespace {

bool hasOnlyWindowsLines(const QString &text)
{
    const qsizetype feeds = text.count(u'\n');
    return feeds > 0 && text.count(QStringLiteral("\r\n")) == feeds;
}

} // namespace

TextFlow::TextFlow(SourceEditor &editor,
                   OpenReport &report,
                   MarkdownService &markdown,
                   QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_report(report)
    , m_markdown(markdown)
    , m_windowsLines(hasOnlyWindowsLines(report.text()))
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0); // after the events that wait, among them the key's paint
    connect(&m_turn, &QTimer::timeout, this, &TextFlow::flush);
    connect(editor.document(), &QTextDocument::contentsChange, this, [this] {
        if (!m_turn.isActive())
            m_turn.start();
    });
    m_markdown.render(editor.text(), ++m_version);
}

void TextFlow::flush()
{
    if (!m_turn.isActive() && sender() != &m_turn)
        return;
    m_turn.stop();
    const QString &text = m_editor.text();
    if (m_windowsLines)
        m_report.setText(QString(text).replace(u'\n', QStringLiteral("\r\n")));
    else
        m_report.setText(text);
    m_markdown.render(text, ++m_version);
    emit handedOver(m_version);
}

} // namespace plotleaf
