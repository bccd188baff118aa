#pragma once

#include "core/panels/figure.h"
#include "core/services/clearml/widgets/clearml_widget.h"

#include <QJsonObject>

namespace plotleaf {

/// A task or model as an answer names it.
struct ClearmlObject
{
    QString id;
    QString name;
    QString status;
    QDateTime updated;
};

/// Where a sample's file is, and what it is of.
struct ClearmlSample
{
    QString url;
    QString metric;
    QString variant;
    qint64 iteration = 0;
    QString task; ///< name
};

// An answer of `reports.get_task_data` becomes a figure, by the rules of the web app's widgets
// (clearml.md 4.4, 4.5). Callable from any thread. What the web app draws in a frame of its own for
// several metrics is drawn here too; what it leaves blank is said in words.

/// The objects that were found, in the answer's order.
QVector<ClearmlObject> clearmlObjects(const QJsonObject &data);

/// Whether what was asked for may still change.
bool areClearmlTasksRunning(const QJsonObject &data);

/// The figure of a widget. Samples are another matter: their files have to be fetched first, see
/// clearmlSamples().
Figure clearmlFigure(const ClearmlWidget &widget, const QJsonObject &data);

/// The samples to show: those of the newest iteration of the first object.
QVector<ClearmlSample> clearmlSamples(const QJsonObject &data);

/// Nothing to draw: none of the objects was found, or they have no such data.
Figure clearmlNothingFound(const ClearmlWidget &widget, const QVector<ClearmlObject> &objects);

} // namespace plotleaf
