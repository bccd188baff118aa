#pragma once

#include "ui/report/report_view.h"
#include "ui/runs/run_place.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace plotleaf {

class Preferences;
class ReportTabs;
class RunBrowser;
class Workspaces;

/// The run browser beside the window: which servers it offers, and into which report it writes, the
/// one in front. Made when it is wanted for the first time. GUI thread.
class RunBrowsing : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive this. `window`: what the browser stands before.
    RunBrowsing(const ReportViewServices &services,
                Workspaces &workspaces,
                ReportTabs &tabs,
                Preferences &preferences,
                QWidget *window);
    ~RunBrowsing() override;

    /// Opens the browser, or brings it to the front.
    void open();

signals:
    void addServerWanted();

private:
    QVector<RunPlace> places();
    RunPlace folderPlace(const QString &folder, const QString &title);
    void askFolder();
    void updatePlaces();
    void insert(const QString &code);

    ReportViewServices m_services;
    Workspaces &m_workspaces;
    ReportTabs &m_tabs;
    Preferences &m_preferences;
    QWidget *m_window;
    QPointer<RunBrowser> m_browser;
    QStringList m_folders; ///< chosen, beside the report's own
    /// By folder: a catalog stays while it is looked at.
    QHash<QString, std::shared_ptr<RunCatalog>> m_folderCatalogs;
};

} // namespace plotleaf
