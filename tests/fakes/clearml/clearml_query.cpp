#include "fakes/clearml/clearml_query.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

using Problem = std::optional<CallError>;

/// One `__$` operator context of a list of tags.
struct TagGroup
{
    bool all = false;
    QStringList include;
    QStringList exclude;
};

bool groupHolds(const TagGroup &group, const QStringList &tags)
{
    const auto has = [&tags](const QString &tag) { return tags.contains(tag); };
    const auto lacks = [&tags](const QString &tag) { return !tags.contains(tag); };
    const bool excludes =
        group.exclude.isEmpty() || (group.all ? std::ranges::all_of(group.exclude, lacks)
                                              : std::ranges::any_of(group.exclude, lacks));
    if (group.include.isEmpty())
        return excludes;
    const bool includes = group.all ? std::ranges::all_of(group.include, has)
                                    : std::ranges::any_of(group.include, has);
    return group.exclude.isEmpty() ? includes
           : group.all             ? includes && excludes
                                   : includes || excludes;
}

/// The list syntax of tags: `-x`, `__$not`, `__$and`, `__$or`, `__$nop`.
std::variant<QVector<TagGroup>, CallError> tagGroups(const QStringList &list, const QString &field)
{
    TagGroup any;
    TagGroup all{true, {}, {}};
    bool negate = false;
    bool inAll = false;
    bool sawOperator = false;
    for (const QString &value : list) {
        if (value.startsWith("__$"_L1)) {
            sawOperator = true;
            if (value == "__$not"_L1)
                negate = true;
            else if (value == "__$and"_L1 || value == "__$all"_L1)
                inAll = true;
            else if (value == "__$or"_L1 || value == "__$any"_L1 || value == "__$nop"_L1)
                inAll = false;
            else
                return CallError{400, 16,
                                 u"Invalid value for fields (Unsupported operator): field=%1, "
                                 "operator=%2"_s.arg(field, value)};
            continue;
        }
        const bool minus = !sawOperator && value.startsWith(u'-');
        // Several that are excluded are all to be lacked, whatever the context.
        if (negate || minus)
            all.exclude << (minus ? value.mid(1) : value);
        else
            (inAll ? all : any).include << value;
        negate = false;
    }
    return QVector<TagGroup>{any, all};
}

Problem keepTagged(QVector<QJsonObject> &rows, const QString &field, const QStringList &list)
{
    const auto groups = tagGroups(list, field);
    if (const auto *error = std::get_if<CallError>(&groups))
        return *error;
    rows.removeIf([&](const QJsonObject &row) {
        const QStringList tags = stringsOf(row[field]);
        return !std::ranges::all_of(
            std::get<QVector<TagGroup>>(groups), [&tags](const TagGroup &group) {
                return (group.include.isEmpty() && group.exclude.isEmpty()) ||
                       groupHolds(group, tags);
            });
    });
    return {};
}

/// `filters` (2.27): {"tags": {"any": {include, exclude}, "all": {…}, "op"}}
void keepFiltered(QVector<QJsonObject> &rows, const QString &field, const QJsonObject &filter)
{
    const auto group = [&filter](const QString &name) {
        const QJsonObject part = filter[name].toObject();
        return TagGroup{name == "all"_L1, stringsOf(part["include"_L1]),
                        stringsOf(part["exclude"_L1])};
    };
    const TagGroup any = group(u"any"_s);
    const TagGroup all = group(u"all"_s);
    const bool isOr = filter["op"_L1].toString() == "or"_L1;
    rows.removeIf([&](const QJsonObject &row) {
        const QStringList tags = stringsOf(row[field]);
        const bool first = groupHolds(any, tags);
        const bool second = groupHolds(all, tags);
        return isOr ? !(first || second) : !(first && second);
    });
}

