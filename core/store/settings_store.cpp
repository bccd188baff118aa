#include "core/store/settings_store.h"

#include "core/store/transaction.h"

namespace plotleaf {

Result<QString> SettingsStore::value(Database &database, const QString &key)
{
    QString value = QString::fromLatin1("");
    const auto read = database.each(QStringLiteral("SELECT value FROM settings WHERE key = ?"),
                                    {key}, [&](const Row &row) { value = row.string(0); });
    if (!read)
        return read.error();
    return value;
}

Result<void> SettingsStore::set(Database &database, const QString &key, const QString &value)
{
    Transaction transaction(database);
    transaction.run(QStringLiteral("INSERT INTO settings(key, value) VALUES (?, ?) "
                                   "ON CONFLICT(key) DO UPDATE SET value = excluded.value"),
                    {key, value});
    return transaction.commit();
}

} // namespace plotleaf
