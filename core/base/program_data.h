#pragma once

#include <QString>

namespace plotleaf {

/// Path of a file or folder that comes with the program, such as "demo/welcome.md": beside the
/// program when it was built here, in share/plotleaf when it was installed. Empty when it is in
/// neither place.
QString programData(const QString &name);

/// The same for a text that people read: the file of that name in the folder of the language that
/// the program speaks ("demo/de/welcome.md"), else `name` itself, which is English.
QString localProgramData(const QString &name);

/// The language that the program speaks, as such folders are called: "en", "de".
QString programLanguage();

} // namespace plotleaf
