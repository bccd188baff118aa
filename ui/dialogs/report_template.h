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

/// The blank one first, then the Markdown files of `folders`, by file name. A file in the folder
/// of `language` ("de/weekly-update.md") stands in for the one of the same name beside that folder.
/// A template is called as its front matter says (`title`), else as its file. Files that cannot be
/// read or hold nothing are passed over.
QVector<ReportTemplate> reportTemplates(const QStringList &folders, const QString &language);

/// Where templates are: with the program and in the user's data folder.
QStringList templateFolders();

} // namespace plotleaf
