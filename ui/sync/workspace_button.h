#pragma once

#include "core/report/report.h"
#include "ui/widgets/choice_button.h"

class QActionGroup;
class QMenu;

namespace plotleaf {

class Clock;
class Theme;
class WorkspaceController;

/// How the servers are doing, always in sight: one button with the state that needs a person most,
/// and a menu that explains every server's state and offers what can be done about it. Hidden while
/// there is no server.
class WorkspaceButton : public ChoiceButton
{
    Q_OBJECT

public:
    /// All must outlive the button.
    WorkspaceButton(WorkspaceController &controller,
                    const Clock &clock,
                    Theme &theme,
                    QWidget *parent = nullptr);

private:
    void showState();
    void fillMenu();
    void addWorkspace(const QString &id, const QString &name);
    void addState(const QString &id);
    void addRefusals(const QString &id);
    void insertRefusal(QAction *before, const ReportSummary &report);
    void makePolicies();
    void addExplanation(const QString &text) { explain(*m_menu, text); }
    void explain(QMenu &menu, const QString &text) const;

    WorkspaceController &m_controller;
    const Clock &m_clock;
    Theme &m_buttonTheme;
    QMenu *m_menu;
    QActionGroup *m_policies;
};

} // namespace plotleaf
