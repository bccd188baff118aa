#include "core/runs/run_filter.h"

#include "core/runs/filter_node.h"

#include <algorithm>

namespace plotleaf {

namespace {

struct FilterContext
{
    const Run &run;
    const SeriesLookup &lookup;
    const QDateTime &now;
};

bool nodeHolds(const FilterNode &node, const FilterContext &context)
{
    const auto holds = [&](const FilterNodePtr &child) { return nodeHolds(*child, context); };
    switch (node.kind) {
    case FilterNode::Kind::And:
        return std::ranges::all_of(node.children, holds);
    case FilterNode::Kind::Or:
        return std::ranges::any_of(node.children, holds);
    case FilterNode::Kind::Not:
        return !holds(node.children.front());
    case FilterNode::Kind::Comparison:
        break;
    }
    const QVariant actual = runFieldValue(node.comparison.field, context.run, context.lookup);
    return comparisonHolds(node.comparison, actual, context.now);
}

void collectMetrics(const FilterNode &node, QStringList &metrics)
{
    if (node.kind == FilterNode::Kind::Comparison &&
        node.comparison.field.kind == RunField::Kind::Metric)
        metrics << node.comparison.field.key;
    for (const FilterNodePtr &child : node.children)
        collectMetrics(*child, metrics);
}

} // namespace

Result<RunFilter> RunFilter::parse(const QString &text)
{
    Result<FilterNodePtr> root = parseFilterTree(text);
    if (!root)
        return root.error();
    RunFilter filter;
    filter.m_root = *std::move(root);
    return filter;
}

bool RunFilter::matches(const Run &run, const SeriesLookup &lookup, const QDateTime &now) const
{
    return !m_root || nodeHolds(*m_root, {run, lookup, now});
}

QStringList RunFilter::metrics() const
{
    QStringList metrics;
    if (m_root)
        collectMetrics(*m_root, metrics);
    metrics.sort();
    metrics.removeDuplicates();
    return metrics;
}

} // namespace plotleaf
