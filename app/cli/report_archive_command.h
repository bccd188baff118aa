#pragma once

#include "app/cli/report_change_command.h"

namespace plotleaf {

/// `report archive REPORT` and, the way back, `report restore REPORT`.
class ReportArchiveCommand final : public ReportChangeCommand
{
public:
    enum class Direction { IntoArchive, OutOfArchive };
    explicit ReportArchiveCommand(Direction direction) : m_direction(direction) {}

    QString name() const override;
    QString summary() const override;

protected:
    Result<QString> change(const Scene &scene) const override;

private:
    const Direction m_direction;
};

} // namespace plotleaf
