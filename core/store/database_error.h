#pragma once

#include "core/base/result.h"

#include <QSqlError>

namespace plotleaf {

/// What SQLite said, as an Error with a sentence for people. `context` (statement or path) goes
/// into the detail. Codes: https://www.sqlite.org/rescode.html
Error databaseError(const QSqlError &error, const QString &context);

/// The error of an access that a test's FaultInjector refused; looks like a disk error.
Error injectedDatabaseError();

} // namespace plotleaf
