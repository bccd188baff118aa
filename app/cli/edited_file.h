#pragma once

#include "core/base/result.h"

#include <QString>

class QIODevice;

namespace plotleaf {

/// A report's text as a temporary file in the person's editor. The file is only ever deleted by
/// remove(): whatever happens in between, what was written is in it.
class EditedFile
{
public:
    /// A new file, readable by this person only, called after the report. Errors: Io.
    static Result<EditedFile> write(const QString &name, const QString &text);

    /// Runs `$VISUAL`, `$EDITOR` or the system's usual editor on it and waits for its end. Errors:
    /// Io (it cannot be started, or ended with a failure).
    Result<void> edit() const;
    /// Errors: those of readUnicode(), NotFound (the editor has taken it away).
    Result<QString> read() const;
    void remove() const;

    /// `error`, and where the text is.
    Error withPath(Error error) const;

private:
    explicit EditedFile(QString path) : m_path(std::move(path)) {}

    QString m_path;
};

/// All of an open file, unchanged. Errors: InvalidInput (not UTF-8), LimitExceeded. `name` is for
/// their messages.
Result<QString> readUnicode(QIODevice &device, const QString &name);

} // namespace plotleaf
