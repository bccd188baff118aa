#pragma once

#include <QString>

namespace plotleaf {

/// A colour as its three parts, 0 to 255.
struct ClearmlColour
{
    int red = 0;
    int green = 0;
    int blue = 0;

    QString text() const; ///< "#9056dc"
    friend bool operator==(const ClearmlColour &, const ClearmlColour &) = default;
};

// The colours that ClearML's web app computes from labels (clearml.md 4.7). Callable from any
// thread.

/// The colour of a label (npm string-to-color 2.2.2), before it is fitted to a theme.
ClearmlColour clearmlLabelColour(const QString &label);
/// Darker where it would be too bright on white.
ClearmlColour clearmlLightColour(const ClearmlColour &colour);
/// Lighter where it would be too dark on black.
ClearmlColour clearmlDarkColour(const ClearmlColour &colour);

} // namespace plotleaf
