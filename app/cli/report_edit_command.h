#pragma once

#include "app/cli/report_change_command.h"

namespace plotleaf {

/// `report edit REPORT`: changes fields and text; without options, the text in the person's editor.
class ReportEditCommand final : public ReportChangeCommand
{
public:
    QString name() const override;
    QString summary() const override;
    QString details() const override;

protected:
    void describeChange(QCommandLineParser &parser) const override;
    Result<QString> change(const Scene &scene) const override;

private:
    static Result<QString> editText(const Scene &scene);
};

} // namespace plotleaf
