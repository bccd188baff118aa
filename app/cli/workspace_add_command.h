#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `workspace add [ADDRESS]`: finds a ClearML server, signs in, and keeps it.
class WorkspaceAddCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    QString details() const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
