#include "ui/library/file_drop.h"

#include "ui/library/report_files.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QDropEvent>
#include <QFrame>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

namespace plotleaf {

using namespace Qt::StringLiterals;

FileDrop::FileDrop(Theme &theme, QWidget *target)
    : QObject(target), m_target(target), m_frame(new QFrame(target))
{
    m_frame->setObjectName(u"dropFrame"_s);
    m_frame->setAttribute(Qt::WA_TransparentForMouseEvents);
    setLook(m_frame, u"drop"_s);
    auto *text = new PlainLabel(tr("Drop to make reports of these files"), m_frame);
    text->setFont(theme.font(FontRole::Title));
    text->setAlignment(Qt::AlignCenter);
    (new QVBoxLayout(m_frame))->addWidget(text);
    m_frame->hide();
    target->setAcceptDrops(true);
    target->installEventFilter(this);
}

QStringList FileDrop::markdownFiles(const QMimeData &dragged)
{
    QStringList paths;
    for (const QUrl &url : dragged.urls()) {
        if (url.isLocalFile() && isMarkdownFileName(url.toLocalFile()))
            paths.append(url.toLocalFile());
    }
    return paths;
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
        break;
    case QEvent::DragLeave:
        m_frame->hide();
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
    auto *drag = static_cast<QDropEvent *>(event);
    const QStringList paths = markdownFiles(*drag->mimeData());
    if (paths.isEmpty())
        return false;
    // The files stay where they are, whatever the other side proposes.
    drag->setDropAction(Qt::CopyAction);
    drag->accept();
    const bool isDrop = event->type() == QEvent::Drop;
    m_frame->setGeometry(m_target->rect());
    m_frame->raise();
    m_frame->setVisible(!isDrop);
    if (isDrop)
        emit dropped(paths);
    return true;
}

} // namespace plotleaf
