#include "core/panels/panel_yaml.h"

#include <QCoreApplication>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <exception>
#include <sstream>
#include <utility>

namespace plotleaf {

namespace {

constexpr qsizetype maxYamlBytes = 64 * 1024;
constexpr size_t maxYamlDepth = 8;
constexpr int maxYamlNodes = 5000;

struct YamlText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::PanelYaml)
};

/// Thrown by our handler through yaml-cpp, which is the only way to stop its parser.
class YamlRefusal final : public std::exception
{
public:
    explicit YamlRefusal(YamlProblem found) : problem(std::move(found)) {}

    YamlProblem problem;
};

/// Builds our tree from yaml-cpp's events. Its own Node class would resolve aliases and loses the
/// lines of keys.
class YamlTreeBuilder final : public YAML::EventHandler
{
public:
    YamlNode takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark &mark, const std::string &) override { refuseAlias(mark); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { refuseAlias(mark); }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(node(mark, YamlNode::Kind::Null, anchor));
    }
    void OnScalar(const YAML::Mark &mark,
                  const std::string &tag,
                  YAML::anchor_t anchor,
                  const std::string &value) override
    {
        checkTag(mark, tag);
        YamlNode scalar = node(mark, YamlNode::Kind::Scalar, anchor);
        scalar.text = QString::fromStdString(value);
        scalar.quoted = tag == "!";
        add(std::move(scalar));
    }
    void OnSequenceStart(const YAML::Mark &mark,
                         const std::string &tag,
                         YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark,
                    const std::string &tag,
                    YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level
    {
        YamlNode node;
        std::optional<YamlNode> key; ///< of a map, waiting for its value
    };

    [[noreturn]] static void refuse(int line, const QString &message)
    {
        throw YamlRefusal({line, message});
    }
    [[noreturn]] static void refuseAlias(const YAML::Mark &mark)
    {
        refuse(mark.line,
               YamlText::tr("Anchors (&) and aliases (*) cannot be used here. A value that "
                            "starts with one of them needs quotes around it."));
    }

    static void checkTag(const YAML::Mark &mark, const std::string &tag)
    {
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(mark.line,
                   YamlText::tr("Tags (!) cannot be used here. A value that starts with an "
                                "exclamation mark needs quotes around it."));
    }

    YamlNode node(const YAML::Mark &mark, YamlNode::Kind kind, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            refuseAlias(mark);
        if (++m_nodes > maxYamlNodes)
            refuse(mark.line, YamlText::tr("This is too long for a panel."));
        YamlNode made;
        made.kind = kind;
        made.line = std::max(mark.line, 0);
        made.byteColumn = std::max(mark.column, 0);
        return made;
    }

    void
    open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        checkTag(mark, tag);
        if (m_levels.size() >= maxYamlDepth)
            refuse(mark.line, YamlText::tr("This is nested too deeply for a panel."));
        m_levels.push_back({node(mark, kind, anchor), {}});
    }

    void close()
    {
        YamlNode done = std::move(m_levels.back().node);
        m_levels.pop_back();
        add(std::move(done));
    }

    void add(YamlNode child)
    {
        if (m_levels.empty()) {
            m_root = std::move(child);
            return;
        }
        Level &level = m_levels.back();
        if (level.node.kind == YamlNode::Kind::List)
            level.node.items.push_back(std::move(child));
        else if (!level.key)
            setKey(level, std::move(child));
        else
            level.node.entries.push_back({*std::exchange(level.key, {}), std::move(child)});
    }

    static void setKey(Level &level, YamlNode key)
    {
        if (!key.isScalar())
            refuse(key.line, YamlText::tr("A key has to be a single word."));
        for (const auto &[known, value] : level.node.entries) {
            if (known.text == key.text)
                refuse(key.line, YamlText::tr("“%1” is given twice.").arg(key.text));
        }
        level.key = std::move(key);
    }

    std::vector<Level> m_levels;
    YamlNode m_root;
    int m_nodes = 0;
};

YamlDocument parseYamlBytes(const std::string &bytes)
{
    YamlDocument document;
    std::istringstream stream(bytes);
    YAML::Parser parser(stream);
    YamlTreeBuilder builder;
    if (parser.HandleNextDocument(builder))
        document.root = builder.takeRoot();
    YamlTreeBuilder second;
    if (parser.HandleNextDocument(second)) {
        document.problem =
            YamlProblem{second.takeRoot().line,
                        YamlText::tr("A panel is one YAML document; “---” starts another.")};
    }
    return document;
}

} // namespace

YamlDocument parseYaml(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() > maxYamlBytes)
        return {{}, YamlProblem{0, YamlText::tr("This is too long for a panel.")}};
    try {
        return parseYamlBytes(bytes.toStdString());
    } catch (const YamlRefusal &refusal) {
        return {{}, refusal.problem};
    } catch (const YAML::Exception &error) {
        const QString message =
            YamlText::tr("This cannot be read as YAML (%1). A value that holds “: ” or “ #” needs "
                         "quotes around it.")
                .arg(QString::fromStdString(error.msg));
        return {{}, YamlProblem{std::max(error.mark.line, 0), message}};
    } catch (const std::exception &error) {
        return {{}, YamlProblem{0, QString::fromLocal8Bit(error.what())}};
    }
}

} // namespace plotleaf
