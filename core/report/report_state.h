#pragma once

#include "core/report/report.h"

namespace plotleaf {

/// Everything that people change about a report but its text; what the card of a report says.
struct ReportFields
{
    QString name;
    QString description;
    QStringList tags; ///< sorted, unique
    QString project;
    bool archived = false;
    ReportStatus status = ReportStatus::Draft;

    bool operator==(const ReportFields &) const = default;
};

/// All of a report that is synchronised, as it was at one moment at one place. States are compared
/// and merged; they know nothing of who changed them or when.
struct ReportState
{
    ReportFields fields;
    QString text;

    bool operator==(const ReportState &) const = default;
};

} // namespace plotleaf
