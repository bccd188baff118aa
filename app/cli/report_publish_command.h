#pragma once

#include "app/cli/report_change_command.h"

namespace plotleaf {

/// `report publish REPORT`: locks its text for good.
class ReportPublishCommand final : public ReportChangeCommand
{
public:
    QString name() const override;
    QString summary() const override;
    QString details() const override;

protected:
    Result<void> check(const Report &report) const override;
    QString question(const Report &report) const override;
    bool asks() const override { return true; }
    Result<QString> change(const Scene &scene) const override;
};

} // namespace plotleaf
