#include "core/sync/round_lock.h"

#include <QCoreApplication>
#include <QDir>

namespace plotleaf {

namespace {

/// No workspace's id has the character that stands for the slash.
QString lockPath(const QString &folder, const QString &workspace)
{
    QString name = workspace;
    return QDir(folder).filePath(u"sync-" + name.replace(u'/', u'+') + u".lock");
}

} // namespace

RoundLock::RoundLock(const QString &folder, const QString &workspace)
    : m_file(lockPath(folder, workspace))
{
    // A first round may take many minutes. Whoever died is noticed by its process all the same.
    m_file.setStaleLockTime(0);
}

Result<bool> RoundLock::tryLock(std::chrono::milliseconds patience)
{
    if (m_file.tryLock(static_cast<int>(patience.count())))
        return true;
    if (m_file.error() == QLockFile::LockFailedError)
        return false;
    return Error{ErrorCode::Io,
                 QCoreApplication::translate("plotleaf::RoundLock",
                                             "The library's folder does not allow writing: %1")
                     .arg(m_file.fileName()),
                 {}};
}

} // namespace plotleaf
