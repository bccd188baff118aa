#pragma once

#include "core/report/report.h"
#include "core/report/workspace.h"
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

    /// Lets choose where the report lives, where there is more than this computer. `chosen`: at
    /// first.
    void offerWorkspaces(const QVector<Workspace> &servers, const QString &chosen);

    NewReport newReport() const;

public slots:
    void accept() override;

private:
    /// `strict`: a name that is still too short counts as wrong (someone wants to go on), not as
    /// unfinished.
    void check(bool strict);
    /// The projects that can be chosen are the workspace's.
    void fillProjects(const QString &project);
    QString workspace() const;

    Library &m_library;
    QLineEdit *m_name;
    QComboBox *m_workspace = nullptr; ///< null: there is only this computer
    ProjectPicker *m_project;
    QPlainTextEdit *m_description;
    QComboBox *m_template;
    QVector<ReportTemplate> m_templates;
};

} // namespace plotleaf
