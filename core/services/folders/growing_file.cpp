#include "core/services/folders/growing_file.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace plotleaf {

namespace {

constexpr qint64 comparedHead = 64 * 1024;
constexpr qint64 stretchSize = 1LL << 20;

struct GrowingFileText
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::GrowingFile)
};

Error unreadable(const QFile &file)
{
    if (!file.exists())
        return {ErrorCode::NotFound,
                GrowingFileText::tr("The file “%1” is not there any more.").arg(file.fileName()),
                {}};
    return {ErrorCode::Io,
            GrowingFileText::tr("The file “%1” cannot be read: %2")
                .arg(file.fileName(), file.errorString()),
            {}};
}

} // namespace

Result<void> GrowingFile::readNew(const Visitor &visit, const std::atomic_bool &cancelled)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(file);
    const QByteArray head = file.read(comparedHead);
    if (file.size() < m_offset || !head.startsWith(m_head))
        return Error{
            ErrorCode::Damaged,
            GrowingFileText::tr("The file “%1” was replaced while it was being read.").arg(m_path),
            {}};
    m_head = head;
    if (!file.seek(m_offset))
        return unreadable(file);
    while (!cancelled) {
        const QByteArray stretch = file.read(stretchSize);
        if (stretch.isEmpty())
            return file.error() == QFileDevice::NoError ? Result<void>() : unreadable(file);
        m_offset += stretch.size();
        visit(stretch);
    }
    return {};
}

QByteArray beginningOf(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    return file.read(limit);
}

Result<QByteArray> wholeFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    QByteArray bytes = file.read(limit + 1);
    if (bytes.size() > limit)
        return Error{ErrorCode::LimitExceeded,
                     GrowingFileText::tr("The file “%1” is too long to be read.").arg(path),
                     {}};
    if (file.error() != QFileDevice::NoError)
        return unreadable(file);
    return bytes;
}

} // namespace plotleaf
