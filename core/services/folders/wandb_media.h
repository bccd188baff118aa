#pragma once

#include "core/runs/run.h"
#include "core/runs/table_sample.h"
#include "core/services/folders/wandb_data.h"

#include <QJsonObject>

#include <optional>

namespace plotleaf {

/// What a value of this `_type` is to us. 3D objects, molecules and the like are Other.
WandbData::Kind wandbKindOf(const QString &type);

/// The value that a record of the log has under a name; Undefined when it has none. The log
/// has media as items with nested keys ("img", "path"), or as JSON under a key, which
/// may be deep in a map; both come out as the object ("_type", "path", …).
QJsonValue wandbValueOf(const QByteArray &record, const QString &name);

/// A file that a media value names.
struct WandbMediaFile
{
    MediaKind kind = MediaKind::Image;
    int index = 0;
    QString path; ///< relative to the run's `files`, as the log has it
    QString caption;
};
/// Of one image, sound, film or page, or of a gallery, of which at most the first 256 count. Empty
/// for other values.
QVector<WandbMediaFile> wandbMediaFiles(const QJsonObject &value);

/// With all but step and wall; none where it is malformed or has more than 4096 bins.
std::optional<HistogramSample> wandbHistogram(const QJsonObject &value);

/// What a `.table.json` file holds, without step and wall, `maxRows` rows at most; none where it
/// is no table or longer than mostTableBytes. Columns that are called by numbers are called by
/// these.
constexpr size_t mostTableBytes = 32 << 20;
std::optional<TableSample> wandbTable(const QByteArray &file, qsizetype maxRows);

} // namespace plotleaf
