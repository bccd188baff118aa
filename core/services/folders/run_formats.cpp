#include "core/services/folders/run_format.h"
#include "core/services/folders/table_format.h"
#include "core/services/folders/tensorboard_format.h"
#include "core/services/folders/wandb_format.h"

#include <algorithm>

namespace plotleaf {

RunFormats::RunFormats()
{
    m_formats.push_back(std::make_unique<TensorboardFormat>());
    m_formats.push_back(std::make_unique<WandbFormat>());
    m_formats.push_back(std::make_unique<TableFormat>());
}

bool RunFormats::mayHold(const QString &fileName) const
{
    return std::ranges::any_of(m_formats,
                               [&](const auto &format) { return format->mayHold(fileName); });
}

RunFormats::Found RunFormats::runsIn(const FolderListing &listing) const
{
    Found all;
    for (const auto &format : m_formats) {
        const RunFormat::Found found = format->runsIn(listing);
        for (const RunLocation &place : found.runs)
            all.runs.append({place, format.get()});
        all.claimed += found.claimed;
        all.warnings += found.warnings;
    }
    return all;
}

} // namespace plotleaf
