#pragma once

#include "core/markdown/markdown_document.h"
#include "core/markdown/markdown_options.h"

#include <QUrl>

namespace plotleaf {

// How a report's text looks in ClearML's web app (clearml.md 5.2, 5.3): GFM as marked 12 reads it,
// and nothing that Plotleaf adds. Pure functions; callable from any thread.

/// Whether the web app of the server at `web` shows a frame: only its own widgets, and not under
/// the address of old that has no slash before the question mark. Empty `web`: whatever server's.
bool isClearmlFrameShown(const QUrl &web, const QString &address);

/// What the web app reads of Markdown.
MarkdownOptions clearmlMarkdown();

/// The document as the web app shows it: `document` is of clearmlMarkdown(). Frames that it blanks
/// are blank, charts are code. It is called `version`.
MarkdownDocumentPtr
clearmlDocument(const MarkdownDocument &document, qint64 version, const QUrl &web);

} // namespace plotleaf
