#include "core/base/durable_file.h"

#include "core/base/fault_injector.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QScopeGuard>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace plotleaf {

namespace {

Error durableFileError(const QString &path, const QString &reason)
{
    return {
        ErrorCode::Io,
        QCoreApplication::translate("plotleaf::DurableFile", "The file %1 could not be written: %2")
            .arg(path, reason),
        QStringLiteral("writeDurably %1: %2").arg(path, reason)};
}

bool durablePasses(FaultInjector *faults)
{
    return faults == nullptr || faults->passes();
}

QString injectedReason()
{
    return QStringLiteral("injected failure");
}

bool flushToDisk(int descriptor)
{
#ifdef Q_OS_WIN
    return _commit(descriptor) == 0;
#else
    return ::fsync(descriptor) == 0;
#endif
}

/// A rename is on disk only when the folder is. Windows has no such call; NTFS journals the rename
/// itself.
Result<void> flushFolder(const QString &path)
{
#ifndef Q_OS_WIN
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = descriptor >= 0 && flushToDisk(descriptor);
    const int reason = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!flushed)
        return durableFileError(path, QString::fromLocal8Bit(std::strerror(reason)));
#else
    Q_UNUSED(path)
#endif
    return {};
}

Result<void> replaceFile(const QString &from, const QString &to)
{
    std::error_code code;
    std::filesystem::rename(std::filesystem::path(from.toStdU16String()),
                            std::filesystem::path(to.toStdU16String()), code);
    if (code)
        return durableFileError(to, QString::fromLocal8Bit(code.message().c_str()));
    return {};
}

/// Where a path leads to at last; itself where it is no link. Of a circle of links it is one of
/// them.
QString linkedFile(const QString &path)
{
    constexpr int mostLinks = 40; // as the kernel
    QString file = path;
    for (int i = 0; i < mostLinks && QFileInfo(file).isSymbolicLink(); ++i) {
        // Qt resolves `..` as text: right only where no folder above is a link itself.
        const QFileInfo link(QDir(QFileInfo(file).absolutePath()).canonicalPath() + u'/' +
                             QFileInfo(file).fileName());
        file = link.symLinkTarget();
    }
    return file;
}

/// QTemporaryFile's files are private to the user; what stays is to be an ordinary file.
QString temporaryName(const QString &target)
{
    return target + u'.' + QString::number(QRandomGenerator::system()->generate64(), 36) +
           durableTemporarySuffix();
}

void takeAccess(QFile &file, const QString &target)
{
    const QFileInfo replaced(target);
    if (!replaced.exists())
        return;
#ifndef Q_OS_WIN
    // Whoever is not in that group may not give a file to it; our own is another one, which has
    // no business in it.
    if (::fchown(file.handle(), static_cast<uid_t>(-1), replaced.groupId()) != 0) {
        file.setPermissions(replaced.permissions() &
                            ~(QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup));
        return;
    }
#endif
    file.setPermissions(replaced.permissions());
}

} // namespace

QString durableTemporarySuffix()
{
    return QStringLiteral(".plotleaf-part");
}

Result<void> writeDurably(const QString &path, const QByteArray &bytes, FaultInjector *faults)
{
    const QString target = linkedFile(path);
    if (QFileInfo(target).isSymbolicLink())
        return durableFileError(path, QString::fromLocal8Bit(std::strerror(ELOOP)));
    QFile file(temporaryName(target));
    if (!durablePasses(faults) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return durableFileError(path, file.error() ? file.errorString() : injectedReason());
    auto removal = qScopeGuard([&file] { file.remove(); });
    // Before there is anything in it: what is private stays private.
    takeAccess(file, target);
    if (!durablePasses(faults) || file.write(bytes) != bytes.size() || !file.flush())
        return durableFileError(path, file.error() ? file.errorString() : injectedReason());
    if (!durablePasses(faults) || !flushToDisk(file.handle()))
        return durableFileError(path, QString::fromLocal8Bit(std::strerror(errno)));
    file.close();
    if (!durablePasses(faults))
        return durableFileError(path, injectedReason());
    if (const auto renamed = replaceFile(file.fileName(), target); !renamed)
        return renamed.error();
    removal.dismiss();
    if (!durablePasses(faults))
        return durableFileError(path, injectedReason());
    return flushFolder(target);
}

} // namespace plotleaf
