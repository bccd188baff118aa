#pragma once

#include <QMenu>

namespace plotleaf {

class Theme;

/// A menu that shows a grid: the cell under the pointer says how large a table will be. Arrow keys
/// and Enter work too.
class TableSizePicker : public QMenu
{
    Q_OBJECT

public:
    explicit TableSizePicker(const Theme &theme, QWidget *parent = nullptr);

signals:
    /// `rows` without the head row.
    void picked(int rows, int columns);
};

} // namespace plotleaf
