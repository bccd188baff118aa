#pragma once

#include "core/base/result.h"
#include "core/report/report_state.h"
#include "core/report/text_merge.h"

namespace plotleaf {

/// A field that both sides changed, each in its own way.
struct FieldConflict
{
    enum class Field { Name, Description, Project };

    Field field = Field::Name;
    QString kept; ///< mine
    QString lost; ///< theirs
};

/// What became of two states of a report that grew out of one.
struct ReportMerge
{
    ReportFields fields; ///< always whole: what cannot be merged is as on my side
    QVector<FieldConflict> conflicts;
    TextMerge text;
};

/// Three-way merge of a report. Tags as a set: who took one away and who added one both have their
/// way. Archived: who changed it has their way. Published by either: published, it cannot be taken
/// back. Name, description and project: one value each; where both changed it, mine stays and the
/// conflict is listed. Text: mergeTexts(). Errors: those of mergeTexts().
Result<ReportMerge>
mergeReports(const ReportState &base, const ReportState &mine, const ReportState &theirs);

} // namespace plotleaf
