#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QVector>

namespace plotleaf {

/// A plotly figure that a task reported (clearml.md 4.4).
struct ClearmlPlotEvent
{
    QString metric;
    QString variant;
    QString task; ///< id
    QString taskName;
    qint64 iteration = 0;
    QJsonArray traces;
    QJsonObject layout;
    QString title; ///< taken out of the layout: the page draws it
};

/// The plots of an answer in the server's order, names descending. Those whose text is no plotly
/// figure are left out. Traces and layouts come without what a theme or the page decides (colours
/// of paper, size, margins), and WebGL kinds as the kinds that need none.
QVector<ClearmlPlotEvent> readClearmlPlots(const QJsonObject &plots);

} // namespace plotleaf
