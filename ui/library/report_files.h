#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

namespace plotleaf {

/// A new report from the Markdown file at `path`. Its name is that of the front matter, else the
/// first heading, else the file's name. Errors: those of readMarkdownFile().
Result<NewReport> importedReport(const QString &path);

/// Writes `text` byte for byte, in one step. Errors: Io.
Result<void> writeMarkdownFile(const QString &path, const QString &text);

/// `name` without what file systems refuse; never empty.
QString fileNameFor(const QString &name, const QString &extension);

} // namespace plotleaf
