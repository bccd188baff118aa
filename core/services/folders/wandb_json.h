#pragma once

#include <QJsonValue>
#include <QVariant>

#include <optional>
#include <string_view>

// The values of W&B's logs (`value_json`): JSON with bare NaN, Infinity and -Infinity, as Python's
// json writes them. The same words in quotes are numbers too: W&B's own code writes them so
// where it must keep to strict JSON (wandb/util.py, make_safe_for_json). Any thread.

namespace plotleaf {

/// The number that the text is; true is 1, false 0. Nothing for anything else.
std::optional<double> wandbNumber(std::string_view json);

/// Any value. The bare words become the quoted ones: only QJsonDocument's reader is fast and safe
/// against hostile text, and strict; a text without these words goes to it as it is. Undefined when
/// it is not JSON, nested deeper than Qt reads (1024), or longer than `maxBytes`: Qt's form of it
/// takes several times its memory.
QJsonValue wandbJson(std::string_view json, size_t maxBytes = 8 << 20);

/// As people configure it: numbers (the words of above among them), texts, booleans, lists, maps.
QVariant wandbVariant(const QJsonValue &value);

} // namespace plotleaf
