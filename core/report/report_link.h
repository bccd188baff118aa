#pragma once

#include "core/base/id.h"

#include <QString>

#include <optional>

namespace plotleaf {

/// The address under which a report of this person's library is known to the system, and in other
/// reports: `plotleaf-report:ID`. (`plotleaf:` is what the page's own files are called by.)
QString reportLink(const ReportId &id);

/// The report that an address names; nothing when it is no such address.
std::optional<ReportId> reportOfLink(const QString &address);

} // namespace plotleaf
