#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace plotleaf {

/// Reads the part of HOCON (human-optimised configuration object notation) that `clearml.conf`
/// uses: objects with or without braces and commas, `key: value`, `key = value`, `key {`, dotted
/// and quoted keys, lists, comments (# and //), quoted, triple-quoted and unquoted text, values
/// joined on a line, `${NAME}` and `${?NAME}`. A key that comes again replaces a value and adds to
/// an object. Not: `include`, `+=`, substitutions of a file's own keys.
///
/// `environment` answers for `${NAME}`; a null string means that there is no such variable.
/// Numbers and booleans stay text unless they stand alone. Callable from any thread.
///
/// Errors: Damaged, with the line; LimitExceeded (larger than 1 MB, or nested deeper than 64).
Result<QJsonObject> readHocon(const QString &text,
                              const std::function<QString(const QString &)> &environment = {});

} // namespace plotleaf
