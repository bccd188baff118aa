#pragma once

#include "core/report/remote_assets.h"
#include "core/report/report.h"

#include <QPointer>
#include <QVector>

#include <memory>
#include <optional>

namespace plotleaf {

class Library;

/// A picture that belongs to a report: a file of this library, a file on the report's server, or
/// both.
struct ReportImage
{
    QString name;
    QString address;   ///< as texts name it: "asset:NAME", or where the server has it
    qint64 bytes = -1; ///< -1: not known
    bool isUsed = false;
    bool isHere = false;
    bool isOnServer = false;
};

struct ReportImages
{
    QVector<ReportImage> images; ///< sorted by name
    bool isLocked = false;       ///< published: its files stay as they are
    /// Why those that are only on the server are not among them.
    std::optional<Error> serverProblem;
};

/// The pictures of a report, and whether its text, as it is saved, shows them. `assets`: the files
/// of its server; null: it has none that can be reached. On the GUI thread. Errors: those of
/// Library::report() and Library::assets(); Cancelled when the library is gone.
QCoro::Task<Result<ReportImages>>
listReportImages(QPointer<Library> library, ReportId report, std::shared_ptr<RemoteAssets> assets);

/// Deletes those pictures at `addresses` that neither the text here nor the server's of this moment
/// shows, here and on the server; how many they were. Errors: as above, and those of
/// RemoteAssets::removeUnused() and Library::removeAsset(); what was deleted before the first
/// failure is gone.
QCoro::Task<Result<int>> removeUnusedReportImages(QPointer<Library> library,
                                                  ReportId report,
                                                  std::shared_ptr<RemoteAssets> assets,
                                                  QStringList addresses);

} // namespace plotleaf
