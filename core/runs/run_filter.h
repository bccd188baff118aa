#pragma once

#include "core/base/result.h"
#include "core/runs/filter_mistake.h"
#include "core/runs/run_field.h"

#include <QDateTime>
#include <QVector>

#include <memory>
#include <optional>

namespace plotleaf {

struct FilterNode;

/// Which runs: `tags contains "v2" and config.lr > 0.001 and name ~ "resnet-.*" and created >=
/// now-7d`.
///
/// Grammar:
///     filter     = or
///     or         = and {"or" and}
///     and        = not {"and" not}
///     not        = "not" not | "(" or ")" | comparison
///     comparison = field operator value
///     operator   = "=" "!=" "<" "<=" ">" ">=" "~" "!~" ["not"] "in" | ["not"] "contains"
///     field      = see RunField; Config("lr"), Summary("x"), Metric("name") and Tags() as W&B
///                  writes them
///     value      = number | "text" | 'text' | word | true | false | null | time |
///     duration | list list       = "[" value {"," value} "]" | "(" value {"," value} ")"
///
/// Meaning: a run that has no such field is unlike every value: only `!=`, `!~`, `not in` and `not
/// contains` hold for it, and `= null`. Numbers compare as numbers even where a configuration holds
/// them as text.
/// `~` is a regular expression that may match anywhere; `contains` asks a list for an element and a
/// text for a part of it.
///
/// A value type; copies share the parsed filter. Evaluation is const and callable from any thread.
class RunFilter
{
public:
    /// Lets every run through.
    RunFilter() = default;

    /// Errors: InvalidInput with a message that names the character; LimitExceeded.
    static Result<RunFilter> parse(const QString &text);
    /// What parse() does not like, with its place; nothing where the text is a filter.
    static std::optional<FilterMistake> mistakeIn(const QString &text);

    bool matches(const Run &run, const SeriesLookup &lookup, const QDateTime &now) const;
    /// What it asks of runs, each field once.
    QVector<RunField> fields() const;
    bool isEmpty() const { return !m_root; }
    /// In the one way that filters are written by Plotleaf, whatever way it was read; empty where
    /// it lets every run through.
    QString text() const;

private:
    std::shared_ptr<const FilterNode> m_root;
};

} // namespace plotleaf
