#include "core/store/settings_store.h"

#include "core/base/settings.h"
#include "core/store/transaction.h"

#include <QCoreApplication>

namespace plotleaf {

namespace {

Error unfitSetting(const SettingDeclaration &setting, const QString &value)
{
    return {
        ErrorCode::InvalidInput,
        QCoreApplication::translate("plotleaf::Settings", "“%1” is no value for the setting “%2”.")
            .arg(value, setting.key),
        {}};
}

} // namespace

Result<QString> SettingsStore::value(Database &database, const QString &key)
{
    const auto setting = settingDeclaration(key);
    if (!setting)
        return setting.error();
    QString value = setting->defaultValue;
    const QString sql = QStringLiteral("SELECT value FROM settings WHERE key = ?");
    // What is stored under the key of today comes last and wins.
    for (const QString &stored : retiredSettingKeys(setting->key) + QStringList{setting->key}) {
        const auto read = database.each(sql, {stored}, [&](const Row &row) {
            // A value that an older or newer version wrote in another form counts as not set.
            if (isSettingValue(*setting, row.string(0)))
                value = row.string(0);
        });
        if (!read)
            return read.error();
    }
    return value;
}

Result<void> SettingsStore::set(Database &database, const QString &key, const QString &value)
{
    const auto setting = settingDeclaration(key);
    if (!setting)
        return setting.error();
    if (!isSettingValue(*setting, value))
        return unfitSetting(*setting, value);
    Transaction transaction(database);
    transaction.run(QStringLiteral("INSERT INTO settings(key, value) VALUES (?, ?) "
                                   "ON CONFLICT(key) DO UPDATE SET value = excluded.value"),
                    {setting->key, value});
    for (const QString &retired : retiredSettingKeys(setting->key))
        transaction.run(QStringLiteral("DELETE FROM settings WHERE key = ?"), {retired});
    return transaction.commit();
}

} // namespace plotleaf
