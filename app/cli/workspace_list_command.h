#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `workspace list`: this computer and the servers, and how they stand.
class WorkspaceListCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
