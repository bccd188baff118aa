#pragma once

#include <QListWidget>
#include <QStringList>

namespace plotleaf::test {

/// What stands in a list, without what is hidden.
inline QStringList shownTexts(const QListWidget *list)
{
    QStringList found;
    for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->isHidden())
            found.append(list->item(row)->text());
    }
    return found;
}

} // namespace plotleaf::test
