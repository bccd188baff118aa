#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

namespace plotleaf {

class FaultInjector;

/// One row of a query; valid only inside the call that hands it out.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}

    bool isNull(int column) const { return m_query.value(column).isNull(); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    QString string(int column) const { return m_query.value(column).toString(); }
    /// Of a BLOB, or of a text column read with CAST(… AS BLOB): the bytes exactly as stored.
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }

private:
    const QSqlQuery &m_query;
};

/// A connection to an SQLite file. Lives on the thread that opened it, and must be destroyed there.
///
/// Each statement asks the FaultInjector before it runs. Statements are prepared once and kept.
/// Every value that comes from outside is bound, never pasted into the SQL.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens (for writing: creates) the file with WAL, synchronous=FULL and foreign keys.
    /// Errors: Io, Damaged when it is no SQLite file.
    static Result<std::unique_ptr<Database>>
    open(const QString &path, Access access, FaultInjector *faults);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    using Values = QVariantList;
    using RowHandler = std::function<void(const Row &)>;

    /// Runs a statement whose rows, if any, are of no interest.
    Result<void> run(const QString &sql, const Values &values = {});
    /// Runs a query and hands each row to `handler`.
    Result<void> each(const QString &sql, const Values &values, const RowHandler &handler);
    /// First column of the first row as a number; 0 when there is no row.
    Result<qint64> number(const QString &sql, const Values &values = {});

    /// Ends a transaction without its effects. Asks no injector: SQLite needs nothing from the disk
    /// for it.
    void rollBack();

private:
    Database(QString connection, FaultInjector *faults);
    Result<void> configure(Access access);
    Result<QSqlQuery *> execute(const QString &sql, const Values &values);

    QString m_connection;
    FaultInjector *m_faults;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
};

} // namespace plotleaf
