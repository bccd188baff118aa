#pragma once

#include <QJsonObject>
#include <QVariantMap>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace plotleaf {

/// A tree of values that is changed record by record: a run's configuration or its summary. Names
/// are paths joined with dots. Values stay JSON until somebody asks: summaries change with every
/// step of a training.
///
/// Not thread-safe.
class WandbValues
{
public:
    /// What is beyond these is left out: a small file must not become a large map.
    static constexpr int maxValues = 20'000;
    static constexpr qsizetype maxNameLength = 1024;
    static constexpr int maxDepth = 16; ///< deeper ones are kept as one JSON text
    static constexpr size_t maxBytes = 32 << 20;

    /// Replaces the value and all that lies below it.
    void set(const std::string &name, std::string_view json);
    void set(const std::string &name, const QJsonValue &value);
    void remove(const std::string &name);
    bool contains(const std::string &name) const;

    /// The leaves, without media (maps that have a `_type`), without those whose names begin with
    /// an underscore, and without null. Lists are leaves.
    const QVariantMap &leaves() const;
    /// Whether something was left out.
    bool isFull() const { return m_isFull; }

private:
    void eraseBelow(const std::string &name);
    void openAncestors(const std::string &name);

    std::map<std::string, std::string> m_json; ///< a map with later changed children is taken apart
    size_t m_bytes = 0;
    mutable bool m_isFull = false;
    mutable std::optional<QVariantMap> m_leaves;
};

/// Calls `leaf` with the name and value of everything in an object that is neither a map nor null:
/// maps are looked into, to WandbValues::maxDepth, but for media, which are leaves. `left` is how
/// many leaves may still come. False when something was left out: there were more, or a name was
/// too long.
bool eachWandbLeaf(const QString &name,
                   const QJsonObject &object,
                   int &left,
                   const std::function<void(const QString &name, const QJsonValue &value)> &leaf);

} // namespace plotleaf
