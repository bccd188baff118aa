#pragma once

#include <QFontMetrics>
#include <QString>
#include <QVector>

namespace plotleaf {

/// A line of text with the places in it that are to be marked.
struct HitLine
{
    struct Mark
    {
        int start = 0;
        int length = 0;
    };
    QString text;
    QVector<Mark> marks;
};

/// Breaks `text` into at most `maxLines` lines of `width` pixels; the last one ends in "…" when
/// there is more. Words between U+0002 and U+0003 (as in ReportHit::snippet) become marks. Line
/// breaks in the text count as spaces.
QVector<HitLine>
hitLines(const QString &text, const QFontMetrics &metrics, int width, int maxLines);

} // namespace plotleaf
