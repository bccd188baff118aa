#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `report new NAME`: a new report, from a Markdown file if one is given. Prints its id.
class ReportNewCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
