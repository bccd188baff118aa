#include "core/services/folders/tensorboard_format.h"

#include "core/services/folders/shared_parameters.h"
#include "core/services/folders/tensorboard_run.h"

namespace plotleaf {

bool TensorboardFormat::mayHold(const QString &fileName) const
{
    return fileName.contains(QLatin1String("tfevents"));
}

RunFormat::Found TensorboardFormat::runsIn(const FolderListing &listing) const
{
    RunLocation place{listing.id, listing.path, {}};
    for (const RunFile &file : listing.files) {
        if (mayHold(file.name))
            place.files.append(file);
    }
    Found found;
    if (!place.files.isEmpty())
        found.runs.append(place);
    return found;
}

std::unique_ptr<FileRun> TensorboardFormat::open(const RunLocation &place) const
{
    return std::make_unique<TensorboardRun>(place.path);
}

void TensorboardFormat::complete(QVector<Run> &runs) const
{
    shareParameters(runs);
}

} // namespace plotleaf
