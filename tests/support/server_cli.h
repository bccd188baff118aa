#pragma once

#include "fakes/clearml/fake_clearml.h"
#include "support/cli_fixture.h"
#include "support/wait.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QTimer>

namespace plotleaf::test {

/// plotleaf-cli with a library of its own beside a fake ClearML server, which answers in this
/// process while the program runs. The keys are in the environment; nothing of the person who runs
/// the test is (home, key store, CLEARML_*).
class ServerCli
{
public:
    ServerCli()
    {
        for (const QString &name : environment.keys()) {
            if (name.startsWith(QLatin1String("CLEARML_")))
                environment.remove(name);
        }
        environment.insert(QStringLiteral("HOME"), cli.path({}));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                           QStringLiteral("unix:path=/nowhere"));
        giveKeys(server.accessKey, server.secretKey);
    }

    void giveKeys(const QString &access, const QString &secret)
    {
        environment.insert(QStringLiteral("CLEARML_API_ACCESS_KEY"), access);
        environment.insert(QStringLiteral("CLEARML_API_SECRET_KEY"), secret);
    }
    void takeKeys()
    {
        environment.remove(QStringLiteral("CLEARML_API_ACCESS_KEY"));
        environment.remove(QStringLiteral("CLEARML_API_SECRET_KEY"));
    }

    /// Starts the program; end() waits for it.
    void start(QProcess &process, const QStringList &arguments, const QByteArray &input = {}) const
    {
        process.setProcessEnvironment(environment);
        process.start(binDir() + QStringLiteral("/plotleaf-cli"),
                      arguments + QStringList{QStringLiteral("--library"), cli.libraryFolder()});
        process.write(input);
        process.closeWriteChannel();
    }
    static CliOutcome end(QProcess &process)
    {
        QEventLoop loop;
        QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(hangMs, &loop, [] { qFatal("plotleaf-cli hangs"); });
        if (process.state() != QProcess::NotRunning)
            loop.exec();
        if (process.exitStatus() != QProcess::NormalExit)
            qFatal("plotleaf-cli crashed: %s", process.readAllStandardError().constData());
        const QByteArray out = process.readAllStandardOutput();
        return {process.exitCode(), out, QString::fromUtf8(out),
                QString::fromUtf8(process.readAllStandardError())};
    }
    CliOutcome run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        start(process, arguments, input);
        return end(process);
    }
    /// What must go well.
    QByteArray done(const QStringList &arguments, const QByteArray &input = {}) const
    {
        const CliOutcome outcome = run(arguments, input);
        if (outcome.code != 0)
            qFatal("%s: %d %s", qPrintable(arguments.join(u' ')), outcome.code,
                   qPrintable(outcome.err));
        return outcome.bytes;
    }
    QJsonObject object(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(done(arguments + QStringList{QStringLiteral("--json")}))
            .object();
    }
    QJsonArray array(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(done(arguments + QStringList{QStringLiteral("--json")}))
            .array();
    }

    /// The server as the workspace "prod".
    void addServer() const
    {
        done({QStringLiteral("workspace"), QStringLiteral("add"), server.http.url().toString(),
              QStringLiteral("--name"), QStringLiteral("prod")});
    }
    void sync() const { done({QStringLiteral("sync")}); }

    /// A report as the server has it now, by its name; empty when it has none.
    QJsonObject onServer(const QString &name) const
    {
        for (const QJsonObject &task : server.world.tasks) {
            if (task[QLatin1String("name")] == name)
                return task;
        }
        return {};
    }

    FakeClearml server;
    CliFixture cli;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

} // namespace plotleaf::test
