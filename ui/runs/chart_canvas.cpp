#include "ui/runs/chart_canvas.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QRubberBand>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr double readingDot = 3.5; ///< radius in pixels

} // namespace

ChartCanvas::ChartCanvas(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_band(new QRubberBand(QRubberBand::Rectangle, this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, &ChartCanvas::applyLook);
    applyLook();
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::applyLook()
{
    m_drawing.setLook({m_theme.color(ColorRole::Muted), m_theme.color(ColorRole::Border),
                       m_theme.font(FontRole::Small)});
    invalidate();
}

void ChartCanvas::invalidate()
{
    m_picture = QImage();
    update();
}

void ChartCanvas::setDrawing(const DrawnAxis &x,
                             const DrawnAxis &y,
                             const QVector<DrawnLine> &lines)
{
    m_x = x.range;
    m_y = y.range;
    m_drawing.setAxes(x, y);
    m_drawing.setLines(lines);
    invalidate();
}

void ChartCanvas::setReading(std::optional<double> x,
                             const QString &title,
                             const QVector<ChartReading> &rows)
{
    m_readingX = x;
    m_readingTitle = title;
    m_readings = rows;
    QStringList words;
    for (const ChartReading &row : rows)
        words.append(row.name + QStringLiteral(": ") + row.text);
    setAccessibleDescription(x ? title + QStringLiteral("; ") + words.join(QStringLiteral(", "))
                               : QString());
    update();
}

QImage ChartCanvas::picture() const
{
    if (m_picture.isNull() && !size().isEmpty())
        m_picture = m_drawing.draw(size(), devicePixelRatioF());
    return m_picture;
}

QRectF ChartCanvas::plotArea() const
{
    if (m_picture.isNull())
        static_cast<void>(picture());
    return m_drawing.plotArea();
}

double ChartCanvas::xAt(double pixel) const
{
    const QRectF area = plotArea();
    return m_x.from + (pixel - area.left()) / std::max(area.width(), 1.0) * m_x.size();
}

double ChartCanvas::yAt(double pixel) const
{
    const QRectF area = plotArea();
    return m_y.to - (pixel - area.top()) / std::max(area.height(), 1.0) * m_y.size();
}

QPointF ChartCanvas::pixelAt(double x, double y) const
{
    const QRectF area = plotArea();
    return {area.left() + (x - m_x.from) / m_x.size() * area.width(),
            area.bottom() - (y - m_y.from) / m_y.size() * area.height()};
}

void ChartCanvas::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.drawImage(0, 0, picture());
    if (m_readingX)
        drawReading(painter);
    if (hasFocus()) {
        painter.setPen(m_theme.color(ColorRole::Focus));
        painter.drawRoundedRect(rect().adjusted(0, 0, -1, -1), Radius::s, Radius::s);
    }
}

void ChartCanvas::drawReading(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plotArea();
    const double lineX = pixelAt(*m_readingX, m_y.from).x();
    painter.setPen(m_theme.color(ColorRole::BorderStrong));
    painter.drawLine(QPointF(lineX, area.top()), QPointF(lineX, area.bottom()));
    painter.setPen(QPen(m_theme.color(ColorRole::Surface), 1));
    for (const ChartReading &row : m_readings) {
        if (!row.y)
            continue;
        const QPointF dot = pixelAt(*m_readingX, *row.y);
        painter.setBrush(row.color);
        if (area.adjusted(-1, -1, 1, 1).contains(dot))
            painter.drawEllipse(dot, readingDot, readingDot);
    }
    drawReadingBox(painter, lineX);
}

/// Beside the line, where there is room for it.
void ChartCanvas::drawReadingBox(QPainter &painter, double lineX) const
{
    const QFont font = m_theme.font(FontRole::Small);
    const QFontMetrics metrics(font);
    const int dot = metrics.ascent() / 2;
    int names = 0;
    int values = 0;
    for (const ChartReading &row : m_readings) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        values = std::max(values, metrics.horizontalAdvance(row.text));
    }
    const int line = metrics.height() + 2;
    const int inner = std::max(dot + Spacing::xs + names + Spacing::m + values,
                               metrics.horizontalAdvance(m_readingTitle));
    QRectF box(0, 0, inner + 2 * Spacing::s, line * (m_readings.size() + 1) + 2 * Spacing::xs);
    const bool fitsRight = lineX + Spacing::m + box.width() <= width();
    box.moveTo(fitsRight ? lineX + Spacing::m : std::max(0.0, lineX - Spacing::m - box.width()),
               plotArea().top() + Spacing::xs);
    painter.setFont(font);
    painter.setPen(m_theme.color(ColorRole::BorderStrong));
    painter.setBrush(m_theme.color(ColorRole::Surface));
    painter.drawRoundedRect(box, Radius::s, Radius::s);
    QRectF row(box.left() + Spacing::s, box.top() + Spacing::xs, inner, line);
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.drawText(row, Qt::AlignVCenter, m_readingTitle);
    for (const ChartReading &reading : m_readings) {
        row.translate(0, line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(reading.color);
        if (reading.color.isValid())
            painter.drawEllipse(QPointF(row.left() + dot / 2.0, row.center().y()), dot / 2.0,
                                dot / 2.0);
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.drawText(row.adjusted(dot + Spacing::xs, 0, 0, 0), Qt::AlignVCenter, reading.name);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, reading.text);
    }
}

void ChartCanvas::resizeEvent(QResizeEvent * /*event*/)
{
    invalidate();
    emit resized();
}

void ChartCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        applyLook();
    QWidget::changeEvent(event);
}

} // namespace plotleaf
