#pragma once

#include "core/panels/figure.h"
#include "core/panels/media_shelf.h"
#include "core/services/clearml/clearml_client.h"
#include "core/services/clearml/widgets/clearml_widget.h"

#include <memory>

namespace plotleaf {

/// What a widget shows now, with what keeps its media alive.
struct ClearmlWidgetAnswer
{
    Figure figure;
    std::vector<MediaPin> media;
};

/// Asks the server what a widget shows: one `reports.get_task_data`, and for samples their files.
/// Fails never: what goes wrong is a figure in words. `shelf` takes the files and must live as long
/// as the task; `samples`: points that a series may have at most.
QCoro::Task<ClearmlWidgetAnswer> askClearmlWidget(std::shared_ptr<ClearmlClient> client,
                                                  ClearmlWidget widget,
                                                  std::shared_ptr<MediaShelf> shelf,
                                                  int samples);

} // namespace plotleaf
