#pragma once

#include "core/report/report.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/dialogs/report_template.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace plotleaf {

class Library;
class ProjectPicker;

/// Asks for what a new report needs. The caller creates it from `newReport()` when `accepted`
/// comes.
class NewReportDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// `project`: chosen at first.
    NewReportDialog(Library &library,
                    Theme &theme,
                    const QString &project,
                    QWidget *parent = nullptr);

    NewReport newReport() const;

public slots:
    void accept() override;

private:
    /// `strict`: a name that is still too short counts as wrong (someone wants to go on), not as
    /// unfinished.
    void check(bool strict);

    QLineEdit *m_name;
    ProjectPicker *m_project;
    QPlainTextEdit *m_description;
    QComboBox *m_template;
    QVector<ReportTemplate> m_templates;
};

} // namespace plotleaf
