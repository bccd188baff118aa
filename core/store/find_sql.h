#pragma once

#include "core/report/report_query.h"
#include "core/store/database.h"

namespace plotleaf {

/// A piece of SQL with the values that are bound in it, in order.
struct Sql
{
    QString text;
    Database::Values values;

    void add(const QString &piece, const Database::Values &bound = {})
    {
        text += piece;
        values += bound;
    }
};

/// The statements that answer a ReportQuery.
class FindSql
{
public:
    explicit FindSql(const ReportQuery &query);

    /// One number: how many reports match.
    Sql count() const;
    /// Positions of the reports of the slice asked for, in order.
    Sql page() const;

private:
    Sql m_matching; ///< FROM and WHERE
    QString m_position = QStringLiteral("r.position");
    ReportOrder m_order;
    int m_offset;
    int m_limit;
};

} // namespace plotleaf
