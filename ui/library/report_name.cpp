#include "ui/library/report_name.h"

#include <QCoreApplication>

namespace plotleaf {

QString reportNameProblem(const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return QCoreApplication::translate("plotleaf::reportName",
                                           "Please give the report a name.");
    if (trimmed.size() < reportNameLeastLength)
        return QCoreApplication::translate("plotleaf::reportName",
                                           "A report's name has at least %1 characters.")
            .arg(reportNameLeastLength);
    return {};
}

} // namespace plotleaf
