#include "core/services/folders/yaml_map.h"

#include "core/services/folders/number_text.h"

#include <QCoreApplication>
#include <QHash>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <exception>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

namespace plotleaf {

namespace {

constexpr qsizetype maxMapBytes = 256 * 1024;
constexpr size_t maxMapDepth = 32;
constexpr int maxMapValues = 50'000;

/// Thrown by our handler through yaml-cpp, which is the only way to stop its parser.
class TooLarge final : public std::exception
{
};

/// Builds the map from yaml-cpp's events: its own Node class would multiply what aliases stand for.
class YamlMapBuilder final : public YAML::EventHandler
{
public:
    QVariant takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark &, const std::string &) override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override { add({}); }
    void OnAlias(const YAML::Mark &, YAML::anchor_t anchor) override
    {
        add(m_anchors.value(anchor));
    }
    void OnScalar(const YAML::Mark &,
                  const std::string &tag,
                  YAML::anchor_t anchor,
                  const std::string &value) override
    {
        const QString text = QString::fromStdString(value);
        const bool isText = tag == "!" || tag == "tag:yaml.org,2002:str";
        const QVariant scalar = isText ? QVariant(text) : plain(text);
        if (anchor != YAML::NullAnchor)
            m_anchors.insert(anchor, scalar);
        if (isKeyNext())
            m_levels.back().key = text; // "1e3" is no number there
        else
            add(scalar);
    }
    void OnSequenceStart(const YAML::Mark &,
                         const std::string &,
                         YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        open(true);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &,
                    const std::string &,
                    YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
        open(false);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level
    {
        bool isList = false;
        QVariantList list;
        QVariantMap map;
        std::optional<QString> key; ///< waits for its value
    };

    static QVariant plain(const QString &text)
    {
        if (text == QLatin1String("~"))
            return {};
        if (text == QLatin1String(".nan") || text.endsWith(QLatin1String(".inf")))
            return valueOfText(QString(text).remove(u'.'));
        for (const QLatin1String yes : {QLatin1String("yes"), QLatin1String("on")}) {
            if (text.compare(yes, Qt::CaseInsensitive) == 0)
                return true;
        }
        for (const QLatin1String no : {QLatin1String("no"), QLatin1String("off")}) {
            if (text.compare(no, Qt::CaseInsensitive) == 0)
                return false;
        }
        return valueOfText(text);
    }

    bool isKeyNext() const
    {
        return !m_levels.empty() && !m_levels.back().isList && !m_levels.back().key;
    }

    void open(bool isList)
    {
        if (m_levels.size() >= maxMapDepth)
            throw TooLarge();
        m_levels.emplace_back().isList = isList;
    }

    void close()
    {
        Level done = std::move(m_levels.back());
        m_levels.pop_back();
        add(done.isList ? QVariant(done.list) : QVariant(done.map));
    }

    void add(const QVariant &value)
    {
        if (++m_values > maxMapValues)
            throw TooLarge();
        if (m_levels.empty()) {
            m_root = value;
            return;
        }
        Level &level = m_levels.back();
        if (level.isList)
            level.list.append(value);
        else if (!level.key)
            level.key = value.toString(); // a list or map as key has no name
        else
            level.map.insert(*std::exchange(level.key, {}), value);
    }

    std::vector<Level> m_levels;
    QHash<YAML::anchor_t, QVariant> m_anchors;
    QVariant m_root;
    int m_values = 0;
};

Error yamlError(ErrorCode code, const char *detail)
{
    return {code,
            code == ErrorCode::LimitExceeded
                ? QCoreApplication::translate("plotleaf::YamlMap", "This YAML is too large.")
                : QCoreApplication::translate("plotleaf::YamlMap", "This cannot be read as YAML."),
            QString::fromLocal8Bit(detail)};
}

} // namespace

Result<QVariantMap> yamlMap(const QByteArray &text)
{
    if (text.size() > maxMapBytes)
        return yamlError(ErrorCode::LimitExceeded, "");
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        YamlMapBuilder builder;
        parser.HandleNextDocument(builder);
        return builder.takeRoot().toMap();
    } catch (const TooLarge &tooLarge) {
        return yamlError(ErrorCode::LimitExceeded, tooLarge.what());
    } catch (const std::exception &error) {
        return yamlError(ErrorCode::Damaged, error.what());
    }
}

} // namespace plotleaf
