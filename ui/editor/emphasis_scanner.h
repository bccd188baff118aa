#pragma once

#include "ui/editor/passage.h"

#include <QString>

#include <optional>

namespace plotleaf {

/// A phrase between two equal marks of emphasis.
struct EmphasizedPhrase
{
    LineSpan content; ///< without the marks
    QChar mark;
};

/// How long a run of marks is to mean an emphasis: one is italic, two bold, three both; so a run
/// holds italic when odd, bold (and strikethrough) when above one. `markLength`: 1 or 2.
bool runHoldsEmphasis(int run, qsizetype markLength);

/// The phrase in one line of `text` that has [start, end) in it, with marks of `characters`.
/// Nothing when there is none. Escaped marks and those in code spans are none; what goes on in the
/// next line is not looked at.
std::optional<EmphasizedPhrase> emphasizedPhraseAround(const QString &text,
                                                       LineSpan range,
                                                       const QString &characters,
                                                       qsizetype markLength);

} // namespace plotleaf
