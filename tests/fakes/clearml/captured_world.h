#pragma once

#include "fakes/clearml/clearml_world.h"

namespace plotleaf::test {

/// One recorded request with its answer.
struct Capture
{
    QString name; ///< "11-widget-scalar-single-iter"
    QJsonObject request;
    int status = 0;
    QJsonObject response;
};

/// All that were recorded, in order.
QVector<Capture> allCaptures();
/// The one whose name begins with this number.
Capture captureWithNumber(int number);

/// The world in which the captures were recorded, as it was before the first of them.
void fillCapturedWorld(ClearmlWorld &world);

} // namespace plotleaf::test
