#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace plotleaf::test {

/// Says what is wrong with a request to a ClearML server, by the schema of its API
/// (tests/data/clearml/schema). Knows the part of JSON Schema that those files use.
class RequestSchema
{
public:
    RequestSchema();

    /// One line for each mistake; none: the request is as the schema wants it. A key that the
    /// schema does not know is a mistake, except for those that clearml.md names as working.
    QStringList problems(const QString &endpoint, const QJsonObject &body) const;

private:
    struct Service
    {
        QJsonObject definitions;
        QJsonObject requests;
    };

    void check(const Service &service,
               QJsonObject schema,
               const QJsonValue &value,
               const QString &place,
               QStringList &problems) const;
    void checkObject(const Service &service,
                     const QJsonObject &schema,
                     const QJsonObject &value,
                     const QString &place,
                     QStringList &problems) const;

    QHash<QString, Service> m_services;
};

} // namespace plotleaf::test
