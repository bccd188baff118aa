#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace plotleaf {

struct YamlEntry;

/// A piece of a fence's YAML with the line it stands on (counted from 0 within the fence).
struct YamlNode
{
    enum class Kind { Null, Scalar, List, Map };

    Kind kind = Kind::Null;
    int line = 0;
    int byteColumn = 0;  ///< UTF-8 bytes before it on its line; placeInScalar() makes places of it
    QString text;        ///< of a scalar, without its quotes
    bool quoted = false; ///< "3" is text where 3 is a number
    std::vector<YamlNode> items;
    std::vector<YamlEntry> entries; ///< of a map, in the order written

    bool isScalar() const { return kind == Kind::Scalar; }
};

/// A key of a map and its value. The key is a scalar node, so that it knows its line; keys are
/// unique.
struct YamlEntry
{
    YamlNode key;
    YamlNode value;
};

/// Something wrong in a fence.
struct YamlProblem
{
    int line = 0; ///< counted from 0 within the fence
    QString message;
};

/// What a fence's text is as YAML: a tree, or what is wrong with it.
struct YamlDocument
{
    YamlNode root;
    std::optional<YamlProblem> problem;
};

/// Reads hostile text in bounded time and memory: at most 64 KB, 8 levels, 5,000 nodes, and neither
/// anchors, aliases nor tags, which are what makes small YAML large. Throws nothing. Callable from
/// any thread.
YamlDocument parseYaml(const QString &text);

} // namespace plotleaf
