#pragma once

#include <QWidget>

namespace plotleaf {

class Theme;

/// The grid of a TableSizePicker.
class TableGrid : public QWidget
{
    Q_OBJECT

public:
    explicit TableGrid(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    void picked(int rows, int columns);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setSize(int rows, int columns);
    QRect cell(int row, int column) const;

    const Theme &m_theme;
    int m_rows = 2;
    int m_columns = 3;
};

} // namespace plotleaf
