#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// A command that draws pages: it gets a GUI application without a display, and refuses where
/// WebEngine cannot start.
class PageCommand : public Command
{
public:
    std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv) const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const final;

protected:
    virtual ExitCode runWithPage(const QCommandLineParser &parser,
                                 CommandContext &context) const = 0;
};

} // namespace plotleaf
