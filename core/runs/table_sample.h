#pragma once

#include <QStringList>
#include <QVariant>
#include <QVector>

namespace plotleaf {

/// A table that a run logged at a step.
struct TableSample
{
    double step = 0;
    double wall = 0; ///< seconds since 1970 UTC
    QStringList columns;
    /// Each as long as `columns` or shorter, which means empty cells. Numbers (NaN and infinities
    /// among them), texts, booleans, lists, maps (of media: W&B's JSON, with `_type`); invalid
    /// where a cell is empty.
    QVector<QVariantList> rows;
    qint64 rowCount = 0; ///< with those that were left out
};

} // namespace plotleaf
