#pragma once

#include "core/base/result.h"

#include <QString>

namespace plotleaf {

class Database;

/// The settings of core/base/settings.h, as they are kept in the library.
class SettingsStore
{
public:
    /// The default when nothing was set. Errors: InvalidInput for a key that is not declared, Io.
    static Result<QString> value(Database &database, const QString &key);
    /// Errors: InvalidInput also for a value of another type.
    static Result<void> set(Database &database, const QString &key, const QString &value);
};

} // namespace plotleaf
