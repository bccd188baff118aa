#pragma once

#include "core/report/report.h"

#include <optional>

namespace plotleaf {

enum class ReportOrder { NewestFirst, OldestFirst, NameAscending, NameDescending };
enum class TagMatch { Any, All };

/// Which reports the library shows.
struct ReportQuery
{
    QString workspace;              ///< empty: all workspaces
    std::optional<QString> project; ///< set: this project and everything below it
    bool archived = false; ///< the archive shows only archived ones, the library only the others
    std::optional<ReportStatus> status;
    QString author;
    QStringList includeTags;
    QStringList excludeTags;
    TagMatch tagMatch = TagMatch::Any;
    QString search; ///< words; each must occur (as a prefix) in name, description, text or tags
    ReportOrder order = ReportOrder::NewestFirst;
    int offset = 0;
    int limit = 200;
};

/// A report found, with the place of the hit when there was a search.
struct ReportHit
{
    ReportSummary summary;
    QString snippet; ///< plain text around the hit; the hit words stand between U+0002 and U+0003.
                     ///< Empty without a search
};

struct ReportHits
{
    QVector<ReportHit> hits;
    int total = 0; ///< of all that match, not only of this slice
};

} // namespace plotleaf
