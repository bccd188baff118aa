#include "core/panels/plot_option_reader.h"

#include "core/panels/panel_yaml.h"
#include "core/runs/filter_time.h"

#include <QCoreApplication>

#include <cmath>

namespace plotleaf {

namespace {

struct PlotOptionText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::OptionReader)
};

const QStringList &smoothingTypes()
{
    static const QStringList types{QStringLiteral("none"), QStringLiteral("ema"),
                                   QStringLiteral("twema"), QStringLiteral("gaussian"),
                                   QStringLiteral("average")};
    return types;
}

std::optional<double> finiteNumber(const QString &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// Reads one option that is a map; each step tells by its answer whether to go on.
class MapReader
{
public:
    MapReader(const PanelOption &option, PanelProblems &problems)
        : m_option(option), m_problems(problems)
    {
    }

    bool refuse(const YamlNode &node)
    {
        m_problems.add(node.line, PlotOptionText::tr("“%1” cannot be this. Accepted: %2.")
                                      .arg(m_option.name, m_option.accepted()));
        return false;
    }

    bool refuseKey(const YamlNode &key, const QStringList &accepted)
    {
        m_problems.addUnknown(
            key.line, PlotOptionText::tr("“%1” is not a key of “%2”.").arg(key.text, m_option.name),
            key.text, accepted);
        return false;
    }

    bool smoothingType(const YamlNode &node, const QString &type, SmoothingOption &smoothing)
    {
        smoothing.type = type;
        if (smoothingTypes().contains(type))
            return true;
        m_problems.addUnknown(node.line,
                              PlotOptionText::tr("“%1” is not a kind of smoothing.").arg(type),
                              type, smoothingTypes());
        return false;
    }

    /// What a weight means depends on the type: a factor below 1, a width in steps, or a number of
    /// points.
    bool checkWeight(const YamlNode &node, const SmoothingOption &smoothing)
    {
        const bool isFactor =
            smoothing.type == QLatin1String("ema") || smoothing.type == QLatin1String("twema");
        const double most = isFactor ? 0.9999 : 1e6;
        if (smoothing.weight >= 0 && smoothing.weight <= most)
            return true;
        m_problems.add(
            node.line,
            PlotOptionText::tr("The weight of %1 is from 0 to %2.").arg(smoothing.type).arg(most));
        return false;
    }

    bool smoothingKey(const YamlNode &key, const YamlNode &value, SmoothingOption &smoothing)
    {
        if (key.text == QLatin1String("type"))
            return smoothingType(value, value.text, smoothing);
        if (key.text == QLatin1String("weight")) {
            const auto weight = finiteNumber(value.text);
            smoothing.weight = weight.value_or(0);
            return weight || refuse(value);
        }
        if (key.text == QLatin1String("original")) {
            smoothing.original = value.text == QLatin1String("true");
            return smoothing.original || value.text == QLatin1String("false") || refuse(value);
        }
        return refuseKey(
            key, {QStringLiteral("type"), QStringLiteral("weight"), QStringLiteral("original")});
    }

    /// "ema:0.6", "0.6" (an ema), "none".
    bool smoothingShort(const YamlNode &node, SmoothingOption &smoothing)
    {
        const qsizetype colon = node.text.indexOf(QLatin1Char(':'));
        const auto weight = finiteNumber(node.text.mid(colon + 1));
        smoothing.weight = weight.value_or(0);
        if (colon < 0 && weight)
            smoothing.type = QStringLiteral("ema");
        else if (!smoothingType(node, node.text.left(colon), smoothing))
            return false;
        const bool needsWeight = smoothing.type != QLatin1String("none");
        return weight.has_value() == needsWeight || refuse(node);
    }

    bool scaleValue(const YamlNode &node, bool &isLog)
    {
        isLog = node.text == QLatin1String("log");
        if (isLog || node.text == QLatin1String("linear"))
            return true;
        m_problems.addUnknown(node.line, PlotOptionText::tr("“%1” is not a scale.").arg(node.text),
                              node.text, {QStringLiteral("linear"), QStringLiteral("log")});
        return false;
    }

    bool rangeEnd(const YamlNode &node, std::optional<double> &end)
    {
        if (node.kind == YamlNode::Kind::Null)
            return true;
        end = finiteNumber(node.text);
        if (!end) {
            if (const auto time = parseFilterTime(node.text); time && time->fixed)
                end = double(time->fixed->toMSecsSinceEpoch());
        }
        return (node.isScalar() && end) || refuse(node);
    }

    bool rangeEnds(const YamlNode &node, RangeOption::Ends &ends)
    {
        if (node.kind != YamlNode::Kind::List || node.items.size() != 2)
            return refuse(node);
        if (!rangeEnd(node.items[0], ends.from) || !rangeEnd(node.items[1], ends.to))
            return false;
        if (!ends.from || !ends.to || *ends.from < *ends.to)
            return true;
        m_problems.add(node.line,
                       PlotOptionText::tr("A range goes from the smaller to the larger number."));
        return false;
    }

    bool lastRange(const YamlNode &node, RangeOption &range)
    {
        const QString amount = node.text.mid(5).trimmed();
        range.lastSteps = finiteNumber(amount);
        range.lastSeconds = parseDuration(amount);
        const bool isPositive =
            range.lastSteps.value_or(0) > 0 || range.lastSeconds.value_or(0) > 0;
        return (node.text.startsWith(QLatin1String("last ")) && isPositive) || refuse(node);
    }

private:
    const PanelOption &m_option;
    PanelProblems &m_problems;
};

} // namespace

