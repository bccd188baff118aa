#pragma once

#include "app/cli/page/page_command.h"

namespace plotleaf {

/// `export REPORT|FILE.md -o OUT`: a PDF or one static HTML file, by the ending of OUT.
class ExportCommand final : public PageCommand
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    QString details() const override;

protected:
    ExitCode runWithPage(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
