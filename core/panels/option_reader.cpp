#include "core/panels/option_reader.h"

#include "core/panels/panel_yaml.h"
#include "core/panels/plot_option_reader.h"
#include "core/runs/filter_time.h"

#include <QCoreApplication>

#include <cmath>

namespace plotleaf {

namespace {

struct ReaderText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::OptionReader)
};

using Read = std::optional<OptionValue>;

/// What a reader works with: the key that is declared, the value that is written.
struct Reading
{
    const PanelOption &option;
    const YamlNode &node;
    PanelProblems &problems;

    Read refuse() const
    {
        problems.add(node.line, ReaderText::tr("“%1” cannot be this. Accepted: %2.")
                                    .arg(option.name, option.accepted()));
        return std::nullopt;
    }
};

Read readText(const Reading &in)
{
    if (!in.node.isScalar())
        return in.refuse();
    return in.node.text;
}

Read readWhole(const Reading &in)
{
    bool ok = false;
    const int number = in.node.text.toInt(&ok);
    if (!ok || number < 1)
        return in.refuse();
    return double(number);
}

Read readFlag(const Reading &in)
{
    if (in.node.text == QLatin1String("true"))
        return true;
    if (in.node.text == QLatin1String("false"))
        return false;
    return in.refuse();
}

bool isChoice(const Reading &in, const YamlNode &node)
{
    if (!node.isScalar()) {
        in.refuse();
        return false;
    }
    if (in.option.choices.contains(node.text))
        return true;
    in.problems.addUnknown(
        node.line, ReaderText::tr("“%1” is not a value of “%2”.").arg(node.text, in.option.name),
        node.text, in.option.choices);
    return false;
}

Read readChoice(const Reading &in)
{
    if (!isChoice(in, in.node))
        return std::nullopt;
    return in.node.text;
}

/// The items of a list, or the single value as a list of one.
std::vector<YamlNode> itemsOf(const YamlNode &node)
{
    return node.kind == YamlNode::Kind::List ? node.items : std::vector<YamlNode>{node};
}

/// The same, where a single value may also be "mean, std": YAML's lists need brackets, which people
/// forget.
std::vector<YamlNode> itemsWithCommas(const YamlNode &node)
{
    if (!node.isScalar() || node.quoted || !node.text.contains(u','))
        return itemsOf(node);
    std::vector<YamlNode> items;
    for (const QString &part : node.text.split(u',')) {
        items.push_back(node);
        items.back().text = part.trimmed();
    }
    return items;
}

Read readChoices(const Reading &in)
{
    QStringList chosen;
    for (const YamlNode &item : itemsWithCommas(in.node)) {
        if (!isChoice(in, item))
            return std::nullopt;
        chosen << item.text;
    }
    return chosen;
}

Read readNames(const Reading &in)
{
    NamePatterns patterns;
    for (const YamlNode &item : itemsOf(in.node)) {
        if (!item.isScalar() || item.text.isEmpty())
            return in.refuse();
        Result<NamePattern> pattern = NamePattern::parse(item.text);
        if (!pattern) {
            in.problems.add(item.line, pattern.error().message);
            return std::nullopt;
        }
        patterns << *std::move(pattern);
    }
    return patterns;
}

std::optional<GroupKey> groupKey(const Reading &in, const YamlNode &node)
{
    const auto refuse = [&](const QString &message) {
        in.problems.add(node.line, message);
        return std::optional<GroupKey>();
    };
    if (!node.isScalar() || node.text.isEmpty()) {
        in.refuse();
        return {};
    }
    if (node.text.startsWith(u'/')) {
        const Result<NamePattern> pattern = NamePattern::parse(node.text);
        if (!pattern)
            return refuse(pattern.error().message);
        if (pattern->isPattern())
            return GroupKey{{}, pattern->pattern()};
    }
    const Result<RunField> field = RunField::parse(node.text);
    if (!field)
        return refuse(field.error().message);
    using enum RunField::Kind;
    if (field->kind == Config || field->kind == State || field->kind == Tags || field->kind == Name)
        return GroupKey{*field, {}};
    return refuse(ReaderText::tr("Runs cannot be grouped by “%1”. Accepted: %2.")
                      .arg(node.text, in.option.accepted()));
}

Read readGroup(const Reading &in)
{
    GroupOption group;
    const bool isPattern = in.node.text.startsWith(u'/');
    for (const YamlNode &item : isPattern ? itemsOf(in.node) : itemsWithCommas(in.node)) {
        std::optional<GroupKey> key = groupKey(in, item);
        if (!key)
            return std::nullopt;
        group.keys << *std::move(key);
    }
    return group;
}

Read readStep(const Reading &in)
{
    bool isNumber = false;
    const double step = in.node.text.toDouble(&isNumber);
    const bool isStep = isNumber && std::isfinite(step);
    if (!isStep && in.node.text != QLatin1String("last") && in.node.text != QLatin1String("all"))
        return in.refuse();
    return in.node.text;
}

Read readDuration(const Reading &in)
{
    const auto seconds = parseDuration(in.node.text);
    if (!seconds)
        return in.refuse();
    return *seconds;
}

Read readTextMap(const Reading &in, bool colors)
{
    if (in.node.kind != YamlNode::Kind::Map)
        return in.refuse();
    static const QRegularExpression color(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    QMap<QString, QString> map;
    for (const auto &[key, value] : in.node.entries) {
        if (!value.isScalar() || (colors && !color.match(value.text).hasMatch())) {
            return Reading{in.option, value, in.problems}.refuse();
        }
        map.insert(key.text, value.text);
    }
    return map;
}

} // namespace

std::optional<OptionValue>
readOption(const PanelOption &option, const YamlNode &node, PanelProblems &problems)
{
    const Reading in{option, node, problems};
    switch (option.kind) {
    case OptionKind::Text:
        return readText(in);
    case OptionKind::Whole:
        return readWhole(in);
    case OptionKind::Flag:
        return readFlag(in);
    case OptionKind::Choice:
        return readChoice(in);
    case OptionKind::Choices:
        return readChoices(in);
    case OptionKind::Names:
        return readNames(in);
    case OptionKind::XAxis:
        return readText(in);
    case OptionKind::Step:
        return readStep(in);
    case OptionKind::Smoothing:
        return readSmoothing(option, node, problems);
    case OptionKind::Scale:
        return readScale(option, node, problems);
    case OptionKind::Range:
        return readRange(option, node, problems);
    case OptionKind::Duration:
        return readDuration(in);
    case OptionKind::Colors:
        return readTextMap(in, true);
    case OptionKind::Labels:
        return readTextMap(in, false);
    case OptionKind::Group:
        return readGroup(in);
    case OptionKind::Runs:
        break;
    }
    return std::nullopt;
}

} // namespace plotleaf
