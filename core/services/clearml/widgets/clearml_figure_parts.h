#pragma once

#include "core/services/clearml/widgets/clearml_figures.h"
#include "core/services/clearml/widgets/clearml_names.h"

namespace plotleaf {

// One function for each type of widget, each in a file of its own; used by clearmlFigure() only.
// `objects` are those that were found, at least one. Nothing in the answer: a message.

Figure clearmlScalarFigure(const ClearmlWidget &widget,
                           const QJsonObject &data,
                           const QVector<ClearmlObject> &objects);
Figure clearmlPlotFigure(const ClearmlWidget &widget,
                         const QJsonObject &data,
                         const QVector<ClearmlObject> &objects);
Figure clearmlSingleFigure(const ClearmlWidget &widget,
                           const QJsonObject &data,
                           const QVector<ClearmlObject> &objects);
Figure clearmlParallelFigure(const ClearmlWidget &widget,
                             const QJsonObject &data,
                             const QVector<ClearmlObject> &objects);

/// {data, layout} as a figure.
Figure clearmlPlot(const QString &title, const QJsonArray &traces, const QJsonObject &layout);

} // namespace plotleaf
