#include "ui/runs/frame_editing.h"

#include "core/panels/frame_source.h"
#include "core/report/text_frames.h"
#include "core/services/clearml/widgets/clearml_frame.h"
#include "ui/editor/source_editor.h"
#include "ui/report/report_view.h"
#include "ui/runs/frame_form.h"

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

FrameEditing::FrameEditing(SourceEditor &editor,
                           const ReportViewServices &services,
                           QWidget &window,
                           QObject *parent)
    : QObject(parent), m_editor(editor), m_services(services), m_window(window)
{
}

bool FrameEditing::ask()
{
    const qsizetype place = m_editor.textCursor().position();
    const QVector<TextFrame> frames = textFrames(m_editor.text());
    const auto at = std::ranges::find_if(frames, [place](const TextFrame &frame) {
        return !frame.isCode && frame.start <= place && place <= frame.start + frame.length;
    });
    if (at == frames.end())
        return false;
    const QString code = m_editor.text().mid(at->start, at->length);
    const Result<ClearmlFrame> frame = ClearmlFrame::read(code);
    if (!frame)
        return false;
    const QString address = absoluteFrameAddress(frame->attribute(u"src"_s), m_server);
    const auto catalog = m_services.frameCatalog ? m_services.frameCatalog(address) : nullptr;
    // A selection that moves with the text while the form is open.
    QTextCursor inside(m_editor.document());
    inside.setPosition(int(at->start));
    inside.setPosition(int(at->start + at->length), QTextCursor::KeepAnchor);
    auto *form = new FrameForm(m_services, catalog, *frame, &m_window);
    form->setServer(m_server);
    connect(form, &QDialog::accepted, this, [this, form, inside, code]() mutable {
        if (!m_editor.isReadOnly() && form->code() != code)
            inside.insertText(form->code());
        m_editor.setFocus();
    });
    form->open();
    return true;
}

} // namespace plotleaf
