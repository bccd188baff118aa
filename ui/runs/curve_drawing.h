#pragma once

#include "core/runs/points.h"
#include "ui/runs/chart_ticks.h"
#include "ui/runs/chart_view.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <QVector>

#include <memory>

namespace plotleaf {

/// A line to draw, in the numbers of the axes, already reduced. A y that is not finite is a gap.
struct DrawnLine
{
    Points points;
    QColor color;
    double width = 1.5;
    bool hasMarks = false; ///< each point is marked
};

struct DrawnAxis
{
    ChartRange range;
    QVector<ChartTick> ticks;
    QString title; ///< of the x axis only
};

/// Draws curves over axes into a picture. The only class that knows Qt Charts: whatever else draws
/// lines over a grid can take its place. Never with OpenGL, which crashes where there is no screen.
/// GUI thread.
class CurveDrawing
{
public:
    struct Look
    {
        QColor text;
        QColor grid;
        QFont font;
    };

    CurveDrawing();
    ~CurveDrawing();

    void setLook(const Look &look);
    void setAxes(const DrawnAxis &x, const DrawnAxis &y);
    void setLines(const QVector<DrawnLine> &lines);

    /// On a transparent background, `ratio` pixels to a unit of length.
    QImage draw(const QSize &size, double ratio);
    /// The place between the axes in the picture drawn last, in units of length.
    QRectF plotArea() const { return m_plotArea; }

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
    QRectF m_plotArea;
};

} // namespace plotleaf
