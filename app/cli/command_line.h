#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// "help COMMAND" as "COMMAND --help"; other arguments as they are.
QStringList withoutHelpWord(const QStringList &arguments);

/// The command whose words `arguments` (without the program's name) begin with; null when there is
/// none. The longest name wins.
const Command *findCommand(const Commands &commands, const QStringList &arguments);

/// Runs `command` with the rest of `arguments`, or answers `--help`, `--version` and mistakes (null
/// command).
ExitCode
runCommandLine(const Commands &commands, const Command *command, const QStringList &arguments);

} // namespace plotleaf
