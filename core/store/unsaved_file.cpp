#include "core/store/unsaved_file.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plotleaf {

UnsavedFile::UnsavedFile(const QString &libraryFolder, const ReportId &report)
    : m_path(libraryFolder + u"/unsaved/" + report.toString() + u".md")
{
}

QVector<ReportId> UnsavedFile::reports(const QString &libraryFolder)
{
    QVector<ReportId> reports;
    const QDir folder(libraryFolder + u"/unsaved");
    const QFileInfoList files = folder.entryInfoList({QStringLiteral("*.md")}, QDir::Files);
    for (const QFileInfo &file : files)
        reports.append(ReportId(file.completeBaseName()));
    return reports;
}

Result<void> UnsavedFile::write(const QString &text) const
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    return writeDurably(m_path, text.toUtf8());
}

std::optional<QByteArray> UnsavedFile::read() const
{
    QFile file(m_path);
    if (!file.exists() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

qint64 UnsavedFile::written() const
{
    return QFileInfo(m_path).lastModified().toMSecsSinceEpoch();
}

void UnsavedFile::remove() const
{
    QFile::remove(m_path);
}

} // namespace plotleaf
