#include "core/services/clearml/widgets/clearml_zoom.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

/// As plotly counts: of a time, the milliseconds since 1970.
double placeOnAxis(const QJsonValue &x)
{
    if (!x.isString())
        return x.toDouble();
    const QDateTime time = QDateTime::fromString(x.toString(), Qt::ISODateWithMs);
    return time.isValid() ? double(time.toMSecsSinceEpoch())
                          : std::numeric_limits<double>::quiet_NaN();
}

QJsonArray slice(const QJsonArray &values, qsizetype from, qsizetype to)
{
    QJsonArray result;
    for (qsizetype i = from; i < std::min(to, values.size()); ++i)
        result.append(values[i]);
    return result;
}

/// The server answers in the order of x.
QJsonObject zoomedTrace(QJsonObject trace, double from, double to)
{
    const QJsonArray x = trace["x"_L1].toArray();
    qsizetype first = 0;
    while (first < x.size() && placeOnAxis(x[first]) < from)
        ++first;
    qsizetype behind = first;
    while (behind < x.size() && placeOnAxis(x[behind]) <= to)
        ++behind;
    first = std::max<qsizetype>(first - 1, 0);
    behind = std::min(behind + 1, x.size());
    for (const auto key : {"x"_L1, "y"_L1})
        trace[key] = slice(trace[key].toArray(), first, behind);
    return trace;
}

} // namespace

QJsonObject clearmlZoomed(const QJsonObject &content, const PlotRange &range)
{
    const double from = range.x0.value_or(std::numeric_limits<double>::lowest());
    const double to = range.x1.value_or(std::numeric_limits<double>::max());
    QJsonArray traces;
    for (const QJsonValue trace : content["data"_L1].toArray())
        traces.append(zoomedTrace(trace.toObject(), std::min(from, to), std::max(from, to)));
    QJsonObject zoomed = content;
    zoomed["data"_L1] = traces;
    return zoomed;
}

} // namespace plotleaf