Problem keepMatching(QVector<QJsonObject> &rows,
                     const QStringList &fields,
                     const QString &pattern,
                     bool all,
                     QRegularExpression::PatternOptions options)
{
    const QRegularExpression expression(pattern, options);
    if (!expression.isValid())
        return CallError{400, 21, u"Malformed regular expression"_s};
    const auto matches = [&expression](const QJsonValue &value) {
        const QStringList texts =
            value.isArray() ? stringsOf(value) : QStringList{value.toString()};
        return std::ranges::any_of(texts, [&expression](const QString &text) {
            return expression.match(text).hasMatch();
        });
    };
    rows.removeIf([&](const QJsonObject &row) {
        const auto hit = [&](const QString &field) { return matches(valueAt(row, field)); };
        return !(all ? std::ranges::all_of(fields, hit) : std::ranges::any_of(fields, hit));
    });
    return {};
}

/// [">=2026…"]; bare values would be a range, which Plotleaf does not ask for.
void keepDated(QVector<QJsonObject> &rows, const QString &field, const QStringList &limits)
{
    for (const QString &limit : limits) {
        const qsizetype digits = limit.startsWith(">="_L1) || limit.startsWith("<="_L1) ? 2
                                 : limit.startsWith(u'>') || limit.startsWith(u'<')     ? 1
                                                                                        : 0;
        const QDateTime time = QDateTime::fromString(limit.mid(digits), Qt::ISODateWithMs);
        if (!time.isValid() || digits == 0)
            continue;
        rows.removeIf([&](const QJsonObject &row) {
            const QDateTime own = QDateTime::fromString(row[field].toString(), Qt::ISODateWithMs);
            const bool fits = limit.startsWith(u'>') ? (digits == 2 ? own >= time : own > time)
                                                     : (digits == 2 ? own <= time : own < time);
            return !fits;
        });
    }
}

Problem keepPatterns(QVector<QJsonObject> &rows, const QJsonObject &body)
{
    for (const QString &field : {u"name"_s, u"comment"_s, u"report"_s, u"basename"_s}) {
        if (!body[field].isString())
            continue;
        if (Problem problem = keepMatching(rows, {field}, body[field].toString(), false,
                                           QRegularExpression::NoPatternOption))
            return problem;
    }
    for (const auto &[key, all] : {std::pair(u"_any_"_s, false),
                                   {u"_or_"_s, false},
                                   {u"_all_"_s, true},
                                   {u"_and_"_s, true}}) {
        if (!body[key].isObject())
            continue;
        const QJsonObject any = body[key].toObject();
        if (!any.contains("pattern"_L1) || stringsOf(any["fields"_L1]).isEmpty())
            return CallError{400, 16, u"Invalid field value"_s};
        if (Problem problem =
                keepMatching(rows, stringsOf(any["fields"_L1]), any["pattern"_L1].toString(), all,
                             QRegularExpression::CaseInsensitiveOption))
            return problem;
    }
    return {};
}

Problem keepListed(QVector<QJsonObject> &rows, const QJsonObject &body)
{
    for (const QString &field : {u"id"_s, u"user"_s, u"status"_s, u"project"_s, u"type"_s}) {
        const QStringList wanted = stringsOf(body[field]);
        if (wanted.isEmpty())
            continue;
        rows.removeIf(
            [&](const QJsonObject &row) { return !wanted.contains(row[field].toString()); });
    }
    const QJsonObject filters = body["filters"_L1].toObject();
    for (const QString &field : {u"tags"_s, u"system_tags"_s}) {
        if (filters.contains(field)) {
            keepFiltered(rows, field, filters[field].toObject());
            continue;
        }
        for (const QJsonValue tag : body[field].toArray()) {
            if (!tag.isString() && !tag.isNull())
                return CallError{400, 16, u"Invalid value for fields"_s};
        }
        if (Problem problem = keepTagged(rows, field, stringsOf(body[field])))
            return problem;
    }
    return {};
}

