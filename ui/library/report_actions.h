#pragma once

#include "core/report/report.h"

#include <QObject>

#include <functional>
#include <optional>

class QAction;
class QMenu;

namespace plotleaf {

class ReportCommands;
class Theme;

/// The actions on one report, the current one: in the menu Report, in a card's menu and in the
/// command palette. They are greyed out while there is none, or where its state forbids them.
class ReportActions : public QObject
{
    Q_OBJECT

public:
    ReportActions(ReportCommands &commands, Theme &theme, QObject *parent = nullptr);

    void setTarget(const std::optional<ReportSummary> &target);
    const std::optional<ReportSummary> &target() const { return m_target; }
    /// How renaming is done where the report is shown; without it a dialog asks.
    void setRenamer(const std::function<void(const ReportSummary &)> &renamer)
    {
        m_renamer = renamer;
    }
    /// Where the report is open already, there is nothing to open.
    void setOpenShown(bool shown);

    /// Adds all actions with separators.
    void fill(QMenu &menu) const;

signals:
    void openRequested(const plotleaf::ReportId &id);
    void printRequested(const plotleaf::ReportSummary &report);
    void exportPdfRequested(const plotleaf::ReportSummary &report);
    void exportHtmlRequested(const plotleaf::ReportSummary &report);

private:
    QAction *add(const QString &name,
                 const QString &icon,
                 const QString &text,
                 const std::function<void(const ReportSummary &)> &run);
    void update();

    ReportCommands &m_commands;
    Theme &m_theme;
    std::optional<ReportSummary> m_target;
    std::function<void(const ReportSummary &)> m_renamer;
    QAction *m_open;
    QAction *m_rename;
    QAction *m_tags;
    QAction *m_move;
    QAction *m_duplicate;
    QAction *m_copyTo;
    QAction *m_share;
    QAction *m_openOnServer;
    QAction *m_images;
    QAction *m_versions;
    QAction *m_pdf;
    QAction *m_html;
    QAction *m_markdown;
    QAction *m_print;
    QAction *m_publish;
    QAction *m_archive;
    QAction *m_remove;
};

} // namespace plotleaf
