#include "core/services/folders/wandb_metrics.h"

#include "core/runs/series_statistics.h"
#include "services/folders/proto/wandb_record.pb.h"

#include <algorithm>
#include <cmath>

namespace plotleaf {

namespace {

using Goal = MetricDefinition::Goal;

/// Whether `text` is `pattern`, in which a `*` stands for any characters.
bool matchesPattern(std::string_view pattern, std::string_view text)
{
    size_t p = 0;
    size_t t = 0;
    size_t star = std::string_view::npos;
    size_t tried = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            tried = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++tried;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

} // namespace

void WandbMetrics::add(const wandb::Metric &record)
{
    const bool isPattern = record.name().empty();
    const std::string &name = isPattern ? record.glob_name() : record.name();
    auto found = std::ranges::find_if(m_rules, [&](const Rule &rule) {
        return rule.isPattern == isPattern && rule.name == name;
    });
    if (found == m_rules.end()) {
        if (name.empty() || m_rules.size() >= maxDefinitions)
            return;
        found = m_rules.insert(found, Rule{});
    } else if (record.control().overwrite()) {
        *found = {};
    }
    // Without `overwrite` a later definition adds to an earlier one.
    Rule &rule = *found;
    rule.name = name;
    rule.isPattern = isPattern;
    if (!record.step_metric().empty())
        rule.stepMetric = record.step_metric();
    if (record.goal() == 1 || record.goal() == 2)
        rule.goal = record.goal() == 1 ? Goal::Minimize : Goal::Maximize;
    rule.hidden |= record.options().hidden();
    const wandb::MetricSummary &summary = record.summary();
    rule.min |= summary.min();
    rule.max |= summary.max();
    rule.mean |= summary.mean();
    rule.best |= summary.best();
    rule.last |= summary.last();
    rule.first |= summary.first();
    rule.none |= summary.none();
}

QVector<MetricDefinition> WandbMetrics::definitions() const
{
    QVector<MetricDefinition> definitions;
    for (const Rule &rule : m_rules)
        definitions.append({QString::fromStdString(rule.name), rule.isPattern,
                            QString::fromStdString(rule.stepMetric), rule.hidden, rule.goal});
    return definitions;
}

const WandbMetrics::Rule *WandbMetrics::ruleOf(std::string_view metric) const
{
    const Rule *found = nullptr;
    for (const Rule &rule : m_rules) {
        if (!rule.isPattern && rule.name == metric)
            return &rule;
        if (!found && rule.isPattern && matchesPattern(rule.name, metric))
            found = &rule;
    }
    return found;
}

std::vector<WandbMetrics::Summary> WandbMetrics::summariesOf(const std::string &metric,
                                                             const Series &points) const
{
    std::vector<Summary> summaries;
    const Rule *rule = ruleOf(metric);
    if (points.value.empty() || (rule && rule->none))
        return summaries;
    const bool onlyLast =
        !rule || !(rule->min || rule->max || rule->mean || rule->best || rule->first || rule->last);
    if (onlyLast) {
        summaries.push_back({metric, points.value.back()});
        return summaries;
    }
    const auto add = [&](bool wanted, const char *name, SeriesStatistic statistic) {
        if (wanted)
            summaries.push_back({metric + '.' + name, statisticOf(points, statistic)->value});
    };
    const bool bestIsMax = rule->goal == Goal::Maximize;
    add(rule->min, "min", SeriesStatistic::Min);
    add(rule->max, "max", SeriesStatistic::Max);
    add(rule->mean, "mean", SeriesStatistic::Mean);
    add(rule->best, "best", bestIsMax ? SeriesStatistic::Max : SeriesStatistic::Min);
    add(rule->last, "last", SeriesStatistic::Last);
    if (rule->first)
        summaries.push_back({metric + ".first", points.value.front()});
    return summaries;
}

} // namespace plotleaf
