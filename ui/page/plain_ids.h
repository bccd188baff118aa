#pragma once

#include "core/markdown/markdown_document.h"

namespace plotleaf {

/// The same document with ids of letters, digits and "-._" only: headings with any other id
/// ("über") get a number, and the links to them follow. Chromium makes no named destination of an
/// id that an address has to escape.
MarkdownDocumentPtr withPlainIds(const MarkdownDocumentPtr &document);

} // namespace plotleaf
