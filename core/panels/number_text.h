#pragma once

#include <QString>
#include <QVariant>

namespace plotleaf {

/// A number as people read it: whole ones in full, others with four significant digits ("0.9123",
/// "12 346"), scientific where that would be long ("1.2e-05"), thousands set apart by a narrow
/// space (U+202F, ISO 80000), a point as decimal mark in every language, as papers and plots have
/// it. "NaN", "∞", "-∞".
QString numberText(double value);

/// A number and how far it may be off: "0.912 ± 0.012", the spread with two significant digits and
/// the number with as many decimals.
QString spreadText(double value, double spread);

/// A configuration's or field's value: numbers as above, flags, texts and times (ISO, UTC); "–" for
/// none.
QString valueText(const QVariant &value);

} // namespace plotleaf
