#pragma once

#include "core/base/result.h"
#include "core/markdown/markdown_document.h"

namespace plotleaf {

/// Renders one text and waits for it. Errors: Io (the helper program cannot be started).
Result<MarkdownDocumentPtr> renderText(const QString &text);

} // namespace plotleaf
