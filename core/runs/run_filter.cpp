#include "core/runs/run_filter.h"

#include "core/runs/filter_node.h"
#include "core/runs/filter_writer.h"

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

void collectFields(const FilterNode &node, QVector<RunField> &fields)
{
    if (node.kind == FilterNode::Kind::Comparison && !fields.contains(node.comparison.field))
        fields << node.comparison.field;
    for (const FilterNodePtr &child : node.children)
        collectFields(*child, fields);
}

} // namespace

Result<RunFilter> RunFilter::parse(const QString &text)
{
    FilterTree tree = parseFilterTree(text);
    if (tree.mistake)
        return tree.mistake->toError();
    RunFilter filter;
    filter.m_root = std::move(tree.root);
    return filter;
}

std::optional<FilterMistake> RunFilter::mistakeIn(const QString &text)
{
    return parseFilterTree(text).mistake;
}

bool RunFilter::matches(const Run &run, const SeriesLookup &lookup, const QDateTime &now) const
{
    return !m_root || nodeHolds(*m_root, {run, lookup, now});
}

QString RunFilter::text() const
{
    return m_root ? filterText(*m_root) : QString();
}

QVector<RunField> RunFilter::fields() const
{
    QVector<RunField> fields;
    if (m_root)
        collectFields(*m_root, fields);
    return fields;
}

} // namespace plotleaf
