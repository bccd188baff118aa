#include "fakes/clearml/request_schema.h"

#include "support/test_paths.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

/// Works although the schema does not say so (clearml.md 2.2, 4.1, 4.2).
const QHash<QString, QStringList> &undocumentedKeys()
{
    static const QHash<QString, QStringList> keys = {
        {u"reports.get_all_ex"_s,
         {u"comment"_s, u"report"_s, u"last_update"_s, u"last_change"_s, u"created"_s}},
        {u"projects.get_all_ex"_s, {u"parent"_s}},
        {u"reports.publish"_s, {u"message"_s}},
        {u"reports.archive"_s, {u"message"_s}},
        {u"reports.unarchive"_s, {u"message"_s}},
        {u"reports.get_task_data"_s,
         {u"xaxis"_s, u"series"_s, u"page"_s, u"page_size"_s, u"filters"_s, u"last_update"_s,
          u"hyperparams"_s}},
    };
    return keys;
}

bool hasType(const QString &type, const QJsonValue &value)
{
    if (type == "string"_L1)
        return value.isString();
    if (type == "integer"_L1)
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "object"_L1)
        return value.isObject();
    return type == "null"_L1 && value.isNull();
}

bool hasOneType(const QJsonValue &type, const QJsonValue &value)
{
    if (type.isString())
        return hasType(type.toString(), value);
    const QJsonArray types = type.toArray();
    return std::any_of(types.begin(), types.end(),
                       [&value](const QJsonValue &one) { return hasType(one.toString(), value); });
}

} // namespace

RequestSchema::RequestSchema()
{
    const QDir folder(testData() + u"/clearml/schema"_s);
    for (const QFileInfo &info : folder.entryInfoList({u"*.json"_s})) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(info.filePath()));
        const QJsonObject service = QJsonDocument::fromJson(file.readAll()).object();
        m_services[info.baseName()] = {service["definitions"_L1].toObject(),
                                       service["requests"_L1].toObject()};
    }
    if (m_services.isEmpty())
        qFatal("no schemas");
}

QStringList RequestSchema::problems(const QString &endpoint, const QJsonObject &body) const
{
    const QString name = endpoint.section(u'.', 1);
    const Service service = m_services.value(endpoint.section(u'.', 0, 0));
    if (!service.requests.contains(name))
        return {u"%1: no such request in the schema"_s.arg(endpoint)};
    QJsonObject schema = service.requests[name].toObject();
    QJsonObject properties = schema["properties"_L1].toObject();
    for (const QString &key : undocumentedKeys().value(endpoint)) {
        if (!properties.contains(key))
            properties[key] = QJsonObject();
    }
    schema["properties"_L1] = properties;
    if (!schema.contains("additionalProperties"_L1))
        schema["additionalProperties"_L1] = false;
    QStringList result;
    check(service, schema, body, endpoint, result);
    return result;
}

void RequestSchema::check(const Service &service,
                          QJsonObject schema,
                          const QJsonValue &value,
                          const QString &place,
                          QStringList &problems) const
{
    if (schema.contains("$ref"_L1)) {
        const QString name = schema["$ref"_L1].toString().section(u'/', -1);
        schema = service.definitions[name].toObject();
    }
    if (schema.contains("type"_L1) && !hasOneType(schema["type"_L1], value)) {
        problems << u"%1: not of type %2"_s.arg(place, schema["type"_L1].toString());
        return;
    }
    if (schema.contains("enum"_L1) && !schema["enum"_L1].toArray().contains(value))
        problems << u"%1: none of the values that there are"_s.arg(place);
    if (schema.contains("minimum"_L1) && value.toDouble() < schema["minimum"_L1].toDouble())
        problems << u"%1: too small"_s.arg(place);
    if (schema.contains("pattern"_L1) &&
        !QRegularExpression(schema["pattern"_L1].toString()).match(value.toString()).hasMatch())
        problems << u"%1: not of the form wanted"_s.arg(place);
    if (value.isObject())
        checkObject(service, schema, value.toObject(), place, problems);
    if (value.isArray() && schema["items"_L1].isObject()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue item : items)
            check(service, schema["items"_L1].toObject(), item, place + u"[]"_s, problems);
    }
}

void RequestSchema::checkObject(const Service &service,
                                const QJsonObject &schema,
                                const QJsonObject &value,
                                const QString &place,
                                QStringList &problems) const
{
    const QJsonObject properties = schema["properties"_L1].toObject();
    const QJsonArray required = schema["required"_L1].toArray();
    for (const QJsonValue name : required) {
        if (!value.contains(name.toString()))
            problems << u"%1: %2 is missing"_s.arg(place, name.toString());
    }
    for (auto it = value.begin(); it != value.end(); ++it) {
        const QString inner = place + u'/' + it.key();
        // To the server null is the same as absent, where absent is allowed.
        if (it->isNull() && !required.contains(it.key()))
            continue;
        if (properties.contains(it.key()))
            check(service, properties[it.key()].toObject(), *it, inner, problems);
        else if (schema["additionalProperties"_L1].isObject())
            check(service, schema["additionalProperties"_L1].toObject(), *it, inner, problems);
        else if (schema["additionalProperties"_L1] == QJsonValue(false))
            problems << u"%1: no such key"_s.arg(inner);
    }
}

} // namespace plotleaf::test
