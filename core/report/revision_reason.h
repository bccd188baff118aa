#pragma once

#include <QString>

namespace plotleaf {

/// Why a version of a text was kept (Revision::reason), in words for people.
QString revisionReason(const QString &reason);

} // namespace plotleaf
