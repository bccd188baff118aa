#include "ui/report/scroll_sync.h"

#include "ui/editor/source_editor.h"
#include "ui/report/report_preview.h"

#include <QScopedValueRollback>
#include <QScrollBar>

namespace plotleaf {

ScrollSync::ScrollSync(SourceEditor &editor, ReportPreview &preview, QObject *parent)
    : QObject(parent), m_editor(editor), m_preview(preview)
{
    connect(editor.verticalScrollBar(), &QScrollBar::valueChanged, this,
            &ScrollSync::sourceScrolled);
    connect(editor.document(), &QTextDocument::contentsChange, this, &ScrollSync::textChanged);
    connect(&preview, &ReportPreview::scrolledByReader, this, &ScrollSync::previewScrolled);
    connect(&preview, &ReportPreview::shown, this, &ScrollSync::previewChanged);
}

void ScrollSync::setEnabled(bool enabled)
{
    m_enabled = enabled;
    m_last.reset();
    m_typing = false;
    if (enabled)
        lead(sourceTarget());
}

ScrollTarget ScrollSync::sourceTarget() const
{
    const QScrollBar *bar = m_editor.verticalScrollBar();
    const double fraction = anchorFraction(bar->value(), bar->maximum(), bar->pageStep());
    return {m_editor.lineAtViewport(fraction), fraction};
}

void ScrollSync::sourceScrolled()
{
    // A scroll that a change of the text brought about is followed when the preview shows that
    // change.
    if (!m_enabled || m_following || m_typing)
        return;
    lead(sourceTarget());
}

void ScrollSync::textChanged()
{
    m_typing = true;
}

void ScrollSync::previewChanged()
{
    if (!m_enabled)
        return;
    if (m_typing && m_editor.hasFocus())
        lead({m_editor.cursorLine(), m_editor.cursorViewportFraction()});
    else if (!m_last)
        lead(sourceTarget());
    m_typing = false;
}

void ScrollSync::previewScrolled(double line)
{
    if (!m_enabled)
        return;
    const QScopedValueRollback<bool> guard(m_following, true);
    m_editor.scrollToLine(line);
    m_last.reset(); // the preview is where the reader put it
}

void ScrollSync::lead(const ScrollTarget &target)
{
    if (m_last == target)
        return;
    m_last = target;
    m_preview.scrollToLine(target.line, target.fraction);
}

} // namespace plotleaf
