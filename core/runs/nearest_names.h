#pragma once

#include <QString>
#include <QStringList>

namespace plotleaf {

/// The names most like `wanted`, best first, for "did you mean": those within a third of its length
/// in edits (insert, delete, replace, swap of neighbours; case does not count), and those that hold
/// it as a whole ("loss" finds "train/loss"). Empty when none is like it. Any thread.
QStringList nearestNames(const QString &wanted, const QStringList &known, qsizetype count = 3);

} // namespace plotleaf
