#include "ui/report/text_flow.h"

#include "core/markdown/markdown_service.h"
#include "core/report/line_ends.h"
#include "core/report/text_diff.h"
#include "core/report/text_merge.h"
#include "core/store/open_report.h"
#include "ui/editor/source_editor.h"

#include <QTextCursor>

#include <algorithm>
#include <utility>

namespace plotleaf {

namespace {

/// Replaces what differs in the lines from `position` on and nothing else.
void replaceLines(QTextCursor &cursor, qsizetype position, QStringView from, QStringView to)
{
    const auto shorter = std::min(from.size(), to.size());
    qsizetype start = 0;
    while (start < shorter && from.at(start) == to.at(start))
        ++start;
    qsizetype same = 0;
    while (same < shorter - start && from.at(from.size() - same - 1) == to.at(to.size() - same - 1))
        ++same;
    cursor.setPosition(int(position + start));
    cursor.setPosition(int(position + from.size() - same), QTextCursor::KeepAnchor);
    cursor.insertText(to.mid(start, to.size() - same - start).toString());
}

/// One step of undo. Cursors, selections and the view stay where they are: from the end on, so that
/// positions hold.
void changeDocument(QTextDocument &document, const QString &from, const QString &to)
{
    const QVector<TextChange> changes = textChanges(from, to);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (auto change = changes.crbegin(); change != changes.crend(); ++change)
        replaceLines(cursor, change->position,
                     QStringView(from).mid(change->position, change->removed), change->inserted);
    cursor.endEditBlock();
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
    , m_handed(editor.text())
    , m_windowsLines(hasOnlyWindowsLines(report.text()))
    , m_isFirstToCome(report.isTextMissing())
{
    connect(&report, &OpenReport::textMerged, this, &TextFlow::takeMerged);
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
    // What came from the report goes back to it only when something was typed: its line ends may be
    // mixed, which no editor keeps.
    if (text != m_handed) {
        m_handed = text;
        m_isFirstToCome = false;
        m_report.setText(m_windowsLines ? withWindowsLines(text) : text);
    }
    m_markdown.render(text, ++m_version);
    emit handedOver(m_version);
}

void TextFlow::takeMerged()
{
    const QString merged = withUnixLines(m_report.text());
    const QString shown = m_editor.text();
    m_windowsLines = hasOnlyWindowsLines(m_report.text());
    // Nobody wrote the empty text before: undo must not lead to it.
    if (std::exchange(m_isFirstToCome, false) && shown == m_handed) {
        m_handed = merged;
        m_editor.loadText(merged);
        return;
    }
    QString wanted = merged;
    // Keys of this very turn, which the report has not seen.
    if (shown != m_handed) {
        const auto merge = mergeTexts(m_handed, shown, merged);
        wanted = merge ? merge->text() : shown;
    }
    m_handed = merged;
    changeDocument(*m_editor.document(), shown, wanted);
}

} // namespace plotleaf
