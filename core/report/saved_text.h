#pragma once

#include <QString>

namespace plotleaf {

/// What a library made of a text that it was to save.
struct SavedText
{
    QString text; ///< what it holds now: with what was changed elsewhere meanwhile merged in
    /// Elsewhere the same lines were changed: the text that was to be saved won there, and the
    /// other one is in the revisions.
    bool hadConflict = false;
};

} // namespace plotleaf
