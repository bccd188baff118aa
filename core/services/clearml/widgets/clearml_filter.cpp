#include "core/services/clearml/widgets/clearml_filter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

const QString notArchived = u"-archived"_s;

QStringList queryValues(const ClearmlWidget &widget, const QString &key)
{
    for (const auto &[name, values] : widget.query) {
        if (name == key)
            return values;
    }
    return {};
}

/// No values: the key goes.
void setQueryValues(ClearmlWidget &widget, const QString &key, const QStringList &values)
{
    const auto found =
        std::ranges::find(widget.query, key, [](const auto &one) { return one.first; });
    if (found != widget.query.end() && values.isEmpty())
        widget.query.erase(found);
    else if (found != widget.query.end())
        found->second = values;
    else if (!values.isEmpty())
        widget.query.append({key, values});
}

bool isAllOperator(const QString &value)
{
    return value == "__$and"_L1 || value == "__$all"_L1;
}

bool isAnyOperator(const QString &value)
{
    return value == "__$or"_L1 || value == "__$any"_L1;
}

/// Plain tags, with at most one operator in front (clearml.md 1.8).
void readTags(ClearmlFilter &filter, QStringList values)
{
    if (!values.isEmpty() && (isAllOperator(values.first()) || isAnyOperator(values.first()))) {
        filter.allTags = isAllOperator(values.first());
        values.removeFirst();
    }
    filter.areTagsFixed = std::ranges::any_of(values, [](const QString &value) {
        return value.startsWith("__$"_L1) || value.startsWith(u'-') || value.isEmpty();
    });
    if (!filter.areTagsFixed)
        filter.tags = values;
}

QStringList tagValues(const ClearmlFilter &filter)
{
    if (filter.tags.isEmpty())
        return {};
    return QStringList{filter.allTags ? u"__$all"_s : u"__$any"_s} + filter.tags;
}

} // namespace

ClearmlFilter readClearmlFilter(const ClearmlWidget &widget)
{
    ClearmlFilter filter;
    filter.project = queryValues(widget, u"project"_s).value(0);
    filter.withSubprojects =
        queryValues(widget, u"include_subprojects"_s).value(0).toLower() == "true"_L1;
    readTags(filter, queryValues(widget, u"tags"_s));
    filter.statuses = queryValues(widget, u"status"_s);
    filter.withoutArchived = queryValues(widget, u"system_tags"_s).contains(notArchived);
    filter.order = queryValues(widget, u"order_by"_s).value(0);
    filter.most = queryValues(widget, u"page_size"_s).value(0).toInt();
    return filter;
}

void setClearmlFilter(ClearmlWidget &widget, const ClearmlFilter &filter)
{
    const ClearmlFilter before = readClearmlFilter(widget);
    const auto one = [](const QString &value) {
        return value.isEmpty() ? QStringList() : QStringList{value};
    };
    if (filter.project != before.project)
        setQueryValues(widget, u"project"_s, one(filter.project));
    if (filter.withSubprojects != before.withSubprojects)
        setQueryValues(widget, u"include_subprojects"_s,
                       one(filter.withSubprojects ? u"true"_s : QString()));
    if (!before.areTagsFixed && (filter.tags != before.tags || filter.allTags != before.allTags))
        setQueryValues(widget, u"tags"_s, tagValues(filter));
    if (filter.statuses != before.statuses)
        setQueryValues(widget, u"status"_s, filter.statuses);
    if (filter.withoutArchived != before.withoutArchived) {
        QStringList tags = queryValues(widget, u"system_tags"_s);
        if (filter.withoutArchived)
            tags.append(notArchived);
        else
            tags.removeAll(notArchived);
        setQueryValues(widget, u"system_tags"_s, tags);
    }
    if (filter.order != before.order)
        setQueryValues(widget, u"order_by"_s, one(filter.order));
    if (filter.most != before.most) {
        setQueryValues(widget, u"page_size"_s,
                       filter.most > 0 ? one(QString::number(filter.most)) : QStringList());
        setQueryValues(widget, u"page"_s, filter.most > 0 ? one(u"0"_s) : QStringList());
    }
}

} // namespace plotleaf
