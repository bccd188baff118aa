#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

namespace plotleaf {

/// A Markdown file on disk, with what its front matter says.
///
/// Front matter is a YAML mapping between two lines `---` at the very top (`...` ends it too). Read
/// are `title` or `name`, `author` (a text or a list), `description`, `project`, `tags` or
/// `keywords`, `date`, `lang` or `language`; everything else is passed over. What is not a mapping
/// is text: a report may begin with a rule.
struct MarkdownFile
{
    Report report;    ///< without an id. Name: empty when the front matter has none; updated: its
                      ///< date, or the file's
    QString language; ///< BCP 47; empty when not said
    QString folder;   ///< the file's own, absolute: what relative names in the text are relative to
};

/// The largest file that is read, in bytes.
constexpr qint64 largestMarkdownFile = 64LL * 1024 * 1024;

/// UTF-8, or UTF-16 or UTF-32 that begin with a byte order mark. Front matter is replaced by as
/// many empty lines, so that line numbers stay those of the file.
/// Errors: NotFound, Io, LimitExceeded, InvalidInput (no Unicode).
Result<MarkdownFile> readMarkdownFile(const QString &path);

/// The path of the file called `name` below `folder`; empty when there is none or it lies
/// elsewhere, by `..` or by a symbolic link.
QString fileBelow(const QString &folder, const QString &name);

} // namespace plotleaf
