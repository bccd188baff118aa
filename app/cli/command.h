#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/base/result.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

#include <memory>
#include <vector>

namespace plotleaf {

/// How plotleaf-cli ends. The reason of anything but Done stands on standard error, in words. The
/// numbers are promised to scripts (plotleaf-cli.1).
enum class ExitCode : int {
    Done = 0,
    Failed = 1,      ///< the command was understood and could not be done
    Usage = 2,       ///< the command line makes no sense
    NotFound = 3,    ///< what was named is not there: a report, a workspace, a file, a library
    Refused = 4,     ///< the state forbids it, or a person has to decide: a conflict, a refusal
    NoServer = 5,    ///< nobody answers, or the server cannot prove who it is
    NotSignedIn = 6, ///< the server does not accept the key, or nobody knows it
};

ExitCode exitCodeOf(const Error &error);

/// What a command works with.
struct CommandContext
{
    QTextStream &out;
    QTextStream &err;
    std::shared_ptr<const Clock> clock;
    IdSource &ids;
    QString libraryFolder;
};

/// One command of plotleaf-cli; one file each. `run` may block: it runs event loops of its own
/// where it waits.
class Command
{
public:
    virtual ~Command() = default;

    /// The words that call it: "render", "report list".
    virtual QString name() const = 0;
    /// One line for `--help`.
    virtual QString summary() const = 0;
    /// Adds its options and arguments.
    virtual void describe(QCommandLineParser &parser) const = 0;
    /// What its help says after the options; ends without a line end. Empty: nothing.
    virtual QString details() const { return {}; }
    virtual ExitCode run(const QCommandLineParser &parser, CommandContext &context) const = 0;

    /// Commands that draw pages need more than a QCoreApplication.
    virtual std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv) const;

protected:
    /// Says what went wrong and returns its exit code; Failed where there is only a message.
    static ExitCode fail(CommandContext &context, const Error &error);
    static ExitCode fail(CommandContext &context, const QString &message);
    /// Says what is wrong with the command line and returns Usage.
    static ExitCode misuse(CommandContext &context, const QString &message);
    static void printJson(CommandContext &context, const QJsonDocument &json);
};

using Commands = std::vector<std::unique_ptr<Command>>;

/// Every command of this build.
Commands makeCommands();

} // namespace plotleaf
