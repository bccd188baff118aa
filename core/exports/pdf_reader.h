#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <exception>

class QPDF;

namespace plotleaf {

/// Reads `bytes`, which must stay alive as long as `document`. Throws what qpdf throws, and
/// std::runtime_error when there are no pages.
void readPdf(QPDF &document, const QByteArray &bytes);

/// What people are told about an exception of qpdf.
Error unreadablePdf(const std::exception &exception);

} // namespace plotleaf
