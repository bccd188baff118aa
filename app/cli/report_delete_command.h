#pragma once

#include "app/cli/report_change_command.h"

namespace plotleaf {

/// `report delete REPORT`: for good, and only from the archive.
class ReportDeleteCommand final : public ReportChangeCommand
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
