#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

/// A file as a listing shows it.
struct RunFile
{
    QString name;
    qint64 size = 0;
    QDateTime modified; ///< UTC
};

/// What lies directly in a folder: what the formats look at to tell runs.
struct FolderListing
{
    QString id;             ///< path relative to the root, "." for the root itself
    QString path;           ///< absolute
    QVector<RunFile> files; ///< those that some format may want, in the order of their names
    QStringList folders;    ///< names, without hidden ones; links to folders are not among them

    /// The id of what lies in this folder under `name`.
    QString idOf(const QString &name) const
    {
        return id == QLatin1String(".") ? name : QString(id + u'/' + name);
    }
};

/// Where a run lies.
struct RunLocation
{
    QString id;             ///< unique below the root: the relative path of its folder or file
    QString path;           ///< of the folder, absolute
    QVector<RunFile> files; ///< of the folder, in the order in which they are to be read
    /// It is a file of several runs, which are its FileRun's parts; the place itself is none.
    bool holdsMany = false;
};

} // namespace plotleaf
