#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QVariantMap>

namespace plotleaf {

/// A YAML map such as trainings and their loggers write it: numbers, booleans and texts by YAML
/// 1.1's rules, but "1e-3", which Python writes, is a number too. Tags are passed over; an alias of
/// a single value is that value, of anything else nothing. Hostile text is read in bounded time and
/// memory. Any thread. Errors: Damaged, LimitExceeded (256 KiB, 32 levels, 50,000 values).
Result<QVariantMap> yamlMap(const QByteArray &text);

} // namespace plotleaf
