#include "ui/report/frame_editing.h"

#include "core/panels/frame_source.h"
#include "core/report/text_frames.h"
#include "core/services/clearml/widgets/clearml_frame.h"
#include "ui/editor/source_editor.h"
#include "ui/report/report_view_services.h"
#include "ui/runs/frame_form.h"

#include <QClipboard>
#include <QGuiApplication>

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
    connect(form, &QDialog::accepted, this, [this, form, inside, code] {
        if (form->code() != code)
            write(inside, code, form->code());
        m_editor.setFocus();
    });
    form->open();
    return true;
}

// The text may have been changed from elsewhere while the form was open.
void FrameEditing::write(QTextCursor place, const QString &before, const QString &code)
{
    const auto start = place.selectionStart();
    if (!m_editor.isReadOnly() &&
        m_editor.text().mid(start, place.selectionEnd() - start) == before) {
        place.insertText(code);
        return;
    }
    QGuiApplication::clipboard()->setText(code);
    emit refused(tr("The frame in the text is no longer the one that the form was opened for. What "
                    "the form made is in the clipboard."));
}

} // namespace plotleaf
