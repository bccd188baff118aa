#include "ui/runs/chart_ticks.h"

#include "core/panels/line_axis.h"
#include "core/panels/number_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int fewestTicks = 3;     // less asked for could be none
constexpr double tickSlack = 1e-9; // of the range: what rounding may cost at its ends

/// The smallest of 1, 2, 5 times a power of ten that is not below `least`.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - tickSlack))
            return factor * power;
    }
    return 10 * power;
}

/// Numbers of one axis, all with as many decimals as its step needs.
QString tickText(double value, double step, double largest)
{
    struct Unit
    {
        double size;
        const char *letter;
    };
    constexpr std::array units = {Unit{1e12, "T"}, Unit{1e9, "G"}, Unit{1e6, "M"}};
    if (largest >= 1e15 || step < 1e-6)
        return numberText(value);
    for (const Unit &unit : units) {
        if (largest < unit.size || value == 0)
            continue;
        const int decimals = std::max(0, -int(std::floor(std::log10(step / unit.size) + 1e-6)));
        return QString::number(value / unit.size, 'f', decimals) + QLatin1String(unit.letter);
    }
    const int decimals = std::max(0, -int(std::floor(std::log10(step) + 1e-6)));
    return decimals == 0 ? numberText(value) : QString::number(value, 'f', decimals);
}

QVector<ChartTick> linearTicks(double from, double to, int most, double unit = 1)
{
    const double first = from / unit;
    const double last = to / unit;
    const double step = roundStep((last - first) / most);
    const double slack = (last - first) * tickSlack;
    const double largest = std::max(std::abs(first), std::abs(last));
    QVector<ChartTick> ticks;
    const double start = std::ceil((first - slack) / step);
    // Counted, too: next to a number of 17 digits a step may be too small to change it.
    for (int count = 0; count <= most + 1 && (start + count) * step <= last + slack; ++count) {
        const double number = start + count;
        const double value = number == 0 ? 0 : number * step;
        if (ticks.isEmpty() || ticks.last().at < value * unit)
            ticks.append({value * unit, tickText(value, step, largest)});
    }
    return ticks;
}

QVector<ChartTick> logTicks(double from, double to, int most)
{
    // Less than a decade: round numbers, closer together towards the upper end.
    if (to - from < 1) {
        QVector<ChartTick> ticks = linearTicks(std::pow(10.0, from), std::pow(10.0, to), most);
        ticks.removeIf([](const ChartTick &tick) { return tick.at <= 0; });
        for (ChartTick &tick : ticks)
            tick.at = std::log10(tick.at);
        return ticks;
    }
    // Outside of these nothing can be shown that a double holds.
    from = std::max(from, std::log10(std::numeric_limits<double>::denorm_min()));
    to = std::min(to, std::log10(std::numeric_limits<double>::max()));
    const double step = std::max(1.0, std::ceil((to - from) / most));
    QVector<ChartTick> ticks;
    const int lowest = int(std::ceil((from - tickSlack) / step) * step);
    for (int exponent = lowest; exponent <= to + tickSlack; exponent += int(step))
        ticks.append({double(exponent), numberText(std::pow(10.0, exponent))});
    // Few whole decades leave room for their parts.
    QVector<ChartTick> finer;
    for (int decade = int(std::floor(from)); decade <= to; ++decade) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double at = decade + std::log10(factor);
            if (at >= from - tickSlack && at <= to + tickSlack)
                finer.append({at, numberText(factor * std::pow(10.0, decade))});
        }
    }
    return finer.size() <= most + 1 ? finer : ticks;
}

constexpr double tickMinute = 60;
constexpr double tickHour = 60 * tickMinute;
constexpr double tickDay = 24 * tickHour;

QString tickTimeText(const QDateTime &time, double step, bool isOneDay)
{
    const QLocale locale;
    QString date =
        step >= 300 * tickDay ? time.toString(u"yyyy"_s) : locale.toString(time.date(), u"d MMM"_s);
    if (step >= tickDay)
        return date;
    const QString clock = time.toString(step < tickMinute ? u"HH:mm:ss"_s : u"HH:mm"_s);
    return isOneDay ? clock : QString(date + u' ' + clock);
}

QVector<ChartTick> timeTicks(double from, double to, int most)
{
    constexpr std::array steps = {1.0,
                                  2.0,
                                  5.0,
                                  10.0,
                                  30.0,
                                  tickMinute,
                                  2 * tickMinute,
                                  5 * tickMinute,
                                  10 * tickMinute,
                                  30 * tickMinute,
                                  tickHour,
                                  3 * tickHour,
                                  6 * tickHour,
                                  12 * tickHour,
                                  tickDay,
                                  2 * tickDay,
                                  7 * tickDay,
                                  14 * tickDay,
                                  30 * tickDay,
                                  91 * tickDay,
                                  182 * tickDay,
                                  365 * tickDay};
    const double seconds = (to - from) / 1000;
    const auto fitting =
        std::ranges::find_if(steps, [&](double step) { return seconds / step <= most; });
    const double step = fitting == steps.end()
                            ? roundStep(seconds / (365 * tickDay) / most) * 365 * tickDay
                            : *fitting;
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(qint64(from));
    const bool isOneDay = start.date() == QDateTime::fromMSecsSinceEpoch(qint64(to)).date();
    // Counted from midnight of the first tickDay here, so that marks lie on whole hours of the
    // local clock.
    const double origin = double(start.date().startOfDay().toMSecsSinceEpoch());
    QVector<ChartTick> ticks;
    const double first = std::ceil((from - origin) / (step * 1000));
    for (int count = 0; count <= most + 1 && origin + (first + count) * step * 1000 <= to;
         ++count) {
        const double at = origin + (first + count) * step * 1000;
        ticks.append(
            {at, tickTimeText(QDateTime::fromMSecsSinceEpoch(qint64(at)), step, isOneDay)});
    }
    return ticks;
}

LineAxis tickDuration(double seconds)
{
    LineAxis axis;
    axis.what = u"relative"_s;
    axis.chooseUnit(seconds);
    return axis;
}

} // namespace

QVector<ChartTick> chartTicks(ChartScale scale, double from, double to, int most)
{
    most = std::max(most, fewestTicks);
    if (!(from < to))
        return {};
    switch (scale) {
    case ChartScale::Log:
        return logTicks(from, to, most);
    case ChartScale::Time:
        return timeTicks(from, to, most);
    case ChartScale::Duration:
        return linearTicks(from, to, most, tickDuration(to).unit);
    case ChartScale::Linear:
        break;
    }
    return linearTicks(from, to, most);
}

QString durationUnit(double seconds)
{
    return tickDuration(seconds).unitName;
}

QString chartPlaceText(ChartScale scale, double place)
{
    switch (scale) {
    case ChartScale::Log:
        return numberText(std::pow(10.0, place));
    case ChartScale::Time:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(qint64(place)),
                                  u"d MMM yyyy HH:mm:ss"_s);
    case ChartScale::Duration: {
        const LineAxis axis = tickDuration(place);
        return numberText(place / axis.unit) + u' ' + axis.unitName;
    }
    case ChartScale::Linear:
        break;
    }
    return numberText(place);
}

} // namespace plotleaf
