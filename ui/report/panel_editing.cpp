#include "ui/report/panel_editing.h"

#include "ui/editor/block_commands.h"
#include "ui/editor/source_editor.h"
#include "ui/report/panel_dialog.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace plotleaf {

PanelEditing::PanelEditing(
    SourceEditor &editor, RunSources &sources, QString baseFolder, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_sources(sources)
    , m_baseFolder(std::move(baseFolder))
    , m_window(window)
{
}

void PanelEditing::ask(const MarkdownDocumentPtr &document)
{
    const MarkdownPanel *panel = document ? panelAtCursor(*document) : nullptr;
    if (panel)
        change(*panel);
    else
        insertNew();
}

const MarkdownPanel *PanelEditing::panelAtCursor(const MarkdownDocument &document) const
{
    const int line = m_editor.textCursor().blockNumber();
    const auto holdsCursor = [line](const MarkdownPanel &panel) {
        return panel.info.section(u' ', 0, 0) == QStringLiteral("panel") &&
               panel.firstLine <= line && line <= panel.lastLine;
    };
    const auto found = std::find_if(document.panels.begin(), document.panels.end(), holdsCursor);
    return found == document.panels.end() ? nullptr : &*found;
}

/// The text between the fences, as a selection that moves with the text.
QTextCursor PanelEditing::insideOf(const MarkdownPanel &panel) const
{
    const QTextDocument *text = m_editor.document();
    QTextCursor inside(text->findBlockByNumber(panel.firstLine + 1));
    const QTextBlock close = text->findBlockByNumber(panel.lastLine);
    inside.setPosition(close.isValid() ? close.position() : text->characterCount() - 1,
                       QTextCursor::KeepAnchor);
    return inside;
}

void PanelEditing::insertNew()
{
    auto *dialog = new PanelDialog(m_sources, m_baseFolder, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QString fence = panelFence(dialog->choice(), m_baseFolder);
        m_editor.apply([&](const Passage &passage) {
            return block_commands::insertBlock(passage, fence, int(fence.size()), 0);
        });
        m_editor.setFocus();
    });
    dialog->open();
}

void PanelEditing::change(const MarkdownPanel &panel)
{
    const QTextCursor inside = insideOf(panel);
    const QString yaml = passageAround(inside).selectedText();
    if (yaml.trimmed() != panel.source.trimmed()) {
        emit refused(tr("This panel stands in a quote or a list; change it in the text."));
        return;
    }
    const Result<PanelChoice> before = readPanelChoice(yaml, m_baseFolder);
    if (!before) {
        emit refused(before.error().message);
        return;
    }
    auto *dialog = new PanelDialog(m_sources, m_baseFolder, &m_window);
    dialog->setExisting(*before);
    connect(dialog, &QDialog::accepted, this, [this, dialog, inside, yaml, before = *before] {
        write(inside, yaml, changedPanel(yaml, before, dialog->choice(), m_baseFolder));
        m_editor.setFocus();
    });
    dialog->open();
}

// The text may have been changed from elsewhere while the form was open.
void PanelEditing::write(const QTextCursor &inside, const QString &before, const QString &yaml)
{
    if (m_editor.isReadOnly() || passageAround(inside).selectedText() != before) {
        QGuiApplication::clipboard()->setText(yaml);
        emit refused(tr("The panel in the text is no longer the one that the form was opened for. "
                        "What the form made is in the clipboard."));
        return;
    }
    applyToDocument(inside, [&](const Passage &passage) {
        Passage result = passage;
        result.text.replace(passage.selectionStart(), before.size(), yaml);
        result.anchor = result.position = passage.selectionStart();
        return result;
    });
}

} // namespace plotleaf
