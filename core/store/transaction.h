#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <optional>

namespace plotleaf {

/// A write transaction: everything between constructor and commit() happens, or nothing does.
///
/// It remembers the first failure: every later step does nothing, and commit() rolls back and
/// returns that failure. So a caller writes its steps in a row and checks once. Values read after a
/// failure are empty.
class Transaction
{
public:
    /// Takes the write lock at once, so that what is read inside cannot be outdated by another
    /// process.
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void run(const QString &sql, const Database::Values &values = {});
    void
    each(const QString &sql, const Database::Values &values, const Database::RowHandler &handler);
    /// First column of the first row as a number; nothing when there is no row.
    std::optional<qint64> number(const QString &sql, const Database::Values &values = {});

    /// Makes the transaction fail because a rule of ours forbids it. Keeps the first failure.
    void fail(Error error);
    bool hasFailed() const { return m_error.has_value(); }

    Result<void> commit();

private:
    Database &m_database;
    std::optional<Error> m_error;
    bool m_isOpen = false;
};

/// While it lives, the reads of this connection all see the same state of the database.
class ReadSnapshot
{
public:
    explicit ReadSnapshot(Database &database);
    ~ReadSnapshot();
    ReadSnapshot(const ReadSnapshot &) = delete;
    ReadSnapshot &operator=(const ReadSnapshot &) = delete;

    /// Whether it could be taken. Io otherwise.
    const Result<void> &result() const { return m_begun; }

private:
    Database &m_database;
    Result<void> m_begun;
};

} // namespace plotleaf
