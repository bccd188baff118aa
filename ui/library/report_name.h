#pragma once

#include <QString>

namespace plotleaf {

/// Why this cannot be the name of a report, for people; empty when it can.
QString reportNameProblem(const QString &name);

} // namespace plotleaf
