#include "ui/library/report_name.h"

#include "core/report/report_names.h"

#include <QCoreApplication>

namespace plotleaf {

QString reportNameProblem(const QString &name)
{
    if (name.simplified().isEmpty())
        return QCoreApplication::translate("plotleaf::reportName",
                                           "Please give the report a name.");
    const Result<QString> checked = checkedReportName(name);
    return checked ? QString() : checked.error().message;
}

} // namespace plotleaf
