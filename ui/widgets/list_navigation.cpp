#include "ui/widgets/list_navigation.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

namespace plotleaf {

ListNavigation::ListNavigation(QLineEdit *field, QListWidget *list, Enter enter)
    : QObject(field), m_list(list), m_enter(enter)
{
    field->installEventFilter(this);
}

bool ListNavigation::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        QKeyEvent copy(key->type(), key->key(), key->modifiers());
        QCoreApplication::sendEvent(m_list, &copy);
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_enter == Enter::Activates)
            emit activated();
        return m_enter == Enter::Activates;
    default:
        return QObject::eventFilter(watched, event);
    }
}

} // namespace plotleaf
