#pragma once

#include "core/store/library_sync.h"

#include <QCoroTask>

#include <memory>

namespace plotleaf {

/// Reads the text of a report whose card is all that has been read from its server
/// (SyncStatus::isTextMissing), and takes it into the library; asks nothing where the text is
/// there. May run beside a round. On the GUI thread.
///
/// Errors: NotFound when the server does not have the report any more; those of
/// RemoteReports::read().
QCoro::Task<Result<void>> readMissingText(LibrarySync library,
                                          std::shared_ptr<RemoteReports> remote,
                                          QString workspace,
                                          ReportId report);

} // namespace plotleaf
