#include "bench/screen/screen_region.h"

#include <QSet>

#include <algorithm>
#include <cstring>

namespace plotleaf::bench {

ScreenRegion::ScreenRegion(const QImage &screen, const QRect &part)
    : m_screen(screen), m_part(part & screen.rect())
{
    keep();
}

const QRgb *ScreenRegion::line(int y) const
{
    return reinterpret_cast<const QRgb *>(m_screen.constScanLine(m_part.top() + y)) + m_part.left();
}

QByteArray ScreenRegion::read() const
{
    const size_t bytes = sizeof(QRgb) * size_t(m_part.width());
    QByteArray pixels;
    pixels.reserve(qsizetype(bytes) * (m_part.height() / step + 1));
    for (int y = 0; y < m_part.height(); y += step)
        pixels.append(reinterpret_cast<const char *>(line(y)), qsizetype(bytes));
    return pixels;
}

void ScreenRegion::keep()
{
    m_kept = read();
}

int ScreenRegion::changedWidth() const
{
    const int width = m_part.width();
    int left = width;
    int right = 0;
    const auto *known = reinterpret_cast<const QRgb *>(m_kept.constData());
    for (int y = 0; y < m_part.height(); y += step, known += width) {
        const QRgb *now = line(y);
        if (std::memcmp(now, known, sizeof(QRgb) * size_t(width)) == 0)
            continue;
        const auto first = std::mismatch(now, now + width, known).first - now;
        qsizetype last = width;
        while (last > first && now[last - 1] == known[last - 1])
            --last;
        left = std::min(left, int(first));
        right = std::max(right, int(last));
    }
    return std::max(0, right - left);
}

bool ScreenRegion::hasText() const
{
    constexpr qsizetype coloursOfText = 16;
    const QByteArray pixels = read();
    const auto *first = reinterpret_cast<const QRgb *>(pixels.constData());
    const QSet<QRgb> colours(first, first + pixels.size() / qsizetype(sizeof(QRgb)));
    return colours.size() >= coloursOfText;
}

} // namespace plotleaf::bench
