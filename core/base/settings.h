#pragma once

#include "core/base/result.h"

#include <QString>

#include <span>

namespace plotleaf {

enum class SettingType { Text, Number, Boolean };

/// A setting that Plotleaf knows. All of them stand in one table (settings.cpp); what is not in it
/// cannot be stored.
struct SettingDeclaration
{
    QString key;
    SettingType type = SettingType::Text;
    QString defaultValue;
};

std::span<const SettingDeclaration> declaredSettings();

/// The declaration of `key`, also when it is the key that an older version used.
/// Errors: InvalidInput, a mistake in our code and not of a person.
Result<SettingDeclaration> settingDeclaration(const QString &key);

/// The keys that older versions used for this setting.
QStringList retiredSettingKeys(const QString &key);

/// Whether `value` can be read as what the setting is. Numbers are written as in C, booleans as 0
/// and 1.
bool isSettingValue(const SettingDeclaration &declaration, const QString &value);

} // namespace plotleaf
