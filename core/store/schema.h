#pragma once

#include <QStringList>

#include <span>
#include <vector>

namespace plotleaf {

class Transaction;

/// A step from the schema `version - 1` to `version`. Once released, a step is never changed.
struct Migration
{
    int version = 0;
    /// The first Plotleaf that reads this schema; named to the user of an older one.
    QString neededPlotleaf;
    QStringList statements;
    /// What SQL cannot say; after the statements.
    void (*work)(Transaction &transaction) = nullptr;
};

/// The steps of library.db, in order of version.
const std::vector<Migration> &libraryMigrations();

} // namespace plotleaf
