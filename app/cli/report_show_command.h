#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `report show REPORT`: the text of a report, or of one of its versions, byte for byte.
class ReportShowCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
