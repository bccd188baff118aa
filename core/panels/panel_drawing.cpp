#include "core/panels/panel_drawing.h"

#include "core/panels/panel_kind.h"
#include "core/panels/panel_messages.h"

#include <algorithm>

namespace plotleaf {

namespace {

QDateTime newestData(const QVector<Run> &runs)
{
    QDateTime newest;
    for (const Run &run : runs) {
        if (run.updated.isValid() && (!newest.isValid() || run.updated > newest))
            newest = run.updated;
    }
    return newest;
}

bool anyRunning(const QVector<Run> &runs)
{
    return std::ranges::any_of(runs, [](const Run &run) { return run.state == RunState::Running; });
}

DrawnPanel compared(Figure figure, const std::optional<Figure> &before)
{
    DrawnPanel drawn{std::move(figure), {}, true};
    drawn.isNew = !before || before->toJson() != drawn.figure.toJson();
    drawn.figure.revision = (before ? before->revision : 0) + (drawn.isNew ? 1 : 0);
    return drawn;
}

} // namespace

DrawnPanel drawMessage(Figure message, const PanelSpec &spec, const std::optional<Figure> &before)
{
    message.title = spec.title;
    message.width = spec.width;
    return compared(std::move(message), before);
}

DrawnPanel drawPanel(const PanelMaterial &material,
                     const PanelView &view,
                     MediaShelf &shelf,
                     const std::optional<Figure> &before)
{
    const PanelSpec &spec = *material.spec;
    if (material.message)
        return drawMessage(*material.message, spec, before);
    MediaPins pins(shelf);
    Figure figure = spec.kind->build(material.input(), material.prepared.get(), view, pins);
    figure.title = spec.title;
    figure.width = spec.width;
    const bool isFresh = !material.cachedAt.isValid() && material.staleReason.isEmpty();
    figure.asOf = material.cachedAt.isValid() ? material.cachedAt : newestData(material.runs);
    figure.live = isFresh && anyRunning(material.runs);
    figure.stale = material.staleReason;
    figure.notes = fewNotes(material.notes + figure.notes);
    DrawnPanel drawn = compared(std::move(figure), before);
    drawn.media = pins.take();
    return drawn;
}

} // namespace plotleaf
