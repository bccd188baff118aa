#pragma once

#include "core/panels/media_shelf.h"
#include "core/panels/panel_input.h"
#include "core/panels/panel_option.h"

#include <memory>

namespace plotleaf {

/// A type of panel: its keys, the data it needs, and how that becomes a figure. Has no state; every
/// method is callable from any thread.
///
/// Adding a type: one file in core/panels/kinds that ends with a `make…Panel()`, and its name in
/// panel_kinds.cpp. `resources/help/panels.md` is made from what it declares.
class PanelKind
{
public:
    virtual ~PanelKind() = default;

    /// As written in `type:`.
    virtual QString name() const = 0;
    /// One translated line for documentation and completion.
    virtual QString summary() const = 0;
    /// The keys beyond those that every panel has.
    virtual PanelOptions options() const = 0;
    /// How many runs are shown where the fence names no limit.
    virtual int usualRuns(const PanelSpec &spec) const;
    /// The data without which build() cannot work.
    virtual QVector<RunDataRequest> wants(const PanelSpec &spec,
                                          const QVector<Run> &runs) const = 0;
    /// Work that is the same for every view of this data; null where there is none. Handed to
    /// build().
    virtual std::shared_ptr<const PanelPreparation> prepare(const PanelInput &input) const;
    /// The figure's kind, content and notes; title, width, asOf and live are filled in by whoever
    /// calls. `media` takes the bytes that the figure refers to.
    virtual Figure build(const PanelInput &input,
                         const PanelPreparation *prepared,
                         const PanelView &view,
                         MediaPins &media) const = 0;
};

} // namespace plotleaf
