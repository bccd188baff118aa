#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVector>

#include <optional>
#include <utility>

namespace plotleaf {

/// What a ClearML iframe shows: its address, taken apart (clearml.md 4.1 and 5.1).
struct ClearmlWidget
{
    enum class Type { Plot, Scalar, Single, Sample, ParallelCoordinates };

    Type type = Type::Scalar;
    bool isModel = false;
    QUrl web;            ///< of the installation; empty in addresses of old that have no host
    QStringList objects; ///< ids of tasks or models
    /// Several objects are compared, even if all but one are empty (the compare page writes that).
    bool isCompared = false;
    QStringList metrics;
    QStringList variants; ///< of every metric
    QStringList series;
    QString xAxis = QStringLiteral("iter"); ///< iter, timestamp, iso_time
    QString valueType = QStringLiteral("value");
    QString company; ///< the tenant that is asked; empty: one's own
    std::optional<bool> isLight;
    /// The dynamic query: every other parameter, lists already split. Several values: a list.
    QVector<std::pair<QString, QStringList>> query;
    /// plotleaf.*: what ClearML cannot say, without the prefix.
    QHash<QString, QString> options;

    bool isDynamic() const { return objects.isEmpty(); }
};

/// As `type=` of the address has it.
QString clearmlTypeName(ClearmlWidget::Type type);

/// What the server takes as a list in a query even if one value is given (clearml.md 1.8).
bool isClearmlListKey(const QString &key);

/// `source`: the iframe's src, absolute, or as old reports have it ("/widgets?type=…&tasks=…").
/// Errors: InvalidInput (not the address of a widget, or of a type that nobody knows).
Result<ClearmlWidget> readClearmlWidget(const QString &source);

/// The body of `reports.get_task_data` that finds the objects of a widget, without any of their
/// data. Errors: as clearmlTaskDataBody().
Result<QJsonObject> clearmlRunsBody(const ClearmlWidget &widget);

/// The body of `reports.get_task_data` for a widget, with only the fields that it needs.
/// `samples`: how many points a series may have at most (1 to 6000). Errors: InvalidInput (a query
/// without any filter, which would be every task there is).
Result<QJsonObject> clearmlTaskDataBody(const ClearmlWidget &widget, int samples);

} // namespace plotleaf
