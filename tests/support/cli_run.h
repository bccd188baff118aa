#include "support/test_paths.h"

#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace plotleaf::test {

/// How a run of plotleaf-cli ended.
struct CliOutcome
{
    int code = -1;
    QString out;
    QString err;
};

/// Runs the program that was built and waits for its end.
inline CliOutcome runCli(const QStringList &arguments)
{
    QProcess process;
    process.start(plotleaf::binDir() + QLatin1String("/plotleaf-cli"), arguments);
    if (!process.waitForFinished(120'000))
        qFatal("plotleaf-cli hangs");
    if (process.exitStatus() != QProcess::NormalExit)
        qFatal("plotleaf-cli crashed: %s", process.readAllStandardError().constData());
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace plotleaf::test
