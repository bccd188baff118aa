#include "core/services/folders/wandb_values.h"

#include "core/services/folders/wandb_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace plotleaf {

namespace {

using LeafVisitor = std::function<void(const QString &, const QJsonValue &)>;

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool eachLeafWithin(
    const QString &name, const QJsonValue &value, int depth, int &left, const LeafVisitor &leaf)
{
    if (value.isNull() || value.isUndefined())
        return true;
    const QJsonObject object = value.toObject();
    if (!value.isObject() || object.contains(QLatin1String("_type")) ||
        depth >= WandbValues::maxDepth) {
        if (name.size() > WandbValues::maxNameLength || --left < 0)
            return false;
        const bool isText = value.isObject() && !object.contains(QLatin1String("_type"));
        leaf(name, isText ? QJsonValue(jsonText(object)) : value);
        return true;
    }
    bool isWhole = true;
    for (auto it = object.begin(); it != object.end() && left >= 0; ++it)
        isWhole &= eachLeafWithin(name + u'.' + it.key(), it.value(), depth + 1, left, leaf);
    return isWhole && left >= 0;
}

/// What lies below a name in dots is in the same stretch of a sorted map.
template <typename Map>
auto below(Map &map, const std::string &name)
{
    return std::pair(map.lower_bound(name + '.'), map.lower_bound(name + '/'));
}
static_assert('.' + 1 == '/');

bool isMedia(const std::map<std::string, std::string> &all, std::string_view name)
{
    for (size_t dot = name.find('.'); dot != std::string_view::npos;
         dot = name.find('.', dot + 1)) {
        if (all.contains(std::string(name.substr(0, dot)) + "._type"))
            return true;
    }
    return false;
}

} // namespace

bool eachWandbLeaf(const QString &name,
                   const QJsonObject &object,
                   int &left,
                   const LeafVisitor &leaf)
{
    return eachLeafWithin(name, object, 0, left, leaf);
}

void WandbValues::set(const std::string &name, std::string_view json)
{
    m_leaves.reset();
    openAncestors(name);
    eraseBelow(name);
    const auto [found, isNew] = m_json.try_emplace(name);
    m_bytes += (isNew ? name.size() : 0) + json.size() - found->second.size();
    found->second = json;
    if (m_bytes <= maxBytes)
        return;
    m_isFull = true;
    m_bytes -= name.size() + json.size();
    m_json.erase(found);
}

void WandbValues::set(const std::string &name, const QJsonValue &value)
{
    // A single value is written in brackets, as QJsonDocument wants it, and taken out of them.
    QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    json = json.mid(1, json.size() - 2);
    set(name, std::string_view(json.constData(), static_cast<size_t>(json.size())));
}

void WandbValues::remove(const std::string &name)
{
    m_leaves.reset();
    openAncestors(name);
    eraseBelow(name);
    const auto found = m_json.find(name);
    if (found == m_json.end())
        return;
    m_bytes -= found->first.size() + found->second.size();
    m_json.erase(found);
}

bool WandbValues::contains(const std::string &name) const
{
    const auto [first, last] = below(m_json, name);
    return first != last || m_json.contains(name);
}

void WandbValues::eraseBelow(const std::string &name)
{
    const auto [first, last] = below(m_json, name);
    for (auto it = first; it != last; ++it)
        m_bytes -= it->first.size() + it->second.size();
    m_json.erase(first, last);
}

void WandbValues::openAncestors(const std::string &name)
{
    size_t dot = name.find('.');
    for (int depth = 0; depth < maxDepth && dot != std::string::npos;
         ++depth, dot = name.find('.', dot + 1)) {
        const std::string ancestor = name.substr(0, dot);
        const auto found = m_json.find(ancestor);
        if (found == m_json.end())
            continue;
        const QJsonValue value = wandbJson(found->second);
        if (!value.isObject())
            continue;
        m_bytes -= found->first.size() + found->second.size();
        m_json.erase(found);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            set(ancestor + '.' + it.key().toStdString(), it.value());
    }
}

const QVariantMap &WandbValues::leaves() const
{
    if (m_leaves)
        return *m_leaves;
    QVariantMap leaves;
    int left = maxValues;
    const auto add = [&leaves](const QString &name, const QJsonValue &value) {
        if (!value.isObject())
            leaves.insert(name, wandbVariant(value));
    };
    for (const auto &[name, json] : m_json) {
        if (name.starts_with('_') || name.ends_with("._type") || isMedia(m_json, name))
            continue;
        if (left <= 0 || name.size() > size_t(maxNameLength)) {
            m_isFull = true;
            continue;
        }
        const QString shown = QString::fromStdString(name);
        const QJsonValue value = wandbJson(json);
        if (value.isObject())
            m_isFull |= !eachWandbLeaf(shown, value.toObject(), left, add);
        else if (!value.isNull() && !value.isUndefined() && left-- > 0)
            add(shown, value);
    }
    m_leaves = std::move(leaves);
    return *m_leaves;
}

} // namespace plotleaf
