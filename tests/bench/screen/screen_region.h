#pragma once

#include <QByteArray>
#include <QImage>
#include <QRect>

namespace plotleaf::bench {

/// Watches a part of a screen for change. Every third line of pixels is compared: no letter is
/// lower, and looking at half a window takes about 0.1 ms.
class ScreenRegion
{
public:
    /// `screen` must outlive the region and shows what is there now.
    ScreenRegion(const QImage &screen, const QRect &part);

    /// Width in pixels of what is different from the last look (or from the last `keep`ing), 0
    /// where nothing is. A text cursor that blinks is 2 wide; a letter with the cursor behind it is
    /// wider.
    int changedWidth() const;
    /// Takes what is there now as known.
    void keep();
    /// Whether there is text: its smooth edges bring many colours along.
    bool hasText() const;

private:
    static constexpr int step = 3;
    QByteArray read() const;
    const QRgb *line(int y) const;

    const QImage &m_screen;
    QRect m_part;
    QByteArray m_kept;
};

} // namespace plotleaf::bench
