#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `report list`: the reports of the library, one a line.
class ReportListCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
