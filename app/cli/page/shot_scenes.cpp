#include "app/cli/page/shot_scenes.h"

#include "app/cli/page/shot_studio.h"
#include "app/cli/page/shot_workspace.h"
#include "core/sync/workspaces.h"
#include "ui/report/report_view.h"
#include "ui/runs/frame_form.h"
#include "ui/runs/run_browser.h"
#include "ui/runs/run_chart.h"
#include "ui/sync/workspace_controller.h"
#include "ui/widgets/card_grid_view.h"
#include "ui/widgets/notification_bar.h"
#include "ui/window/help_page.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

bool hasCards(const CardGridView &cards)
{
    return cards.isVisible() && cards.model()->rowCount() > 0;
}

void selectCard(CardGridView &reports, const QString &name)
{
    for (int row = 0; row < reports.model()->rowCount(); ++row) {
        const QModelIndex card = reports.model()->index(row, 0);
        if (card.data().toString() == name)
            reports.setCurrentIndex(card);
    }
}

void shootLibrary(ShotStudio &studio)
{
    auto *reports = studio.find<CardGridView>("reportCards");
    auto *projects = studio.find<CardGridView>("projectCards");
    auto *search = studio.find<QLineEdit>("librarySearch");
    if (!reports || !projects || !search)
        return;
    studio.waitUntil("report cards", [&] { return hasCards(*reports); });
    selectCard(*reports, draftShotReport());
    studio.shoot("library-list");
    studio.trigger("showProjects");
    studio.waitUntil("project cards", [&] { return hasCards(*projects); });
    studio.shoot("library-projects");
    studio.trigger("showProjects");
    const int all = reports->model()->rowCount();
    search->setText(u"validation loss"_s);
    studio.waitUntil("hits",
                     [&] { return hasCards(*reports) && reports->model()->rowCount() < all; });
    studio.shoot("library-search");
    search->setText(u"quantum annealing"_s);
    studio.waitUntil("no hits", [&] { return !reports->isVisible(); });
    studio.shoot("library-nothing-found");
    search->clear();
    studio.waitUntil("report cards", [&] { return hasCards(*reports); });
    selectCard(*reports, draftShotReport());
}

void press(QWidget &widget, Qt::Key key)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &press);
}

void shootFilters(ShotStudio &studio)
{
    auto *reports = studio.find<CardGridView>("reportCards");
    auto *tags = studio.find<QToolButton>("libraryTags");
    auto *status = studio.find<QToolButton>("libraryStatus");
    auto *clear = studio.find<QToolButton>("libraryClearFilters");
    if (!reports || !tags || !status || !clear)
        return;
    const int all = reports->model()->rowCount();
    tags->click();
    studio.shootTopmost("tag-filter");
    status->menu()->actions().last()->trigger(); // published only
    studio.waitUntil("filtered", [&] { return reports->model()->rowCount() < all; });
    studio.shoot("library-filtered");
    clear->click();
    studio.waitUntil("all", [&] { return reports->model()->rowCount() == all; });
}

void shootCards(ShotStudio &studio)
{
    auto *reports = studio.find<CardGridView>("reportCards");
    if (!reports)
        return;
    selectCard(*reports, draftShotReport());
    reports->setFocus();
    press(*reports, Qt::Key_Menu);
    studio.shootTopmost("report-menu");
    studio.trigger("reportRename");
    auto *name = studio.find<QLineEdit>("renameField");
    if (!name)
        return;
    studio.shoot("rename-in-place");
    press(*name, Qt::Key_Escape);
    studio.trigger("reportShare");
    studio.shoot("notice");
    studio.window().findChild<NotificationBar *>()->closeCurrent();
    studio.trigger("showArchive");
    studio.waitUntil("archive", [&] { return reports->model()->rowCount() == 1; });
    reports->setCurrentIndex(reports->model()->index(0, 0));
    studio.shoot("library-archive");
    studio.shootOpened("delete", "reportDelete");
    studio.trigger("showArchive");
    studio.waitUntil("library", [&] { return reports->model()->rowCount() > 1; });
    selectCard(*reports, draftShotReport());
}

