#pragma once

#include "core/runs/filter_mistake.h"
#include "core/runs/filter_time.h"
#include "core/runs/run_field.h"

#include <QRegularExpression>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace plotleaf {

/// A value written in a filter. monostate is `null`.
using FilterValue = std::variant<std::monostate, bool, double, QString, FilterTime>;

enum class FilterOperator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Match,
    In,
    Contains
};

/// `field operator value`; the negated operators are a Not around it.
struct FilterComparison
{
    RunField field;
    FilterOperator op = FilterOperator::Equal;
    std::vector<FilterValue> values; ///< one; several only for In
    QRegularExpression pattern;      ///< of Match
};

/// A node of a parsed filter.
struct FilterNode
{
    enum class Kind { And, Or, Not, Comparison };

    Kind kind = Kind::Comparison;
    std::vector<std::shared_ptr<const FilterNode>>
        children; ///< one of Not, two or more of And and Or
    FilterComparison comparison;
};

using FilterNodePtr = std::shared_ptr<const FilterNode>;

/// A filter as a tree, or what is wrong with it.
struct FilterTree
{
    FilterNodePtr root; ///< null where there is a mistake
    std::optional<FilterMistake> mistake;
};

/// Wandb: as W&B reads its filter expressions (wandb.md 4.1), but with `<` and `>` strict, and a
/// mistake where W&B would drop something. Bare names are the run's attributes, arithmetic on
/// constants is worked out, texts one behind the other are one, and a tag is equal to one of the
/// run's.
enum class FilterDialect { Own, Wandb };

FilterTree parseFilterTree(const QString &text, FilterDialect dialect = FilterDialect::Own);

/// Whether the run is one that the comparison lets through.
bool comparisonHolds(const FilterComparison &comparison,
                     const QVariant &actual,
                     const QDateTime &now);

} // namespace plotleaf
