#include "core/store/transaction.h"

namespace plotleaf {

Transaction::Transaction(Database &database) : m_database(database)
{
    run(QStringLiteral("BEGIN IMMEDIATE"));
    m_isOpen = !hasFailed();
}

Transaction::~Transaction()
{
    if (m_isOpen)
        m_database.rollBack();
}

void Transaction::run(const QString &sql, const Database::Values &values)
{
    each(sql, values, [](const Row &) {});
}

void Transaction::each(const QString &sql,
                       const Database::Values &values,
                       const Database::RowHandler &handler)
{
    if (hasFailed())
        return;
    if (const auto done = m_database.each(sql, values, handler); !done)
        m_error = done.error();
}

std::optional<qint64> Transaction::number(const QString &sql, const Database::Values &values)
{
    std::optional<qint64> number;
    each(sql, values, [&](const Row &row) {
        if (!number)
            number = row.integer(0);
    });
    return hasFailed() ? std::nullopt : number;
}

void Transaction::fail(Error error)
{
    if (!hasFailed())
        m_error = std::move(error);
}

Result<void> Transaction::commit()
{
    run(QStringLiteral("COMMIT"));
    if (hasFailed())
        return *m_error;
    m_isOpen = false;
    return {};
}

ReadSnapshot::ReadSnapshot(Database &database)
    : m_database(database), m_begun(database.run(QStringLiteral("BEGIN")))
{
}

ReadSnapshot::~ReadSnapshot()
{
    if (m_begun)
        m_database.rollBack();
}

} // namespace plotleaf
