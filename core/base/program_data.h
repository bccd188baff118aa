#pragma once

#include <QString>

namespace plotleaf {

/// Path of a file or folder that comes with the program, such as "demo/welcome.md": beside the
/// program when it was built here, in share/plotleaf when it was installed. Empty when it is in
/// neither place.
QString programData(const QString &name);

} // namespace plotleaf
