#pragma once

#include "core/panels/figure.h"

#include <QObject>

#include <optional>

namespace plotleaf {

/// The part of a plot that is looked at, in the units of its axes (wall time: milliseconds since
/// 1970, as plotly counts).
struct PlotRange
{
    std::optional<double> x0, x1;
};

/// Keeps one panel's figure up to date while it is on screen. Lives on the GUI thread; figures are
/// made on a pool. Hidden feeds ask for nothing. Made by PanelFeeds.
class PanelFeed : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void setVisible(bool visible) = 0;
    /// Width of the drawing area in CSS pixels: what series are reduced to.
    virtual void setPixelWidth(int pixels) = 0;
    /// The reader zoomed; a sharper figure of this range follows. Empty range: all of it.
    virtual void setRange(const PlotRange &range) = 0;
    /// The newest figure, if one has been made.
    virtual std::optional<Figure> figure() const = 0;
    /// True once the figure shows everything that the source had when the feed was opened (what
    /// printing waits for).
    virtual bool isSettled() const = 0;
    /// Its source has ended, was never found or does not answer: where other sources are known by
    /// now, a feed opened anew may show what this one cannot.
    virtual bool isSourceLost() const = 0;

signals:
    void figureChanged(const plotleaf::Figure &figure);
    void settled();
};

} // namespace plotleaf
