#pragma once

#include "core/base/result.h"
#include "core/report/report.h"

#include <optional>

namespace plotleaf {

/// The last way to keep a text when the database refuses it and the report is about to be closed: a
/// file `unsaved/REPORT.md` in the library's folder. Journal::recover() takes it from there, and
/// Journal::takeUnsavedFiles() when the library is opened.
class UnsavedFile
{
public:
    UnsavedFile(const QString &libraryFolder, const ReportId &report);

    /// Reports that have such a file.
    static QVector<ReportId> reports(const QString &libraryFolder);

    Result<void> write(const QString &text) const;
    /// UTF-8. Nothing when there is no such file, which is the rule.
    std::optional<QByteArray> read() const;
    /// When it was written; in milliseconds since the epoch, UTC.
    qint64 written() const;
    void remove() const;

private:
    QString m_path;
};

} // namespace plotleaf
