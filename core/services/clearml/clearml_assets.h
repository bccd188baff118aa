#pragma once

#include "core/report/remote_assets.h"
#include "core/services/clearml/clearml_client.h"

#include <QStringList>

#include <memory>

namespace plotleaf {

/// The file name that ClearML's web app would make of this one (clearml.md 5.4).
QString clearmlFileName(const QString &name);

/// Those of `assets` (addresses) that the text does not mention, whichever of the two forms of an
/// address it uses.
QStringList unusedClearmlAssets(const QStringList &assets, const QString &text);

/// The pictures of reports on a ClearML server: on its files server below `reports/<id>/`, and
/// listed in `report_assets`, which is what the web app's image menu shows (clearml.md 5.4, 7).
class ClearmlAssets final : public RemoteAssets
{
public:
    explicit ClearmlAssets(std::shared_ptr<ClearmlClient> client) : m_client(std::move(client)) {}

    QCoro::Task<Result<QStringList>> list(const RemoteId &report) override;

    /// The address has the form that the report's other pictures have, or else the one that shows
    /// in the web app whatever it is configured for: `<web>/files/reports/…`.
    QCoro::Task<Result<QUrl>>
    upload(const RemoteId &report, const QString &name, const QByteArray &bytes) override;

    QCoro::Task<Result<bool>> removeUnused(const RemoteId &report, const QString &address) override;
    QCoro::Task<Result<qint64>> size(const QString &address) override;
    QCoro::Task<Result<QByteArray>> read(const QUrl &address, qint64 mostBytes) override;
    QStringList unused(const QStringList &addresses, const QString &text) const override
    {
        return unusedClearmlAssets(addresses, text);
    }

private:
    std::shared_ptr<ClearmlClient> m_client;
};

} // namespace plotleaf
