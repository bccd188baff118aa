#include "core/sync/missing_text.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace plotleaf {

QCoro::Task<Result<void>> readMissingText(LibrarySync library,
                                          std::shared_ptr<RemoteReports> remote,
                                          QString workspace,
                                          ReportId report)
{
    auto asking = library.missingText(report);
    const Result<std::optional<RemoteId>> missing = co_await asking;
    if (!missing)
        co_return missing.error();
    if (!*missing)
        co_return Result<void>();
    auto reading = remote->read({**missing});
    const Result<QVector<RemoteReport>> reports = co_await reading;
    if (!reports)
        co_return reports.error();
    if (reports->isEmpty())
        co_return Error{
            ErrorCode::NotFound,
            QCoreApplication::translate("plotleaf::MissingText",
                                        "The server does not have this report any more."),
            report.toString()};
    auto taking = library.takeMissingText(workspace, reports->first());
    const Result<SyncTaken> taken = co_await taking;
    if (!taken)
        co_return taken.error();
    co_return Result<void>();
}

} // namespace plotleaf
