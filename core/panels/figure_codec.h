#pragma once

#include "core/panels/figure.h"
#include "core/panels/media_shelf.h"

#include <optional>
#include <vector>

namespace plotleaf {

/// A figure that was kept, and the files that it refers to, alive.
struct KeptFigure
{
    Figure figure;
    std::vector<MediaPin> media;
};

/// A figure and the files on `shelf` that it refers to, as bytes for the RunCache. Any thread.
QByteArray encodeFigure(const Figure &figure, const MediaShelf &shelf);

/// Puts the files back on `shelf`, where they have the addresses that they had. Nothing for bytes
/// of another version or damaged ones. Any thread.
std::optional<KeptFigure> decodeFigure(const QByteArray &bytes, MediaShelf &shelf);

} // namespace plotleaf
