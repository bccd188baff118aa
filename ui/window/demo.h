#pragma once

#include "core/base/id.h"
#include "core/services/folders/live_demo_run.h"

#include <QObject>

namespace plotleaf {

class Library;
class Notifier;

/// The welcome report with its recorded runs, and a run that keeps writing. Both live in the
/// workspace: the runs in its folder "runs", the reports in the library. GUI thread.
class Demo : public QObject
{
    Q_OBJECT

public:
    Demo(Library &library, const Clock &clock, Notifier &notifier, QObject *parent = nullptr);

    /// Puts the welcome report into a library that has never had it.
    void offerOnce();
    /// Opens the welcome report, made anew when it has been deleted.
    void openWelcome();
    /// Starts a run and opens a report that shows it; stops the run when it is going.
    void toggleLiveRun();
    bool isLiveRunning() const { return m_run.isRunning(); }

signals:
    void openRequested(const plotleaf::ReportId &id);
    void liveRunningChanged(bool running);

private:
    void createWelcome();
    /// The folder of the workspace's runs; made when it is not there.
    QString runsFolder() const;
    Result<void> copyRuns();
    void openLiveReport(const QString &run);

    Library &m_library;
    const Clock &m_clock;
    Notifier &m_notifier;
    LiveDemoRun m_run;
};

} // namespace plotleaf
