#pragma once

#include "core/report/remote_reports.h"

#include <QByteArray>
#include <QUrl>

namespace plotleaf {

/// The files that belong to the reports of one server: pictures, mostly. They stand in texts by
/// their address. Lives on the GUI thread; whoever awaits a task holds the object by shared_ptr.
///
/// Errors, for all calls: those of RemoteReports; NotFound (no such report, or no such file).
class RemoteAssets
{
public:
    RemoteAssets() = default;
    RemoteAssets(const RemoteAssets &) = delete;
    RemoteAssets &operator=(const RemoteAssets &) = delete;
    virtual ~RemoteAssets() = default;

    /// Addresses of the files that the report owns, as they stand in texts.
    virtual QCoro::Task<Result<QStringList>> list(const RemoteId &report) = 0;

    /// Makes a file of the report and answers its address. Never overwrites: a name that is taken
    /// by other bytes gets a number. Repeated after an answer that was lost it finds the file that
    /// is there. Errors also: NotAllowed on a published report.
    virtual QCoro::Task<Result<QUrl>>
    upload(const RemoteId &report, const QString &name, const QByteArray &bytes) = 0;

    /// Deletes the file and takes it off the report's list, unless the text that the server has at
    /// this moment mentions it; whether it did. A file that is gone already is no error. Errors
    /// also: NotAllowed on a published report.
    virtual QCoro::Task<Result<bool>> removeUnused(const RemoteId &report,
                                                   const QString &address) = 0;

    /// In bytes; -1 where the server does not say.
    virtual QCoro::Task<Result<qint64>> size(const QString &address) = 0;

    /// What is in the file. The address comes from a text that anybody may have written: whatever
    /// it says, nothing but a file is asked for. Errors also: InvalidInput (not the address of a
    /// file of this server); LimitExceeded (more than `mostBytes`).
    virtual QCoro::Task<Result<QByteArray>> read(const QUrl &address, qint64 mostBytes) = 0;

    /// Those of `addresses` that the text does not mention in any form.
    virtual QStringList unused(const QStringList &addresses, const QString &text) const = 0;
};

} // namespace plotleaf
