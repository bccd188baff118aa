#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

namespace plotleaf {

/// A new report with the text of the Markdown file at `path`. Its name is that of the front matter,
/// else the first heading, else the file's name; a front matter is taken out of the text. Errors:
/// NotFound, Io, LimitExceeded, Damaged (not UTF-8 text).
Result<NewReport> readMarkdownFile(const QString &path);

/// Writes `text` byte for byte, in one step. Errors: Io.
Result<void> writeMarkdownFile(const QString &path, const QString &text);

/// `name` without what file systems refuse; never empty.
QString fileNameFor(const QString &name, const QString &extension);

} // namespace plotleaf