std::optional<OptionValue>
readSmoothing(const PanelOption &option, const YamlNode &node, PanelProblems &problems)
{
    MapReader reader(option, problems);
    SmoothingOption smoothing;
    bool ok = true;
    if (node.isScalar())
        ok = reader.smoothingShort(node, smoothing);
    else if (node.kind != YamlNode::Kind::Map)
        ok = reader.refuse(node);
    else if (!node.entries.empty())
        smoothing.type = QStringLiteral("ema");
    for (const auto &[key, value] : node.entries)
        ok = reader.smoothingKey(key, value, smoothing) && ok;
    if (!ok || !reader.checkWeight(node, smoothing))
        return std::nullopt;
    return smoothing;
}

std::optional<OptionValue>
readScale(const PanelOption &option, const YamlNode &node, PanelProblems &problems)
{
    MapReader reader(option, problems);
    ScaleOption scale;
    if (node.isScalar()) {
        // One word means the axis that people mean: y.
        if (!reader.scaleValue(node, scale.logY))
            return std::nullopt;
        return scale;
    }
    bool ok = node.kind == YamlNode::Kind::Map || reader.refuse(node);
    for (const auto &[key, value] : node.entries) {
        if (key.text == QLatin1String("x"))
            ok = reader.scaleValue(value, scale.logX) && ok;
        else if (key.text == QLatin1String("y"))
            ok = reader.scaleValue(value, scale.logY) && ok;
        else
            ok = reader.refuseKey(key, {QStringLiteral("x"), QStringLiteral("y")});
    }
    return ok ? std::optional<OptionValue>(scale) : std::nullopt;
}

std::optional<OptionValue>
readRange(const PanelOption &option, const YamlNode &node, PanelProblems &problems)
{
    MapReader reader(option, problems);
    RangeOption range;
    bool ok = node.kind == YamlNode::Kind::Map || reader.refuse(node);
    for (const auto &[key, value] : node.entries) {
        if (key.text == QLatin1String("x"))
            ok = (value.isScalar() ? reader.lastRange(value, range)
                                   : reader.rangeEnds(value, range.x)) &&
                 ok;
        else if (key.text == QLatin1String("y"))
            ok = reader.rangeEnds(value, range.y) && ok;
        else
            ok = reader.refuseKey(key, {QStringLiteral("x"), QStringLiteral("y")});
    }
    return ok ? std::optional<OptionValue>(range) : std::nullopt;
}

} // namespace plotleaf
