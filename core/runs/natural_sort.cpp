#include "core/runs/natural_sort.h"

#include <algorithm>

namespace plotleaf {

namespace {

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Takes the digits at the front of `text`, without leading zeros.
QStringView takeNumber(QStringView &text)
{
    qsizetype end = 0;
    while (end < text.size() && isAsciiDigit(text[end]))
        ++end;
    qsizetype start = 0;
    while (start + 1 < end && text[start] == u'0')
        ++start;
    const QStringView number = text.sliced(start, end - start);
    text = text.sliced(end);
    return number;
}

/// How far the texts are the same and no number is torn: names of a run's metrics often have a long
/// beginning in common.
qsizetype sameBeginning(QStringView a, QStringView b)
{
    qsizetype same = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    while (same > 0 && isAsciiDigit(a[same - 1]))
        --same;
    return same;
}

} // namespace

std::strong_ordering naturalOrder(QStringView a, QStringView b)
{
    const qsizetype same = sameBeginning(a, b);
    QStringView left = a.sliced(same);
    QStringView right = b.sliced(same);
    while (!left.isEmpty() && !right.isEmpty()) {
        if (isAsciiDigit(left.front()) && isAsciiDigit(right.front())) {
            const QStringView x = takeNumber(left);
            const QStringView y = takeNumber(right);
            if (x.size() != y.size())
                return x.size() <=> y.size();
            if (const int order = x.compare(y); order != 0)
                return order <=> 0;
            continue;
        }
        const char16_t x = left.front().toCaseFolded().unicode();
        const char16_t y = right.front().toCaseFolded().unicode();
        if (x != y)
            return x <=> y;
        left = left.sliced(1);
        right = right.sliced(1);
    }
    if (left.size() != right.size())
        return left.size() <=> right.size();
    return a.compare(b) <=> 0;
}

void naturalSort(QStringList &names)
{
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return naturalLess(a, b); });
}

} // namespace plotleaf
