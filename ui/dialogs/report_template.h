#pragma once

#include <QString>
#include <QVector>

namespace plotleaf {

/// A text to begin a report with.
struct ReportTemplate
{
    QString name;
    QString text;
};

/// The blank one first, then the Markdown files of `folders` (by file name; the first heading is
/// the template's name). Files that cannot be read are passed over.
QVector<ReportTemplate> reportTemplates(const QStringList &folders);

/// Where templates are: with the program and in the user's data folder.
QStringList templateFolders();

} // namespace plotleaf