void shootHelp(ShotStudio &studio)
{
    studio.trigger("showLibrary");
    studio.shootOpened("markdown-help", "markdownHelp");
    studio.trigger("panelHelp");
    auto *page = studio.find<HelpPage>("helpPage");
    if (!page)
        return;
    studio.waitUntilDrawn(*page);
    studio.shoot("panel-help");
    studio.trigger("closeTab");
}

/// The list of this name, in a dialog that the action opens, once it has rows.
QTreeWidget *openedTree(ShotStudio &studio, const char *action, const char *name, int rows)
{
    studio.trigger(action);
    const auto tree = [&] { return studio.window().findChild<QTreeWidget *>(QLatin1String(name)); };
    studio.waitUntil(name, [&] { return tree() && tree()->topLevelItemCount() >= rows; });
    return studio.find<QTreeWidget>(name);
}

void shootVersions(ShotStudio &studio)
{
    auto *versions = openedTree(studio, "reportVersions", "versionList", 2);
    auto *text = studio.find<QPlainTextEdit>("versionText");
    if (!versions || !text)
        return;
    versions->setCurrentItem(versions->topLevelItem(1));
    studio.waitUntil("what changed", [&] { return !text->document()->isEmpty(); });
    studio.shootTopmost("versions");
}

/// The settings, and what they lead to.
void shootSettings(ShotStudio &studio)
{
    studio.trigger("settings");
    if (auto *keys = studio.find<QPushButton>("cloudKeysButton"))
        keys->click();
    studio.waitUntil("keys", [&] {
        const auto *list = studio.window().findChild<QTreeWidget *>(u"cloudKeys"_s);
        return list && list->topLevelItemCount() > 0;
    });
    if (auto *add = studio.find<QPushButton>("addCloudKey"))
        add->click();
    if (auto *store = studio.find<QComboBox>("cloudProvider"))
        store->setCurrentIndex(1); // the one with the most fields
    studio.shootNamed("cloud-key", "addCloudKeyDialog");
    studio.shootNamed("cloud-storage", "cloudStorageDialog");
    studio.shootNamed("settings", "settingsDialog");
}

void shootDialogs(ShotStudio &studio)
{
    studio.shootOpened("new-report", "newReport", "projectList");
    shootSettings(studio);
    studio.shootOpened("command-palette", "commandPalette");
    studio.shootOpened("about", "about");
    studio.shootOpened("publish", "reportPublish");
    studio.shootOpened("tags", "reportTags", "tagList");
    studio.shootOpened("move", "reportMove", "projectList");
    shootVersions(studio);
    if (openedTree(studio, "reportImages", "reportImages", 2))
        studio.shootTopmost("images");
}

void chooseRuns(QListView &runs, int count)
{
    const QItemSelection first(runs.model()->index(0, 0), runs.model()->index(count - 1, 0));
    runs.selectionModel()->select(first, QItemSelectionModel::ClearAndSelect);
}

bool hasCurves(const QWidget &browser)
{
    const auto charts = browser.findChildren<RunChart *>();
    return !charts.isEmpty() && std::ranges::all_of(charts, [](const RunChart *chart) {
        return !chart->curves().isEmpty() && chart->message().isEmpty();
    });
}

/// Of the runs that come with the demo.
void shootRuns(ShotStudio &studio)
{
    studio.trigger("embedFromRun");
    auto *browser = studio.find<RunBrowser>("runBrowser");
    auto *runs = studio.find<QListView>("runList");
    if (!browser || !runs)
        return;
    studio.waitUntil("runs", [runs] { return runs->model()->rowCount() > 1; });
    chooseRuns(*runs, 2);
    studio.waitUntil("curves", [browser] { return hasCurves(*browser); });
    studio.shootTopmost("run-browser");
}

void shootReports(ShotStudio &studio)
{
    studio.trigger("welcomeReport");
    ReportView *welcome = studio.waitForReport({});
    if (!welcome)
        return;
    studio.shoot("editor-top");
    const auto *source = studio.find<QPlainTextEdit>("sourceEditor");
    welcome->goToLine(source->document()->find(u"## "_s).blockNumber()); // where the plots are
    studio.waitUntilDrawn(*welcome);
    studio.shoot("editor");
    studio.shootOpened("panel", "panel", "panelNames");
    studio.shootOpened("cheat-sheet", "cheatSheet");
    studio.shootOpened("print-preview", "reportPrint");
    shootRuns(studio);
    welcome->setMode(ReportView::Mode::Preview);
    studio.waitUntilDrawn(*welcome);
    studio.shoot("preview");
    welcome->setMode(ReportView::Mode::Source);
    studio.shoot("source");
    welcome->setMode(ReportView::Mode::Both);
}

