#pragma once

#include "core/report/remote_reports.h"
#include "core/services/clearml/clearml_client.h"

#include <QStringList>
#include <QUrl>

#include <memory>

namespace plotleaf {

/// The file name that ClearML's web app would make of this one (clearml.md 5.4).
QString clearmlFileName(const QString &name);

/// Those of `assets` (addresses) that the text does not mention, whichever of the two forms of an
/// address it uses.
QStringList unusedClearmlAssets(const QStringList &assets, const QString &text);

/// The pictures of reports on a ClearML server: on its files server below `reports/<id>/`, and
/// listed in `report_assets`, which is what the web app's image menu shows (clearml.md 5.4, 7).
/// Lives on the GUI thread; tasks keep what they need alive.
///
/// Errors, for all calls: those of ClearmlClient; NotAllowed on a published report.
class ClearmlAssets
{
public:
    explicit ClearmlAssets(std::shared_ptr<ClearmlClient> client) : m_client(std::move(client)) {}

    /// Addresses of the files that the report owns.
    QCoro::Task<Result<QStringList>> list(const RemoteId &report) const;

    /// Uploads a file and adds it to the report's list; the address to write into the text. Never
    /// overwrites: a name that is taken gets a number. The address has the form that the report's
    /// other pictures have, or else the one that shows in the web app whatever it is configured
    /// for: `<web>/files/reports/…`.
    QCoro::Task<Result<QUrl>>
    upload(const RemoteId &report, const QString &name, const QByteArray &bytes) const;

    /// Deletes the file and takes it off the list. A file that is gone already is no error.
    QCoro::Task<Result<void>> remove(const RemoteId &report, const QString &address) const;

private:
    std::shared_ptr<ClearmlClient> m_client;
};

} // namespace plotleaf
