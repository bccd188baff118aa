#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace plotleaf {

// Pieces of plotly's vocabulary that several kinds use (see PROTOCOL.md, Figures). Callable from
// any thread.

/// Colours in the page's palette.
constexpr int plotColours = 10;

/// A column of numbers; what is not finite becomes null, plotly's gap. Numbers are rounded to a
/// millionth of the column's spread, far below a pixel, which halves what has to be sent and
/// parsed; small ones less, so that each keeps seven digits for a logarithmic axis.
QJsonArray plotNumbers(const std::vector<double> &column);

/// Plain text for a place where plotly reads HTML.
QString plotText(const QString &text);

/// plotly's dash patterns from the plainest on, again from the start after the last.
QString plotDash(qsizetype index);

/// `showlegend` and `legend` for "none", "top", "bottom", "left" or "right". A single line needs
/// none.
void setLegend(QJsonObject &layout, const QString &position, qsizetype lines);

/// {type, title}
QJsonObject plotAxis(const QString &type, const QString &title);

} // namespace plotleaf