void shootPublished(ShotStudio &studio)
{
    studio.trigger("showLibrary");
    auto *reports = studio.find<CardGridView>("reportCards");
    if (!reports)
        return;
    studio.waitUntil("report cards", [&] { return hasCards(*reports); });
    selectCard(*reports, publishedShotReport());
    studio.trigger("reportOpen");
    if (studio.waitForReport(publishedShotReport())) {
        studio.shoot("published");
        studio.shootOpened("rename", "reportRename");
    }
}

/// There is no page to wait for.
void shootMissingText(ShotStudio &studio)
{
    auto *reports = studio.find<CardGridView>("reportCards");
    if (!reports)
        return;
    selectCard(*reports, unreadShotReport());
    studio.trigger("reportOpen");
    studio.waitUntil("the notice", [&] {
        const auto *notice = studio.window().findChild<QWidget *>(u"missingTextNotice"_s);
        const auto *again = notice ? notice->findChild<QPushButton *>() : nullptr;
        return again && again->isVisible();
    });
    studio.shoot("text-to-come");
}

/// Over a server that does not answer.
void shootFrameForm(ShotStudio &studio)
{
    auto *reports = studio.find<CardGridView>("reportCards");
    if (!reports)
        return;
    selectCard(*reports, mergedShotReport());
    studio.trigger("reportOpen");
    ReportView *view = studio.waitForReport(mergedShotReport());
    if (!view)
        return;
    const auto *source = studio.find<QPlainTextEdit>("sourceEditor");
    view->goToLine(source->document()->find(u"<iframe"_s).blockNumber());
    studio.trigger("panel");
    const auto form = [&] { return studio.window().findChild<FrameForm *>(); };
    studio.waitUntil("the form", [&] { return form() != nullptr; });
    if (form())
        studio.waitUntilDrawn(*form());
    studio.shootTopmost("frame-form");
    studio.trigger("closeTab");
}

void shootServers(ShotStudio &studio)
{
    studio.shootOpened("add-server", "addServer");
    auto *button = studio.find<QToolButton>("workspaceButton");
    if (!button)
        return;
    Workspaces &workspaces = studio.window().servers()->workspaces();
    workspaces.start();
    studio.waitUntil("the server's state", [&] {
        return button->isVisible() && workspaces.problem(u"clearml/prod"_s).has_value();
    });
    studio.shoot("servers");
    button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
    studio.shootTopmost("servers-menu");
    studio.window().servers()->mergeAll(u"clearml/prod"_s);
    studio.shootTopmost("merge");
    shootFrameForm(studio);
    shootMissingText(studio);
}

} // namespace

Result<void> shootFirstStart(const QString &workspace,
                             ThemeMode theme,
                             const QString &folder,
                             const QString &ending)
{
    ShotStudio studio(workspace, theme, folder, ending);
    auto *message = studio.find<QLabel>("messageTitle");
    studio.waitUntil("message", [&] { return message && message->isVisible(); });
    studio.shoot("library-empty");
    return studio.outcome();
}

Result<void> shootServerScenes(const QString &workspace,
                               ThemeMode theme,
                               const QString &folder,
                               const QString &ending)
{
    ShotStudio studio(workspace, theme, folder, ending);
    shootServers(studio);
    return studio.outcome();
}

Result<void>
shootScenes(const QString &workspace, ThemeMode theme, const QString &folder, const QString &ending)
{
    ShotStudio studio(workspace, theme, folder, ending);
    shootLibrary(studio);
    shootFilters(studio);
    shootCards(studio);
    shootDialogs(studio);
    shootReports(studio);
    shootPublished(studio);
    shootHelp(studio);
    return studio.outcome();
}

} // namespace plotleaf
