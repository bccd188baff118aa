#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `workspace test NAME`: says in words what works with a server and what does not.
class WorkspaceTestCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    QString details() const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
