#include "core/services/clearml/widgets/clearml_widget.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr auto ownPrefix = "plotleaf."_L1;
constexpr int deepestQuery = 32; ///< names with dots become objects in objects

/// Parameters in their order, decoded. ClearML writes a space as "+" in one half of them and as
/// "%20" in the other; a plus is "%2B" in both.
QVector<std::pair<QString, QString>> widgetParameters(const QString &query)
{
    QVector<std::pair<QString, QString>> parameters;
    for (const QString &part : query.split(u'&', Qt::SkipEmptyParts)) {
        const auto decoded = [](QString text) {
            return QUrl::fromPercentEncoding(text.replace(u'+', u' ').toUtf8());
        };
        parameters.append({decoded(part.section(u'=', 0, 0)), decoded(part.section(u'=', 1))});
    }
    return parameters;
}

struct NamedType
{
    ClearmlWidget::Type type;
    QLatin1String name;
};

constexpr std::array widgetTypes = {
    NamedType{ClearmlWidget::Type::Plot, "plot"_L1},
    NamedType{ClearmlWidget::Type::Scalar, "scalar"_L1},
    NamedType{ClearmlWidget::Type::Single, "single"_L1},
    NamedType{ClearmlWidget::Type::Sample, "sample"_L1},
    NamedType{ClearmlWidget::Type::ParallelCoordinates, "parcoords"_L1}};

std::optional<ClearmlWidget::Type> widgetType(const QString &name)
{
    const auto *found = std::ranges::find_if(
        widgetTypes, [&name](const NamedType &known) { return known.name == name; });
    return found == widgetTypes.end() ? std::nullopt : std::optional(found->type);
}

Error noWidget(const QString &source)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("plotleaf::ClearmlWidget",
                                        "This frame is not a widget of a ClearML server."),
            source.left(200)};
}

/// A list that is written once holds its values with commas, as the hosted server documents it; one
/// that is written several times holds one value each (clearml.md 4.3).
void addToQuery(ClearmlWidget &widget,
                QHash<QString, int> &counts,
                QString key,
                const QString &value)
{
    const bool isList = key.endsWith("[]"_L1);
    if (isList)
        key.chop(2);
    const auto found = std::ranges::find_if(
        widget.query, [&key](const auto &entry) { return entry.first == key; });
    ++counts[key];
    if (found == widget.query.end()) {
        widget.query.append({key, isList ? value.split(u',') : QStringList{value}});
        return;
    }
    if (counts[key] == 2)
        found->second = {found->second.join(u',')};
    found->second.append(value);
}

struct OldNames
{
    QStringList tasks;
    bool hasModels = false;
    int objects = 0;
};

/// The parameters that a widget itself reads; false: it is a part of the query.
bool takeParameter(ClearmlWidget &widget, OldNames &old, const QString &key, const QString &value)
{
    if (key == "objects"_L1) {
        ++old.objects;
        if (!value.isEmpty())
            widget.objects << value;
    } else if (key == "tasks"_L1) {
        old.tasks << value;
    } else if (key == "models"_L1) {
        old.hasModels = true; // its values were never used as ids
    } else if (key == "objectType"_L1) {
        widget.isModel = value == "model"_L1;
    } else if (key == "metrics"_L1) {
        widget.metrics << value;
    } else if (key == "variants"_L1) {
        widget.variants << value;
    } else if (key == "series"_L1) {
        widget.series << value;
    } else if (key == "xaxis"_L1) {
        widget.xAxis = value;
    } else if (key == "value_type"_L1) {
        widget.valueType = value;
    } else if (key == "company"_L1) {
        widget.company = value;
    } else if (key == "light"_L1) {
        if (!value.isEmpty())
            widget.isLight = value != "false"_L1;
    } else if (key.startsWith(ownPrefix)) {
        widget.options[key.mid(ownPrefix.size())] = value;
    } else {
        return key == "type"_L1 || key == "iterations"_L1 || key.isEmpty();
    }
    return true;
}

/// Where the installation is: what stands in front of "/widgets".
std::optional<QUrl> widgetWeb(const QUrl &url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    const bool isWeb =
        url.scheme().isEmpty() || url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!path.endsWith("/widgets"_L1) || !isWeb || !url.userInfo().isEmpty())
        return std::nullopt;
    if (url.host().isEmpty())
        return QUrl();
    QUrl web = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    web.setPath(path.chopped("/widgets"_L1.size()));
    return web;
}

/// As the server reads a value in a query (clearml.md 1.3).
QJsonValue typedValue(const QString &text)
{
    bool isNumber = false;
    const qlonglong whole = text.toLongLong(&isNumber);
    if (isNumber && text.front().isDigit())
        return whole;
    if (text.toLower() == "true"_L1)
        return true;
    if (text.toLower() == "false"_L1)
        return false;
    return text;
}

void putAt(QJsonObject &object, const QString &path, const QJsonValue &value)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        object[path] = value;
        return;
    }
    QJsonObject inner = object[path.left(dot)].toObject();
    putAt(inner, path.mid(dot + 1), value);
    object[path.left(dot)] = inner;
}

