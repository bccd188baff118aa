#include "ui/editor/table_size_picker.h"

#include "ui/editor/table_grid.h"

#include <QWidgetAction>

namespace plotleaf {

TableSizePicker::TableSizePicker(const Theme &theme, QWidget *parent) : QMenu(parent)
{
    auto *grid = new TableGrid(theme, this);
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(grid);
    addAction(action);
    connect(this, &QMenu::aboutToShow, grid, [grid] { grid->setFocus(); });
    connect(grid, &TableGrid::picked, this, [this](int rows, int columns) {
        close();
        emit picked(rows, columns);
    });
}

} // namespace plotleaf
