#include "app/cli/command_line.h"

#include "core/base/program.h"
#include "core/base/translations.h"

using namespace plotleaf;

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    arguments = withoutHelpWord(arguments);
    const Commands commands = makeCommands();
    const Command *command = findCommand(commands, arguments);
    const auto application = command ? command->makeApplication(argc, argv)
                                     : std::make_unique<QCoreApplication>(argc, argv);
    nameProgram();
    const Translations translations;
    const ExitCode code = runCommandLine(commands, command, arguments);
    // Pages take their leave later; there is no later here.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return static_cast<int>(code);
}
