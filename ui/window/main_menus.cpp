#include "ui/window/main_menus.h"

#include "ui/library/report_actions.h"
#include "ui/report/report_view.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace plotleaf {

using namespace Qt::StringLiterals;

MainMenus::MainMenus(QMenuBar &bar, ReportActions &reportActions, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_theme(theme)
    , m_file(addMenu(u"fileMenu"_s, tr("&File")))
    , m_edit(addMenu(u"editMenu"_s, tr("&Edit")))
    , m_viewMenu(addMenu(u"viewMenu"_s, tr("&View")))
    , m_format(addMenu(u"formatMenu"_s, tr("F&ormat")))
    , m_insert(addMenu(u"insertMenu"_s, tr("&Insert")))
    , m_report(addMenu(u"reportMenuBar"_s, tr("&Report")))
    , m_help(addMenu(u"helpMenu"_s, tr("&Help")))
    , m_editSeparator(new QAction(this))
    , m_viewSeparator(new QAction(this))
{
    m_editSeparator->setSeparator(true);
    m_viewSeparator->setSeparator(true);
    makeFile();
    m_editTail = {add(m_edit, u"searchLibrary"_s, u"search"_s, tr("Search the &library"),
                      QKeySequence(u"Ctrl+Shift+F"_s), &MainMenus::searchLibrary),
                  add(m_edit, u"settings"_s, u"settings"_s, tr("&Settings…"),
                      QKeySequence(u"Ctrl+,"_s), &MainMenus::settings)};
    m_embedFromRun = add(m_insert, u"embedFromRun"_s, u"chart-spline"_s, tr("&From a run…"),
                         QKeySequence(u"Ctrl+Shift+M"_s), &MainMenus::embedFromRun);
    m_embedFromRun->setVisible(false);
    makeView();
    reportActions.fill(*m_report);
    makeHelp();
    setView(nullptr);
}

QMenu *MainMenus::addMenu(const QString &name, const QString &title)
{
    QMenu *menu = m_bar.addMenu(title);
    menu->setObjectName(name);
    return menu;
}

QAction *MainMenus::add(QMenu *menu,
                        const QString &name,
                        const QString &icon,
                        const QString &text,
                        const QKeySequence &shortcut,
                        void (MainMenus::*signal)())
{
    auto *action = new QAction(m_theme.icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, signal);
    menu->addAction(action);
    return action;
}

void MainMenus::makeFile()
{
    add(m_file, u"newReport"_s, u"file-plus"_s, tr("&New report…"), QKeySequence::New,
        &MainMenus::newReport);
    add(m_file, u"importMarkdown"_s, u"file-input"_s, tr("&Import Markdown…"), QKeySequence::Open,
        &MainMenus::importMarkdown);
    add(m_file, u"addServer"_s, u"cloud"_s, tr("Add a ClearML ser&ver…"), {},
        &MainMenus::addServer);
    m_recent = m_file->addMenu(m_theme.icon(u"clock"_s), tr("Open &recent"));
    m_recent->setObjectName(u"recentMenu"_s);
    m_file->addSeparator();
    m_save = add(m_file, u"save"_s, u"save"_s, tr("&Save"), QKeySequence::Save, &MainMenus::save);
    m_closeTab = add(m_file, u"closeTab"_s, u"x"_s, tr("&Close tab"), QKeySequence::Close,
                     &MainMenus::closeTab);
    m_file->addSeparator();
    QAction *leave =
        add(m_file, u"quit"_s, {}, tr("&Quit"), QKeySequence(u"Ctrl+Q"_s), &MainMenus::quit);
    leave->setMenuRole(QAction::QuitRole);
}

void MainMenus::makeView()
{
    add(m_viewMenu, u"showLibrary"_s, u"library"_s, tr("Li&brary"), QKeySequence(u"Alt+Home"_s),
        &MainMenus::showLibrary);
    m_projects = new QAction(m_theme.icon(u"folder"_s), tr("Library by pro&ject"), this);
    m_projects->setObjectName(u"showProjects"_s);
    m_projects->setCheckable(true);
    connect(m_projects, &QAction::triggered, this, &MainMenus::projectsShown);
    m_archive = new QAction(m_theme.icon(u"archive"_s), tr("&Archive"), this);
    m_archive->setObjectName(u"showArchive"_s);
    m_archive->setCheckable(true);
    connect(m_archive, &QAction::triggered, this, &MainMenus::archiveShown);
    m_viewMenu->addActions({m_projects, m_archive});
    m_viewMenu->addSeparator();

    QMenu *theme = m_viewMenu->addMenu(m_theme.icon(u"moon"_s), tr("&Theme"));
    theme->setObjectName(u"themeMenu"_s);
    auto *group = new QActionGroup(this);
    const QStringList names = {tr("As the &system"), tr("&Light"), tr("&Dark")};
    for (int mode = 0; mode < names.size(); ++mode) {
        QAction *action = theme->addAction(names.at(mode));
        action->setObjectName(u"theme%1"_s.arg(mode));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] { emit themeModeChosen(mode); });
        m_themeModes.append(action);
    }
    add(m_viewMenu, u"commandPalette"_s, u"command"_s, tr("Command palett&e…"),
        QKeySequence(u"Ctrl+Shift+P"_s), &MainMenus::commandPalette);
    m_viewHead = m_viewMenu->actions();
}

