#pragma once

#include "fakes/clearml/clearml_world.h"

namespace plotleaf::test {

/// Ids in the captures.
namespace captured {
inline const QString vision = QStringLiteral("2f5b81ca6e4f44ac91706052754ceeb5"); ///< a project
inline const QString early =
    QStringLiteral("a64624216a974d52bd544a0b967b01b3"); ///< "baseline", too
inline const QString wide = QStringLiteral("6d97c910038243a381f25fc726378d58");
inline const QString baseline = QStringLiteral("f304f40dab074373a820433938a9911c");
} // namespace captured

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
