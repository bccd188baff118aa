#pragma once

#include "core/exports/markdown_import.h"

#include <QStringList>

namespace plotleaf {

/// Makes reports of Markdown files, one after the other, so that a folder full of them neither
/// fills the memory nor starts a hundred reads at once. Announces its end once. GUI thread.
class ImportBatch : public QObject
{
    Q_OBJECT

public:
    /// `place`: its project is that of reports whose file names none.
    ImportBatch(Library &library, ReportPlace place, QObject *parent = nullptr);

    void start(const QStringList &paths);
    /// In the order of the files; without those that failed.
    const QVector<MarkdownImport::Imported> &imported() const { return m_imported; }

signals:
    /// A file could not be imported; the others are.
    void failed(const QString &message);
    void finished();

private:
    void next();
    void read(const Result<MarkdownBundle> &bundle);

    Library &m_library;
    ReportPlace m_place;
    QStringList m_waiting;
    QVector<MarkdownImport::Imported> m_imported;
};

} // namespace plotleaf
