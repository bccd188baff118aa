#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `sync [WORKSPACE]...`: one round with each server, to its end; prints what happened.
class SyncCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    QString details() const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
