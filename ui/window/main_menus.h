#pragma once

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QMenuBar;

namespace plotleaf {

class ReportActions;
class ReportView;
class Theme;

/// The window's menus. Actions of the open report come and go with it; everything else is always
/// there, so that the command palette, which is made from these menus, finds it. What an action
/// does is said by a signal.
class MainMenus : public QObject
{
    Q_OBJECT

public:
    MainMenus(QMenuBar &bar, ReportActions &reportActions, Theme &theme, QObject *parent = nullptr);

    /// The report in front, whose actions are shown; null: the library.
    void setView(ReportView *view);
    void setTabClosable(bool closable);
    void setArchiveShown(bool shown);
    void setProjectsShown(bool shown);
    void setLiveDemoRunning(bool running);
    /// Runs of servers can be looked through.
    void setRunsShown(bool shown);
    /// Names and what to do with them; the first is the newest.
    void setRecent(const QList<std::pair<QString, std::function<void()>>> &reports);
    void showThemeMode(int mode);

signals:
    void newReport();
    void importMarkdown();
    void addServer();
    void embedFromRun();
    void save();
    void closeTab();
    void quit();
    void searchLibrary();
    void settings();
    void showLibrary();
    void archiveShown(bool shown);
    void projectsShown(bool shown);
    void themeModeChosen(int mode);
    void commandPalette();
    void welcomeReport();
    void panelHelp();
    void markdownHelp();
    void liveDemo();
    void about();

private:
    QMenu *addMenu(const QString &name, const QString &title);
    QAction *add(QMenu *menu,
                 const QString &name,
                 const QString &icon,
                 const QString &text,
                 const QKeySequence &shortcut,
                 void (MainMenus::*signal)());
    void makeFile();
    void makeView();
    void makeHelp();

    QMenuBar &m_bar;
    Theme &m_theme;
    QMenu *m_file;
    QMenu *m_recent = nullptr;
    QMenu *m_edit;
    QMenu *m_viewMenu;
    QMenu *m_format;
    QMenu *m_insert;
    QMenu *m_report;
    QMenu *m_help;
    QAction *m_markdownHelp = nullptr;
    QAction *m_editSeparator;
    QAction *m_viewSeparator;
    QAction *m_embedFromRun = nullptr;
    QAction *m_save = nullptr;
    QAction *m_closeTab = nullptr;
    QAction *m_archive = nullptr;
    QAction *m_projects = nullptr;
    QAction *m_liveDemo = nullptr;
    QList<QAction *> m_editTail; ///< below what the view adds
    QList<QAction *> m_viewHead; ///< above what the view adds
    QList<QAction *> m_themeModes;
};

} // namespace plotleaf