void MainMenus::makeHelp()
{
    add(m_help, u"welcomeReport"_s, u"book-open"_s, tr("&Welcome report"),
        QKeySequence::HelpContents, &MainMenus::welcomeReport);
    add(m_help, u"panelHelp"_s, u"chart-line"_s, tr("&Panels"), {}, &MainMenus::panelHelp);
    m_markdownHelp = add(m_help, u"markdownHelp"_s, u"circle-help"_s, tr("&Markdown at a glance"),
                         QKeySequence(u"Ctrl+F1"_s), &MainMenus::markdownHelp);
    m_help->addSeparator();
    m_liveDemo =
        add(m_help, u"liveDemo"_s, u"activity"_s, tr("&Live demo run"), {}, &MainMenus::liveDemo);
    m_help->addSeparator();
    QAction *aboutAction =
        add(m_help, u"about"_s, u"info"_s, tr("&About Plotleaf"), {}, &MainMenus::about);
    aboutAction->setMenuRole(QAction::AboutRole);
}

namespace {

/// Empties `menu` without deleting actions, which others own, and puts these in.
void setGroups(QMenu &menu,
               const QList<QAction *> &first,
               QAction &separator,
               const QList<QAction *> &second)
{
    for (QAction *action : menu.actions())
        menu.removeAction(action);
    menu.addActions(first);
    if (!first.isEmpty() && !second.isEmpty())
        menu.addAction(&separator);
    menu.addActions(second);
}

} // namespace

void MainMenus::setView(ReportView *view)
{
    const auto of = [view](ReportView::Menu menu) {
        return view ? view->menuActions(menu) : QList<QAction *>();
    };
    setGroups(*m_edit, of(ReportView::Menu::Edit), *m_editSeparator, m_editTail);
    setGroups(*m_viewMenu, m_viewHead, *m_viewSeparator, of(ReportView::Menu::View));
    setGroups(*m_format, of(ReportView::Menu::Format), *m_editSeparator, {});
    setGroups(*m_insert, of(ReportView::Menu::Insert), *m_editSeparator, {m_embedFromRun});
    m_format->menuAction()->setVisible(!m_format->isEmpty());
    m_insert->menuAction()->setVisible(view || m_embedFromRun->isVisible());
    // A report brings its own, which stays open beside it.
    m_markdownHelp->setVisible(!view);
    m_save->setEnabled(view && !view->isLocked());
}

void MainMenus::setTabClosable(bool closable)
{
    m_closeTab->setEnabled(closable);
}

void MainMenus::setArchiveShown(bool shown)
{
    m_archive->setChecked(shown);
}

void MainMenus::setProjectsShown(bool shown)
{
    m_projects->setChecked(shown);
}

void MainMenus::setRunsShown(bool shown)
{
    m_embedFromRun->setVisible(shown);
    m_insert->menuAction()->setVisible(shown || m_insert->actions().size() > 1);
}

void MainMenus::setLiveDemoRunning(bool running)
{
    m_liveDemo->setText(running ? tr("Stop the &live demo run") : tr("&Live demo run"));
    m_liveDemo->setIcon(m_theme.icon(running ? u"square"_s : u"activity"_s));
}

void MainMenus::showThemeMode(int mode)
{
    m_themeModes.at(mode)->setChecked(true);
}

void MainMenus::setRecent(const QList<std::pair<QString, std::function<void()>>> &reports)
{
    m_recent->clear();
    for (const auto &[name, open] : reports) {
        QAction *action =
            m_recent->addAction(m_theme.icon(u"file-text"_s), QString(name).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, open);
    }
    m_recent->setEnabled(!reports.isEmpty());
}

} // namespace plotleaf
