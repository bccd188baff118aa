#pragma once

#include "core/base/id.h"
#include "ui/report/report_view.h"

#include <QHash>
#include <QTabWidget>

#include <functional>

namespace plotleaf {

class Notifier;
class Preferences;

/// The library as the first tab, which stays, and one tab for each open report or help text.
class ReportTabs : public QTabWidget
{
    Q_OBJECT

public:
    ReportTabs(const ReportViewServices &services,
               Notifier &notifier,
               Preferences &preferences,
               QWidget *library,
               QWidget *parent = nullptr);

    /// Brings the report to the front, loading it when it is not open yet.
    void open(const ReportId &id);
    /// Opens reports behind what is in front, then `front`, unless something else has come to the
    /// front meanwhile. Those that are gone are passed over.
    void restore(const QList<ReportId> &ids, const ReportId &front);
    /// In the order of the tabs.
    QList<ReportId> openReports() const;
    /// Opens the program's own text, or brings it to the front.
    void openHelp(const QString &file, const QString &title);
    void showLibrary();
    bool isLibraryCurrent() const { return currentIndex() == 0; }
    ReportView *currentView() const;
    ReportView *view(const ReportId &id) const;
    /// Finished when what was typed into this report is on disk; at once when it is not open.
    QFuture<Result<void>> flush(const ReportId &id);
    void serversChanged();
    void closeCurrent() { closeTab(currentIndex()); }
    /// No report is closed before it is on disk.
    void closeAll();

signals:
    void opened(const plotleaf::ReportId &id);
    /// Others are open now, or another one is in front. Not while restoring.
    void placesChanged();
    /// It is open, but its text is still to come from the server; `again`: a person asks for it.
    void textWanted(const plotleaf::ReportId &id, bool again);
    void serverWanted(const QUrl &web);
    void duplicateRequested(const plotleaf::ReportId &id);
    void renameRequested(const plotleaf::ReportId &id);
    void moveRequested(const plotleaf::ReportId &id);

private:
    void reportRemoved(const ReportId &id);
    using Loaded = std::function<void(const Result<ReportView *> &view)>;
    void load(const ReportId &id, const Loaded &loaded);
    void finishLoading(const ReportId &id, const Result<ReportView *> &view);
    ReportView *addReport(const Report &report, const std::optional<QString> &recovered);
    void closeTab(int index);
    void addCloseButton(QWidget *page, const QString &title);
    void updateTab(ReportView *view);

    ReportViewServices m_services;
    Notifier &m_notifier;
    Preferences &m_preferences;
    QHash<ReportId, QList<Loaded>> m_loading; ///< who waits for which report
    bool m_restoring = false;
};

} // namespace plotleaf
