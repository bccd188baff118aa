#pragma once

#include <QString>

#include <optional>

namespace plotleaf {

struct YamlNode;

/// A character of a fence's YAML.
struct YamlPlace
{
    int line = 0;   ///< counted from 0 within the fence
    int column = 0; ///< UTF-16 units, counted from 0

    friend bool operator==(const YamlPlace &, const YamlPlace &) = default;
};

/// Where the character `offset` of a scalar's text stands in `yaml`, be the scalar plain, quoted or
/// a block; for the text's size the place behind it. Nothing where that cannot be said. `node`: of
/// parseYaml(yaml). Callable from any thread.
std::optional<YamlPlace> placeInScalar(const QString &yaml, const YamlNode &node, qsizetype offset);

} // namespace plotleaf
