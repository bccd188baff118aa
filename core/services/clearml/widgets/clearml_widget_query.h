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

/// What a widget shows after `data` was answered to its `reports.get_task_data`; the files of
/// samples are fetched. Fails never: what goes wrong is a figure in words. `shelf` takes the files.
QCoro::Task<ClearmlWidgetAnswer> drawClearmlWidget(std::shared_ptr<ClearmlClient> client,
                                                   ClearmlWidget widget,
                                                   std::shared_ptr<MediaShelf> shelf,
                                                   Result<QJsonObject> data);

/// Why there is nothing to show.
Figure clearmlProblem(const Error &error);

} // namespace plotleaf
