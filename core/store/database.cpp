#include "core/store/database.h"

#include "core/base/fault_injector.h"
#include "core/store/database_error.h"

#include <QCoreApplication>

#include <array>
#include <atomic>

namespace plotleaf {

namespace {

/// Wait for another process that is writing. Longer than any transaction of ours takes, also on a
/// slow disk.
constexpr int busyTimeoutMs = 10'000;

QString nextConnectionName()
{
    static std::atomic<quint64> last = 0;
    return QStringLiteral("plotleaf-%1").arg(++last);
}

Result<void> openConnection(const QString &name, const QString &path)
{
    auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    connection.setDatabaseName(path);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
    if (!connection.open())
        return databaseError(connection.lastError(), path);
    return {};
}

/// Qt binds null strings and byte arrays as NULL, which no column of ours takes.
QVariant withoutNull(const QVariant &value)
{
    if (value.userType() == QMetaType::QString && value.toString().isNull())
        return QString::fromLatin1("");
    if (value.userType() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

} // namespace

Database::Database(QString connection, FaultInjector *faults)
    : m_connection(std::move(connection)), m_faults(faults)
{
}

Database::~Database()
{
    m_prepared.clear();
    {
        QSqlDatabase database = QSqlDatabase::database(m_connection, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>>
Database::open(const QString &path, Access access, FaultInjector *faults)
{
    if (faults != nullptr && !faults->passes())
        return injectedDatabaseError();
    const QString name = nextConnectionName();
    std::unique_ptr<Database> database(new Database(name, faults));
    if (const auto opened = openConnection(name, path); !opened)
        return opened.error();
    if (const auto configured = database->configure(access); !configured)
        return configured.error();
    return database;
}

Result<void> Database::configure(Access access)
{
    const std::array writer{
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("PRAGMA synchronous = FULL"),
        QStringLiteral("PRAGMA foreign_keys = ON"),
        // The WAL file is cut back to this after a burst such as an import; bytes.
        QStringLiteral("PRAGMA journal_size_limit = 33554432"),
    };
    const std::array reader{
        QStringLiteral("PRAGMA query_only = ON"),
        // KiB, negative by SQLite's convention. Holds the index that lists scan for 100,000
        // reports.
        QStringLiteral("PRAGMA cache_size = -16384"),
    };
    const auto apply = [this](const auto &pragmas) -> Result<void> {
        for (const QString &pragma : pragmas) {
            if (const auto done = run(pragma); !done)
                return done.error();
        }
        return {};
    };
    return access == Access::ReadWrite ? apply(writer) : apply(reader);
}

Result<QSqlQuery *> Database::execute(const QString &sql, const Values &values)
{
    if (m_faults != nullptr && !m_faults->passes())
        return injectedDatabaseError();
    std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql))
            return databaseError(fresh->lastError(), sql);
        query = std::move(fresh);
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, withoutNull(values[i]));
    if (!query->exec()) {
        Error error = databaseError(query->lastError(), sql);
        query->finish();
        return error;
    }
    return query.get();
}

Result<void> Database::run(const QString &sql, const Values &values)
{
    return each(sql, values, [](const Row &) {});
}

Result<void> Database::each(const QString &sql, const Values &values, const RowHandler &handler)
{
    const auto executed = execute(sql, values);
    if (!executed)
        return executed.error();
    QSqlQuery &query = **executed;
    while (query.next())
        handler(Row(query));
    const QSqlError error = query.lastError();
    // Without this the statement would keep its read snapshot and the WAL could never be cut back.
    query.finish();
    if (error.isValid())
        return databaseError(error, sql);
    return {};
}

Result<qint64> Database::number(const QString &sql, const Values &values)
{
    qint64 number = 0;
    bool isFirst = true;
    const auto done = each(sql, values, [&](const Row &row) {
        if (isFirst)
            number = row.integer(0);
        isFirst = false;
    });
    if (!done)
        return done.error();
    return number;
}

void Database::rollBack()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.exec(QStringLiteral("ROLLBACK"));
}

} // namespace plotleaf
