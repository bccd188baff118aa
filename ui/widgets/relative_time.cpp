#include "ui/widgets/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

namespace plotleaf {

namespace {

QString relativeTimeText(const char *text)
{
    return QCoreApplication::translate("plotleaf::relativeTime", text);
}

} // namespace

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 daysInWords = 30;
    const qint64 seconds = time.secsTo(now);
    if (seconds < minute)
        return relativeTimeText(QT_TRANSLATE_NOOP("plotleaf::relativeTime", "just now"));
    if (seconds < hour)
        return relativeTimeText(QT_TRANSLATE_NOOP("plotleaf::relativeTime", "%1 min ago"))
            .arg(seconds / minute);
    const qint64 days = time.toLocalTime().date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return relativeTimeText(QT_TRANSLATE_NOOP("plotleaf::relativeTime", "%1 h ago"))
            .arg(seconds / hour);
    if (days == 1)
        return relativeTimeText(QT_TRANSLATE_NOOP("plotleaf::relativeTime", "yesterday"));
    if (days < daysInWords)
        return relativeTimeText(QT_TRANSLATE_NOOP("plotleaf::relativeTime", "%1 days ago"))
            .arg(days);
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

QString exactTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
}

} // namespace plotleaf
