#pragma once

#include "app/cli/page/page_command.h"

namespace plotleaf {

/// `shots DIR`: pictures of the program's windows, in light and dark and for both kinds of screen,
/// of a workspace that is made for them. For the README, and to look at what has been changed.
class ShotsCommand final : public PageCommand
{
public:
    QString name() const override;
    QString summary() const override;
    void describe(QCommandLineParser &parser) const override;

protected:
    ExitCode runWithPage(const QCommandLineParser &parser, CommandContext &context) const override;
};

} // namespace plotleaf
