#pragma once

#include "core/base/result.h"
#include "core/store/schema.h"

#include <span>

namespace plotleaf {

class Database;

/// Brings a database to the newest of `migrations`, one transaction a step, so that a crash leaves
/// a whole schema.
///
/// The number of the schema is `PRAGMA user_version`; the table `meta`, whose shape never changes,
/// names the Plotleaf that can read it. Errors: TooNew (the message names that version), Damaged
/// when the file is a database of something else, Io.
Result<void> migrate(Database &database, std::span<const Migration> migrations);

/// Runs SQLite's quick check. Errors: Damaged.
Result<void> checkIntegrity(Database &database);

} // namespace plotleaf
