#pragma once

#include "core/base/result.h"

#include <QString>

namespace plotleaf {

class Database;

/// The settings that live in the library.
class SettingsStore
{
public:
    static Result<QString> value(Database &database, const QString &key);
    static Result<void> set(Database &database, const QString &key, const QString &value);
};

} // namespace plotleaf
