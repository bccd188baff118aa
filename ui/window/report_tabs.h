#pragma once

#include "core/base/id.h"
#include "ui/report/report_view.h"

#include <QSet>
#include <QTabWidget>

namespace plotleaf {

class Notifier;
class Preferences;

/// The library as the first tab, which stays, and one tab for each open report.
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
    void showLibrary();
    bool isLibraryCurrent() const { return currentIndex() == 0; }
    ReportView *currentView() const;
    ReportView *view(const ReportId &id) const;
    /// Finished when what was typed into this report is on disk; at once when it is not open.
    QFuture<Result<void>> flush(const ReportId &id);
    void closeReport(const ReportId &id);
    /// No report is closed before it is on disk.
    void closeAll();

signals:
    void opened(const plotleaf::ReportId &id);
    void duplicateRequested(const plotleaf::ReportId &id);
    void renameRequested(const plotleaf::ReportId &id);
    void moveRequested(const plotleaf::ReportId &id);

private:
    void closeTab(int index);
    void show(const Report &report, const std::optional<QString> &recovered);
    void addCloseButton(ReportView *view);
    void updateTab(ReportView *view);
    void failed(const ReportId &id, const Error &error);

    ReportViewServices m_services;
    Notifier &m_notifier;
    Preferences &m_preferences;
    QSet<ReportId> m_loading;
};

} // namespace plotleaf
