#pragma once

#include "core/base/id.h"
#include "core/report/sync_status.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace plotleaf {

enum class ReportStatus { Draft, Published };

/// Everything of a report but its text: what a card shows.
struct ReportSummary
{
    ReportId id;
    QString workspace = QStringLiteral("local");
    QString project; ///< path such as "vision/resnet"; empty: the workspace itself
    QString name;
    QString description;
    QStringList tags; ///< sorted, unique
    QString author;
    ReportStatus status = ReportStatus::Draft;
    bool archived = false;
    QDateTime created; ///< UTC
    QDateTime updated; ///< UTC, of the last change to text or fields
    SyncStatus sync;
};

struct Report
{
    ReportSummary summary;
    QString text; ///< Markdown, byte for byte as written (UTF-8 in the store)
};

/// Where a new report goes.
struct ReportPlace
{
    QString project; ///< empty: in none
    QString workspace = QStringLiteral("local");
};

/// What the New Report dialog asks for.
struct NewReport
{
    QString project;
    QString name; ///< at least 3 characters
    QString description;
    QStringList tags;
    QString text;
    QString workspace = QStringLiteral("local");
};

/// A kept state of a report's text.
struct Revision
{
    RevisionId id;
    ReportId report;
    QDateTime saved; ///< UTC
    qint64 bytes = 0;
    QString reason; ///< "edit", "publish", "before restore", ...
};

/// A project card: counts include the reports of its sub-projects.
struct ProjectSummary
{
    QString path;
    int reports = 0;
    int published = 0;
    QDateTime updated;
    QStringList subprojects; ///< names (last path part) of the direct children
};

/// A file that belongs to a report; named in the text as `asset:NAME`, or by its address once the
/// report's server has it.
struct Asset
{
    QString name;   ///< unique in its report, e.g. "image-1.png"
    QString sha256; ///< hexadecimal; also the file's name in the assets folder
    QString mimeType;
    qint64 bytes = 0;
    int width = 0; ///< of images, in pixels; 0 when unknown
    int height = 0;
    QString address = {}; ///< on the report's server, as it stands in texts; empty: only here
};

} // namespace plotleaf
