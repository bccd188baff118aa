#pragma once

#include "core/panels/panel_feed.h"

#include <QJsonObject>

namespace plotleaf {

/// A plot's content with only those points of its traces that are seen in `range`, and one beyond
/// each end, so that lines run out of the picture. Numbers and times (ISO 8601) as x. Callable from
/// any thread.
QJsonObject clearmlZoomed(const QJsonObject &content, const PlotRange &range);

} // namespace plotleaf
