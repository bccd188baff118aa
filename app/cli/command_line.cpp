#include "app/cli/command_line.h"

#include "core/base/program.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::CommandLine)
};

/// The lines of those whose name begins with `words`.
QString linesOf(const Commands &commands, const QString &words)
{
    qsizetype width = 0;
    for (const auto &command : commands)
        width = std::max(width, command->name().size());
    QString text;
    for (const auto &command : commands) {
        if (command->name().startsWith(words))
            text += u"  "_s + command->name().leftJustified(width + 2) + command->summary() + u'\n';
    }
    return text;
}

QString usageOf(const QString &command)
{
    return CommandLine::tr("Usage: plotleaf-cli %1 [OPTION]... [ARGUMENT]...").arg(command) +
           u"\n\n"_s + CommandLine::tr("Commands:") + u'\n';
}

QString overview(const Commands &commands)
{
    return usageOf(u"COMMAND"_s) + linesOf(commands, {}) + u'\n' +
           CommandLine::tr("“plotleaf-cli help COMMAND” tells a command's options.") + u'\n' +
           CommandLine::tr("Exit status: 0 done, 1 failed, 2 command line not understood, 3 not "
                           "found, 4 refused or in\nconflict, 5 no server, 6 not signed in.") +
           u'\n';
}

bool isHelp(const QString &argument)
{
    return argument == "--help"_L1 || argument == "-h"_L1 || argument == "help"_L1;
}

/// "report" alone: half of several commands.
std::optional<ExitCode>
answerGroup(const Commands &commands, const QStringList &arguments, CommandContext &context)
{
    const QString group = arguments.value(0);
    const QString lines = linesOf(commands, group + u' ');
    if (lines.isEmpty() || (arguments.size() > 1 && !isHelp(arguments[1])))
        return std::nullopt;
    const bool isAsked = arguments.size() > 1;
    (isAsked ? context.out : context.err) << usageOf(group + u" COMMAND"_s) << lines;
    return isAsked ? ExitCode::Done : ExitCode::Usage;
}

ExitCode answerWithoutCommand(const Commands &commands,
                              const QStringList &arguments,
                              CommandContext &context)
{
    const QString first = arguments.value(0);
    if (isHelp(first)) {
        context.out << overview(commands);
        return ExitCode::Done;
    }
    if (first == "--version"_L1 || first == "-v"_L1) {
        context.out << u"plotleaf-cli "_s << QCoreApplication::applicationVersion() << Qt::endl;
        return ExitCode::Done;
    }
    if (first.isEmpty()) {
        context.err << overview(commands);
        return ExitCode::Usage;
    }
    if (const auto answered = answerGroup(commands, arguments, context))
        return *answered;
    const bool isHalfKnown = !linesOf(commands, first + u' ').isEmpty();
    context.err << CommandLine::tr("plotleaf-cli: there is no command “%1”. "
                                   "“plotleaf-cli --help” lists them.")
                       .arg(isHalfKnown ? first + u' ' + arguments.value(1) : first)
                << Qt::endl;
    return ExitCode::Usage;
}

/// Qt's text, whose first line knows nothing of commands.
QString helpOf(const Command &command, const QCommandLineParser &parser)
{
    const QString text = parser.helpText();
    const QString first = text.section(u'\n', 0, 0);
    // Through a variable: lupdate would take a literal for a text of ours.
    constexpr auto qtsOptions = "[options]";
    const QString arguments = first.section(QCommandLineParser::tr(qtsOptions), 1).trimmed();
    const QString details = command.details();
    return CommandLine::tr("Usage: plotleaf-cli %1 [OPTION]... %2").arg(command.name(), arguments) +
           text.mid(first.size()) + (details.isEmpty() ? QString() : u'\n' + details + u'\n');
}

ExitCode runCommand(const Command &command, const QStringList &arguments, CommandContext &context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary());
    const qsizetype words = command.name().split(u' ').size();
    const QCommandLineOption help({u"h"_s, u"help"_s}, CommandLine::tr("Print this help."));
    parser.addOption(help);
    const QCommandLineOption library(u"library"_s,
                                     CommandLine::tr("Use the library in this folder."),
                                     CommandLine::tr("FOLDER"));
    parser.addOption(library);
    command.describe(parser);
    // The command's own words are not among the arguments that it sees.
    if (!parser.parse(QStringList{u"plotleaf-cli"_s} + arguments.mid(words))) {
        context.err << u"plotleaf-cli: "_s << parser.errorText() << Qt::endl;
        return ExitCode::Usage;
    }
    if (parser.isSet(help)) {
        context.out << helpOf(command, parser);
        return ExitCode::Done;
    }
    context.libraryFolder = parser.isSet(library) ? parser.value(library) : defaultLibraryFolder();
    return command.run(parser, context);
}

} // namespace

QStringList withoutHelpWord(const QStringList &arguments)
{
    if (arguments.size() < 2 || arguments.first() != "help"_L1)
        return arguments;
    return arguments.mid(1) + QStringList{u"--help"_s};
}

const Command *findCommand(const Commands &commands, const QStringList &arguments)
{
    const Command *best = nullptr;
    qsizetype most = 0;
    for (const auto &command : commands) {
        const QStringList words = command->name().split(u' ');
        if (words.size() > most && arguments.mid(0, words.size()) == words) {
            best = command.get();
            most = words.size();
        }
    }
    return best;
}

ExitCode
runCommandLine(const Commands &commands, const Command *command, const QStringList &arguments)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    RandomIdSource ids;
    CommandContext context{out, err, std::make_shared<SystemClock>(), ids, {}};
    const ExitCode code = command ? runCommand(*command, arguments, context)
                                  : answerWithoutCommand(commands, arguments, context);
    out.flush();
    if (out.status() == QTextStream::Ok)
        return code;
    // A full disk, a reader that has gone: whoever calls us must not take the half for the whole.
    err << u"plotleaf-cli: "_s << CommandLine::tr("The output cannot be written.") << Qt::endl;
    return ExitCode::Failed;
}

} // namespace plotleaf