/// Rows without the value come last both ways; the id decides between equals.
bool isBefore(const QJsonObject &a, const QJsonObject &b, const QStringList &order)
{
    for (const QString &entry : order) {
        const bool descending = entry.startsWith(u'-');
        const QString field = descending ? entry.mid(1) : entry;
        const QJsonValue x = valueAt(a, field);
        const QJsonValue y = valueAt(b, field);
        const bool hasX = !x.isUndefined() && !x.isNull();
        const bool hasY = !y.isUndefined() && !y.isNull();
        if (hasX != hasY)
            return hasX;
        if (x == y)
            continue;
        const bool less = x.isDouble() ? x.toDouble() < y.toDouble() : x.toString() < y.toString();
        return less != descending;
    }
    return a["id"_L1].toString() < b["id"_L1].toString();
}

Problem pagingProblem(const QJsonObject &body)
{
    const auto below = [&body](QLatin1StringView key, int least) {
        return body.contains(key) && !body[key].isNull() && body[key].toInt(least) < least;
    };
    if (below("page"_L1, 0) || below("page_size"_L1, 1) || below("size"_L1, 1))
        return CallError{400, 12, u"Validation error"_s};
    if (body.contains("scroll_id"_L1) && !body.contains("size"_L1))
        return CallError{400, 12, u"Validation error (size is required)"_s};
    return {};
}

} // namespace

QStringList stringsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue one : array)
        result << one.toString();
    return result;
}

QJsonValue valueAt(const QJsonObject &row, const QString &path)
{
    if (row.contains(path))
        return row[path];
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return QJsonValue(QJsonValue::Undefined);
    const QJsonValue inner = row[path.left(dot)];
    return inner.isObject() ? valueAt(inner.toObject(), path.mid(dot + 1))
                            : QJsonValue(QJsonValue::Undefined);
}

QueryResult
queryRows(const QVector<QJsonObject> &rows, const QJsonObject &body, const QString &entity)
{
    if (const Problem problem = pagingProblem(body))
        return *problem;
    QVector<QJsonObject> found = rows;
    const bool showHidden = body["search_hidden"_L1].toBool() ||
                            !stringsOf(body["id"_L1]).isEmpty() || entity == "report"_L1;
    if (!showHidden) {
        found.removeIf([](const QJsonObject &row) {
            return stringsOf(row["system_tags"_L1]).contains(u"hidden"_s);
        });
    }
    if (const Problem problem = keepListed(found, body))
        return *problem;
    if (const Problem problem = keepPatterns(found, body))
        return *problem;
    for (const QString &field : {u"last_update"_s, u"last_change"_s, u"status_changed"_s})
        keepDated(found, field, stringsOf(body[field]));
    const QStringList order = stringsOf(body["order_by"_L1]);
    if (!order.isEmpty()) {
        std::ranges::stable_sort(found, [&order](const QJsonObject &a, const QJsonObject &b) {
            return isBefore(a, b, order);
        });
    }
    return found;
}

QJsonObject projectedRow(const ClearmlWorld &world, const QJsonObject &row, const QJsonObject &body)
{
    const QStringList fields = stringsOf(body["only_fields"_L1]);
    const QHash<QString, const QMap<QString, QJsonObject> *> references = {
        {u"project"_s, &world.projects}, {u"user"_s, &world.users}};
    QJsonObject full = row;
    for (const QString &key : {u"project"_s, u"user"_s, u"company"_s}) {
        if (full.contains(key))
            full[key] = QJsonObject{{u"id"_s, full[key]}};
    }
    if (fields.isEmpty())
        return full;
    QJsonObject result = {{u"id"_s, row["id"_L1]}};
    for (const QString &field : fields) {
        const QString top = field.section(u'.', 0, 0);
        if (!full.contains(top))
            continue;
        result[top] = result.contains(top) ? result[top] : full[top];
        const QString inner = field.section(u'.', 1);
        if (inner.isEmpty() || inner == "id"_L1 || !references.contains(top))
            continue;
        QJsonObject joined = result[top].toObject();
        joined[inner] = (*references[top])[row[top].toString()][inner];
        result[top] = joined;
    }
    return result;
}

} // namespace plotleaf::test
