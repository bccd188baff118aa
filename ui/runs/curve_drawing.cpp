#include "ui/runs/curve_drawing.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>

#include <cmath>

namespace plotleaf {

namespace {

constexpr int mostLinePieces = 200; ///< of a line between its gaps; beyond that gaps are drawn over
constexpr double pointMarkSize = 5;

/// The stretches of a line between its gaps.
QVector<QList<QPointF>> linePieces(const Points &points)
{
    QVector<QList<QPointF>> pieces(1);
    for (size_t i = 0; i < points.size(); ++i) {
        if (std::isfinite(points.y[i]))
            pieces.last().append({points.x[i], points.y[i]});
        else if (!pieces.last().isEmpty() && pieces.size() < mostLinePieces)
            pieces.append(QList<QPointF>());
    }
    if (pieces.last().isEmpty())
        pieces.removeLast();
    return pieces;
}

/// Qt Charts keeps one of two marks with the same text only; these look the same and are not.
QString distinctLabel(const QString &text, int place)
{
    return text + QString(place, QChar(0x200b));
}

void setCategories(QCategoryAxis &axis, const DrawnAxis &wanted)
{
    const QStringList before = axis.categoriesLabels();
    for (const QString &label : before)
        axis.remove(label);
    axis.setRange(wanted.range.from, wanted.range.to);
    axis.setStartValue(wanted.range.from);
    for (qsizetype i = 0; i < wanted.ticks.size(); ++i)
        axis.append(distinctLabel(wanted.ticks[i].text, int(i)), wanted.ticks[i].at);
}

} // namespace

class CurveDrawing::Parts
{
public:
    Parts()
    {
        scene.addItem(chart);
        chart->legend()->hide();
        chart->setBackgroundVisible(false);
        chart->setAnimationOptions(QChart::NoAnimation);
        chart->setMargins({});
        chart->layout()->setContentsMargins(0, 0, 0, 0);
        for (QCategoryAxis *axis : {x, y}) {
            axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
            axis->setTruncateLabels(false);
        }
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
    }

    /// Made once and used again: adding a series costs more than filling it.
    QLineSeries &lineAt(qsizetype place)
    {
        while (lines.size() <= place) {
            auto *line = new QLineSeries;
            line->setUseOpenGL(false);
            chart->addSeries(line);
            line->attachAxis(x);
            line->attachAxis(y);
            lines.append(line);
        }
        return *lines[place];
    }

    QGraphicsScene scene;
    QChart *chart = new QChart; // belongs to the scene, as axes and lines belong to it
    QCategoryAxis *x = new QCategoryAxis;
    QCategoryAxis *y = new QCategoryAxis;
    QVector<QLineSeries *> lines;
};

CurveDrawing::CurveDrawing() : m_parts(std::make_unique<Parts>())
{
}

CurveDrawing::~CurveDrawing() = default;

void CurveDrawing::setLook(const Look &look)
{
    for (QCategoryAxis *axis : {m_parts->x, m_parts->y}) {
        axis->setLabelsColor(look.text);
        axis->setLabelsFont(look.font);
        axis->setTitleBrush(look.text);
        axis->setTitleFont(look.font);
        axis->setGridLineColor(look.grid);
        axis->setLinePenColor(look.grid);
    }
}

void CurveDrawing::setAxes(const DrawnAxis &x, const DrawnAxis &y)
{
    setCategories(*m_parts->x, x);
    setCategories(*m_parts->y, y);
    m_parts->x->setTitleText(x.title);
    m_parts->x->setTitleVisible(!x.title.isEmpty());
}

void CurveDrawing::setLines(const QVector<DrawnLine> &lines)
{
    qsizetype used = 0;
    for (const DrawnLine &line : lines) {
        for (const QList<QPointF> &piece : linePieces(line.points)) {
            QLineSeries &series = m_parts->lineAt(used++);
            series.setPen(QPen(line.color, line.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            series.setPointsVisible(line.hasMarks || piece.size() == 1);
            series.setMarkerSize(pointMarkSize);
            series.replace(piece);
            series.show();
        }
    }
    for (; used < m_parts->lines.size(); ++used) {
        m_parts->lines[used]->clear();
        m_parts->lines[used]->hide();
    }
}

QImage CurveDrawing::draw(const QSize &size, double ratio)
{
    QImage picture(size * ratio, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    const QRectF all(QPointF(0, 0), QSizeF(size));
    m_parts->chart->setGeometry(all);
    // Without a view nobody else asks the layout to settle.
    m_parts->chart->layout()->activate();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    m_parts->scene.render(&painter, all, all);
    m_plotArea = m_parts->chart->plotArea();
    return picture;
}

} // namespace plotleaf
