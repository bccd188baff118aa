#pragma once

#include "ui/runs/curve_drawing.h"

#include <QWidget>

#include <optional>

class QRubberBand;

namespace plotleaf {

class Theme;

/// A line of what is read off the curves at one place.
struct ChartReading
{
    QString name;
    QString text;
    QColor color;
    std::optional<double> y; ///< where its dot is
};

/// The picture of a chart and what a person does with it. It keeps no data: what is looked at and
/// what is read there is decided by who listens.
///
/// Drag moves, Shift and drag (or the right button) draws the part to look at, the wheel zooms
/// along x, with Shift or beside the plot along y, a double click shows all again. The wheel is the
/// chart's once it was clicked, or with Ctrl; else it scrolls what the chart stands in. Keys:
/// arrows read along the curves, with Shift they move, plus and minus zoom, Home shows all. GUI
/// thread.
class ChartCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit ChartCanvas(const Theme &theme, QWidget *parent = nullptr);
    ~ChartCanvas() override;

    void setDrawing(const DrawnAxis &x, const DrawnAxis &y, const QVector<DrawnLine> &lines);
    /// The y axis follows the curves: a drag that goes only a little up or down does not move it.
    void setYFollows(bool follows) { m_yFollows = follows; }
    /// What stands beside the pointer; nothing: the reading line is gone.
    void
    setReading(std::optional<double> x, const QString &title, const QVector<ChartReading> &rows);
    std::optional<double> readingX() const { return m_readingX; }

    /// Between the axes; as it will be after the next painting.
    QRectF plotArea() const;
    QSize sizeHint() const override { return {480, 260}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

signals:
    /// The pointer is at this place of the x axis; nothing: it has left.
    void pointed(std::optional<double> x);
    /// Along x, to the next or the last point: 1 or -1.
    void readingStepped(int direction);
    void xWanted(const plotleaf::ChartRange &range);
    void yWanted(const plotleaf::ChartRange &range);
    void resetWanted();
    /// The size is another one.
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// What the pressed button does.
    enum class Drag { None, Move, Mark };

    void applyLook();
    void invalidate();
    QImage picture() const;
    double xAt(double pixel) const;
    double yAt(double pixel) const;
    QPointF pixelAt(double x, double y) const;
    void zoom(bool isY, const QPointF &at, double factor);
    void moveBy(const QPointF &pixels);
    void takeMarked(const QRect &marked);
    void drawReading(QPainter &painter) const;
    void drawReadingBox(QPainter &painter, double lineX) const;

    const Theme &m_theme;
    mutable CurveDrawing m_drawing;
    mutable QImage m_picture; ///< null: to be drawn anew
    ChartRange m_x;
    ChartRange m_y;
    std::optional<double> m_readingX;
    QString m_readingTitle;
    QVector<ChartReading> m_readings;
    bool m_yFollows = true;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    ChartRange m_dragX;
    ChartRange m_dragY;
    QRubberBand *m_band;
};

} // namespace plotleaf
