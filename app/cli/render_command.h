#pragma once

#include "app/cli/command.h"

namespace plotleaf {

/// `render FILE.md`: prints the HTML that the text becomes, before the page makes panels, formulas
/// and diagrams of it.
class RenderCommand final : public Command
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
