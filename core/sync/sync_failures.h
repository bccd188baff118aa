#pragma once

#include "core/base/result.h"

namespace plotleaf {

/// Whether the server has judged this very report.
inline bool concernsTheReport(const Error &error)
{
    return error.code == ErrorCode::NotAllowed || error.code == ErrorCode::InvalidInput ||
           error.code == ErrorCode::LimitExceeded || error.code == ErrorCode::AlreadyExists;
}

/// Whether a request may have failed because of the text in it or in its answer: a server, or a
/// proxy before it, that breaks over one text or answers it with a page of its own.
inline bool mayConcernTheReport(const Error &error)
{
    return error.code == ErrorCode::Network || error.code == ErrorCode::Timeout ||
           error.code == ErrorCode::Damaged;
}

/// Ends a round that stop() was called on; nobody is told.
inline Error stoppedError()
{
    return {ErrorCode::Cancelled, {}, {}};
}

} // namespace plotleaf
