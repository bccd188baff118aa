#pragma once

#include "core/services/clearml/widgets/clearml_widget.h"

namespace plotleaf {

/// Which runs a panel shows, as the keys of its `runs` say it.
struct ClearmlRunQuery
{
    QStringList projects; ///< paths, with what is below them
    QString filter;
    QString order;
    int limit = 0; ///< 0: not written
    QStringList ids;

    friend bool operator==(const ClearmlRunQuery &, const ClearmlRunQuery &) = default;
};

/// What the server's queries name by ids and hashes.
struct ClearmlQueryNames
{
    QHash<QString, QString> projects; ///< path by id
    QHash<QString, QString> users;    ///< name by id
    QStringList metrics;              ///< "metric/variant"
};

using ClearmlQuery = QVector<std::pair<QString, QStringList>>; ///< as ClearmlWidget::query

/// What a widget's dynamic query (clearml.md 1.8 and 4.3), in either spelling of its lists, asks
/// for. Errors: InvalidInput, naming what a panel's `runs` cannot say: nothing is left out. Any
/// thread.
Result<ClearmlRunQuery> runsOfClearmlQuery(const ClearmlWidget &widget,
                                           const ClearmlQueryNames &names);

/// The dynamic query that asks for the same; lists with several values are written one by one.
/// Errors: InvalidInput, naming what the server cannot be asked. Any thread.
Result<ClearmlQuery> clearmlQueryOfRuns(const ClearmlRunQuery &runs,
                                        const ClearmlQueryNames &names);

} // namespace plotleaf
