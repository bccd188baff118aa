#pragma once

#include "fakes/clearml/clearml_query.h"

#include <QHash>

namespace plotleaf::test {

/// How far each scroll has been read.
using ClearmlScrolls = QHash<QString, qsizetype>;

/// A call that passed authorisation, query arguments merged into its body.
struct CallContext
{
    ClearmlWorld &world;
    ClearmlScrolls &scrolls;
    QString user;
    QJsonObject body;
};

using CallAction = CallResult (*)(CallContext &call);

QHash<QString, CallAction> reportActions();
QHash<QString, CallAction> projectActions();
QHash<QString, CallAction> dataActions();
QHash<QString, CallAction> allCallActions();

/// {key: rows, scroll_id?}: filter, order, paging or scrolling, and the fields asked for.
CallResult listAnswer(CallContext &call,
                      const QVector<QJsonObject> &rows,
                      const QString &key,
                      const QString &entity);

} // namespace plotleaf::test
