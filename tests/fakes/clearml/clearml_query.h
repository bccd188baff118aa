#pragma once

#include "fakes/clearml/clearml_world.h"

#include <QJsonObject>
#include <QString>
#include <QVector>

#include <variant>

namespace plotleaf::test {

/// What a call that fails answers.
struct CallError
{
    int code = 400;
    int subcode = 0;
    QString message;
};

using CallResult = std::variant<QJsonObject, CallError>;
using QueryResult = std::variant<QVector<QJsonObject>, CallError>;

/// The filters, order and paging of `get_all_ex` (clearml.md 1.8). `rows`: all documents there are,
/// projects as ids. Scrolling is the caller's.
QueryResult
queryRows(const QVector<QJsonObject> &rows, const QJsonObject &body, const QString &entity);

/// Only the fields that the body's `only_fields` names, with references joined (clearml.md 1.8).
QJsonObject
projectedRow(const ClearmlWorld &world, const QJsonObject &row, const QJsonObject &body);

/// The value at a path with dots; undefined where there is none.
QJsonValue valueAt(const QJsonObject &row, const QString &path);

QStringList stringsOf(const QJsonValue &value);

} // namespace plotleaf::test
