#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `workspace remove NAME`: takes a server and its reports from here; the server keeps them.
class WorkspaceRemoveCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    QString details() const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
