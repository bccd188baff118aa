#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `report versions REPORT`: the kept states of its text, newest first. `report show --version`
/// prints one.
class ReportVersionsCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
