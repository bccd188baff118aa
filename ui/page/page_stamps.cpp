#include "ui/page/page_stamps.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>
#include <QPdfWriter>

namespace plotleaf {

namespace {

constexpr double fontPoints = 8;
/// Of the width, so that both ends of a header always fit beside each other.
constexpr double startShare = 0.6;
constexpr double endShare = 0.36;
/// Points between a line's end, its dots and its number.
constexpr double leaderGap = 5;

/// Draws the margins of one page after the other; all lengths are in points.
class StampPainter
{
public:
    StampPainter(QPdfWriter &writer, const PageStamps &stamps)
        : m_stamps(stamps), m_painter(&writer)
    {
        QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
        font.setPointSizeF(fontPoints);
        m_painter.setFont(font);
        m_painter.setPen(QPen(Qt::darkGray, 0.5));
    }

    void drawPage(int number)
    {
        if (number > 1 || m_stamps.headerOnFirst)
            drawHeader();
        if (!m_stamps.footer.isEmpty()) {
            m_painter.drawText(footerPlace(), Qt::AlignCenter,
                               m_stamps.footer.arg(number).arg(m_stamps.pages));
        }
        for (const PageNumberNote &note : m_stamps.numbers) {
            if (note.page == number - 1)
                drawNumber(note);
        }
    }

private:
    void drawNumber(const PageNumberNote &note)
    {
        const double right = m_stamps.layout.paintRect(QPageLayout::Point).right();
        const QFontMetricsF metrics(m_painter.font(), m_painter.device());
        const double left = right - metrics.horizontalAdvance(note.number);
        const QRectF place(left, note.line.top(), right - left, note.line.height());
        m_painter.save();
        m_painter.setPen(Qt::black);
        m_painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                           note.number);
        m_painter.restore();
        const double baseline = place.center().y() + metrics.ascent() / 2 - metrics.descent() / 2;
        const QLineF leader(note.line.right() + leaderGap, baseline, left - leaderGap, baseline);
        if (leader.dx() <= 0)
            return;
        m_painter.save();
        m_painter.setPen(QPen(Qt::gray, 0.6, Qt::DotLine));
        m_painter.drawLine(leader);
        m_painter.restore();
    }

    void drawHeader()
    {
        if (m_stamps.headerStart.isEmpty() && m_stamps.headerEnd.isEmpty())
            return;
        const QRectF place = headerPlace();
        drawElided(place, Qt::AlignLeft, m_stamps.headerStart, startShare);
        drawElided(place, Qt::AlignRight, m_stamps.headerEnd, endShare);
        m_painter.drawLine(place.bottomLeft(), place.bottomRight());
    }

    void drawElided(const QRectF &place, Qt::Alignment side, const QString &text, double share)
    {
        const QFontMetricsF metrics(m_painter.font(), m_painter.device());
        m_painter.drawText(place, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                           metrics.elidedText(text, Qt::ElideMiddle, place.width() * share));
    }

    QRectF headerPlace() const
    {
        const QRectF paint = m_stamps.layout.paintRect(QPageLayout::Point);
        const double height = std::min(paint.top(), fontPoints * 2);
        return {paint.left(), paint.top() / 2 - height / 2, paint.width(), height};
    }

    QRectF footerPlace() const
    {
        const QRectF paint = m_stamps.layout.paintRect(QPageLayout::Point);
        const QRectF paper = m_stamps.layout.fullRect(QPageLayout::Point);
        return {paint.left(), paint.bottom(), paint.width(), paper.bottom() - paint.bottom()};
    }

    const PageStamps &m_stamps;
    QPainter m_painter;
};

} // namespace

QByteArray makePageStamps(const PageStamps &stamps)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(72);
        QPageLayout paper = stamps.layout;
        paper.setMode(QPageLayout::FullPageMode);
        writer.setPageLayout(paper);
        StampPainter painter(writer, stamps);
        for (int page = 1; page <= stamps.pages; ++page) {
            if (page > 1)
                writer.newPage();
            painter.drawPage(page);
        }
    }
    return pdf;
}

} // namespace plotleaf