bool narrows(const QString &key)
{
    constexpr std::array others = {
        "page"_L1,          "page_size"_L1,          "size"_L1, "order_by"_L1, "allow_public"_L1,
        "search_hidden"_L1, "include_subprojects"_L1};
    return std::ranges::find(others, QLatin1StringView(key.toLatin1())) == others.end();
}

QJsonArray metricList(const ClearmlWidget &widget)
{
    QJsonArray list;
    for (const QString &metric : widget.metrics) {
        list.append(QJsonObject{{u"metric"_s, metric},
                                {u"variants"_s, QJsonArray::fromStringList(widget.variants)}});
    }
    return list;
}

/// The part that says which data (clearml.md 4.2).
void addDataWish(QJsonObject &body, const ClearmlWidget &widget, int samples)
{
    QStringList fields = {u"name"_s, u"project"_s, u"status"_s, u"last_update"_s};
    const QJsonArray metrics = metricList(widget);
    switch (widget.type) {
    case ClearmlWidget::Type::Plot:
        body["plots"_L1] = QJsonObject{{u"iters"_s, 1}, {u"metrics"_s, metrics}};
        break;
    case ClearmlWidget::Type::Scalar:
        body["scalar_metrics_iter_histogram"_L1] =
            QJsonObject{{u"metrics"_s, metrics}, {u"key"_s, widget.xAxis}, {u"samples"_s, samples}};
        break;
    case ClearmlWidget::Type::Sample:
        body["debug_images"_L1] = QJsonObject{{u"iters"_s, 1}, {u"metrics"_s, metrics}};
        break;
    case ClearmlWidget::Type::Single:
        body["single_value_metrics"_L1] = QJsonObject();
        break;
    case ClearmlWidget::Type::ParallelCoordinates:
        fields << u"last_metrics"_s << u"last_iteration"_s;
        for (const QString &variant : widget.variants)
            fields << u"hyperparams."_s + variant;
        break;
    }
    const bool hasEvents = widget.type != ClearmlWidget::Type::Sample &&
                           widget.type != ClearmlWidget::Type::ParallelCoordinates;
    if (hasEvents)
        body["model_events"_L1] = widget.isModel;
    body["only_fields"_L1] = QJsonArray::fromStringList(fields);
}

} // namespace

bool isClearmlListKey(const QString &key)
{
    constexpr std::array keys = {
        "id"_L1,     "user"_L1,    "tags"_L1,     "system_tags"_L1,    "type"_L1,
        "status"_L1, "project"_L1, "order_by"_L1, "status_changed"_L1, "last_update"_L1};
    return std::ranges::find(keys, QLatin1StringView(key.toLatin1())) != keys.end();
}

QString clearmlTypeName(ClearmlWidget::Type type)
{
    return std::ranges::find(widgetTypes, type, &NamedType::type)->name;
}

Result<ClearmlWidget> readClearmlWidget(const QString &source)
{
    // Not to be decoded twice: the query is read from the text.
    const QString text = source.trimmed().replace("&amp;"_L1, "&"_L1);
    const std::optional<QUrl> web = widgetWeb(QUrl(text.section(u'?', 0, 0), QUrl::TolerantMode));
    if (!web)
        return noWidget(source);
    ClearmlWidget widget;
    widget.web = *web;
    OldNames old;
    QHash<QString, int> counts;
    std::optional<ClearmlWidget::Type> type;
    const QString query = text.section(u'?', 1).section(u'#', 0, 0);
    for (const auto &[key, value] : widgetParameters(query)) {
        if (key == "type"_L1)
            type = widgetType(value);
        if (key.count(u'.') > deepestQuery)
            return noWidget(source);
        if (!takeParameter(widget, old, key, value))
            addToQuery(widget, counts, key, value);
    }
    if (!type)
        return noWidget(source);
    widget.type = *type;
    widget.isModel = widget.isModel || old.hasModels;
    if (widget.objects.isEmpty())
        widget.objects = old.tasks;
    widget.isCompared = std::max(old.objects, int(widget.objects.size())) > 1;
    return widget;
}

Result<QJsonObject> clearmlRunsBody(const ClearmlWidget &widget)
{
    QJsonObject body = {{u"id"_s, QJsonArray::fromStringList(widget.objects)}};
    bool isNarrowed = !widget.objects.isEmpty();
    for (const auto &[key, values] : widget.query) {
        isNarrowed = isNarrowed || narrows(key);
        const bool isList = values.size() > 1 || isClearmlListKey(key);
        putAt(body, key,
              isList ? QJsonValue(QJsonArray::fromStringList(values))
                     : typedValue(values.value(0)));
    }
    if (!isNarrowed) {
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate(
                         "plotleaf::ClearmlWidget",
                         "This frame names no task and no filter: it would ask for every task on "
                         "the server."),
                     {}};
    }
    if (widget.isModel)
        body["model_events"_L1] = true;
    return body;
}

Result<QJsonObject> clearmlTaskDataBody(const ClearmlWidget &widget, int samples)
{
    Result<QJsonObject> body = clearmlRunsBody(widget);
    if (body)
        addDataWish(*body, widget, samples);
    return body;
}

} // namespace plotleaf
