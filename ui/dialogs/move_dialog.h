#pragma once

#include "core/report/report.h"
#include "ui/dialogs/dialog_frame.h"

namespace plotleaf {

class Library;
class ProjectPicker;

/// Asks where a report shall go; a project that does not exist can be named.
class MoveDialog : public DialogFrame
{
    Q_OBJECT

public:
    MoveDialog(Library &library,
               Theme &theme,
               const ReportSummary &report,
               QWidget *parent = nullptr);

    QString project() const;

private:
    ProjectPicker *m_project;
};

} // namespace plotleaf
