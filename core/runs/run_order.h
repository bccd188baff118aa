#pragma once

#include "core/base/result.h"
#include "core/runs/filter_mistake.h"
#include "core/runs/run_field.h"

#include <QVector>

#include <optional>

namespace plotleaf {

/// In which order: `name`, `-created`, `config.lr, -metrics.val/acc.max`. A minus sorts from high
/// to low; runs that lack the field come last either way, and equal ones keep their order.
class RunOrder
{
public:
    struct Key
    {
        RunField field;
        bool descending = false;
    };

    /// Keeps the order that the source has.
    RunOrder() = default;

    /// Errors: InvalidInput, with the nearest field in the message.
    static Result<RunOrder> parse(const QString &text);
    /// What parse() does not like, with its place; nothing where the text is an order.
    static std::optional<FilterMistake> mistakeIn(const QString &text);

    /// `lookup(run, metric)`: null where the run has no such metric.
    using Lookup = std::function<const Series *(const Run &run, const QString &metric)>;
    void sort(QVector<Run> &runs, const Lookup &lookup) const;
    /// What it asks of runs.
    QVector<RunField> fields() const;
    bool isEmpty() const { return m_keys.isEmpty(); }
    const QVector<Key> &keys() const { return m_keys; }

private:
    struct Parsed;
    static Parsed read(const QString &text);

    QVector<Key> m_keys;
};

} // namespace plotleaf
