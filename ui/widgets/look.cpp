#include "ui/widgets/look.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace plotleaf {

namespace {

void setStyledProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    // Style sheets look at properties only when a widget is polished.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

void setLook(QWidget *widget, const QString &look)
{
    setStyledProperty(widget, "look", look);
}

void setInvalid(QWidget *widget, bool invalid)
{
    setStyledProperty(widget, "invalid", invalid);
}

} // namespace plotleaf
