#include "core/report/report_merge.h"

namespace plotleaf {

namespace {

template <typename T>
T mergedValue(const T &base, const T &mine, const T &theirs)
{
    return mine == base ? theirs : mine;
}

QStringList mergedTags(const QStringList &base, const QStringList &mine, const QStringList &theirs)
{
    QStringList tags;
    for (const QStringList *side : {&mine, &theirs}) {
        for (const QString &tag : *side) {
            // In the base too: it stays only where neither side took it away.
            const bool stays = !base.contains(tag) || (mine.contains(tag) && theirs.contains(tag));
            if (stays && !tags.contains(tag))
                tags.append(tag);
        }
    }
    tags.sort();
    return tags;
}

void mergeField(FieldConflict::Field field,
                QString ReportFields::*member,
                const ReportFields &base,
                const ReportFields &theirs,
                ReportMerge &merge)
{
    const QString mine = merge.fields.*member;
    merge.fields.*member = mergedValue(base.*member, mine, theirs.*member);
    if (mine != base.*member && theirs.*member != base.*member && mine != theirs.*member)
        merge.conflicts.append({field, mine, theirs.*member});
}

} // namespace

Result<ReportMerge>
mergeReports(const ReportState &base, const ReportState &mine, const ReportState &theirs)
{
    auto text = mergeTexts(base.text, mine.text, theirs.text);
    if (!text)
        return text.error();
    ReportMerge merge{mine.fields, {}, std::move(text).value()};
    mergeField(FieldConflict::Field::Name, &ReportFields::name, base.fields, theirs.fields, merge);
    mergeField(FieldConflict::Field::Description, &ReportFields::description, base.fields,
               theirs.fields, merge);
    mergeField(FieldConflict::Field::Project, &ReportFields::project, base.fields, theirs.fields,
               merge);
    merge.fields.tags = mergedTags(base.fields.tags, mine.fields.tags, theirs.fields.tags);
    merge.fields.archived =
        mergedValue(base.fields.archived, mine.fields.archived, theirs.fields.archived);
    const bool isPublished = mine.fields.status == ReportStatus::Published ||
                             theirs.fields.status == ReportStatus::Published;
    merge.fields.status = isPublished ? ReportStatus::Published : ReportStatus::Draft;
    return merge;
}

} // namespace plotleaf
