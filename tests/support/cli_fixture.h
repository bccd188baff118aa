#pragma once

#include "support/test_paths.h"

#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace plotleaf::test {

/// How a run of plotleaf-cli ended.
struct CliOutcome
{
    int code = -1;
    QByteArray bytes; ///< standard output
    QString out;      ///< the same as text
    QString err;
};

/// A folder with files and a library, and plotleaf-cli as people and scripts call it.
class CliFixture
{
public:
    /// Runs the program that was built and waits for its end.
    static CliOutcome run(const QStringList &arguments)
    {
        QProcess process;
        process.start(binDir() + QStringLiteral("/plotleaf-cli"), arguments);
        if (!process.waitForFinished(120'000))
            qFatal("plotleaf-cli hangs");
        if (process.exitStatus() != QProcess::NormalExit)
            qFatal("plotleaf-cli crashed: %s", process.readAllStandardError().constData());
        const QByteArray out = process.readAllStandardOutput();
        return {process.exitCode(), out, QString::fromUtf8(out),
                QString::fromUtf8(process.readAllStandardError())};
    }

    /// The same, with this fixture's library.
    CliOutcome runInLibrary(const QStringList &arguments) const
    {
        return run(arguments + QStringList{QStringLiteral("--library"), libraryFolder()});
    }

    QString libraryFolder() const { return path(QStringLiteral("library")); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// The path of a new file with these bytes.
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace plotleaf::test
