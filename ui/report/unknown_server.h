#pragma once

#include "core/markdown/markdown_document.h"

#include <QUrl>

#include <functional>

namespace plotleaf {

/// The web address of the first ClearML server whose frames the report has and that is not known
/// here; empty: there is none.
QUrl unknownServerOf(const MarkdownDocument &document,
                     const std::function<bool(const QUrl &web)> &isKnown);

} // namespace plotleaf
