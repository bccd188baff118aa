#pragma once

#include "app/cli/report_change_command.h"

namespace plotleaf {

/// `report move REPORT PROJECT`: into another project of its workspace.
class ReportMoveCommand final : public ReportChangeCommand
{
public:
    QString name() const override;
    QString summary() const override;

protected:
    void describeChange(QCommandLineParser &parser) const override;
    int argumentCount() const override { return 2; }
    Result<QString> change(const Scene &scene) const override;
};

} // namespace plotleaf
