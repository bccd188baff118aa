#include "ui/window/demo.h"

#include "core/base/clock.h"
#include "core/base/program_data.h"
#include "core/base/when_done.h"
#include "core/exports/markdown_bundle.h"
#include "core/store/library.h"
#include "ui/widgets/notifier.h"

#include <QDir>
#include <QDirIterator>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

const QString welcomeKey = u"demo.welcome"_s;
/// Stands in demo/live-run.md where the run's name belongs.
const QString runPlaceholder = u"{run}"_s;
constexpr quint32 liveDemoSeed = 20261121;

} // namespace

Demo::Demo(Library &library, const Clock &clock, Notifier &notifier, QObject *parent)
    : QObject(parent), m_library(library), m_clock(clock), m_notifier(notifier), m_run(clock)
{
    connect(&m_run, &LiveDemoRun::ended, this, [this](const std::optional<Error> &error) {
        if (error)
            m_notifier.error(error->message);
        emit liveRunningChanged(false);
    });
}

QString Demo::runsFolder() const
{
    return m_library.folder() + u"/runs"_s;
}

void Demo::offerOnce()
{
    whenDone(m_library.setting(welcomeKey), this, [this](const Result<QString> &known) {
        if (known && known->isEmpty())
            createWelcome();
    });
}

void Demo::openWelcome()
{
    whenDone(m_library.setting(welcomeKey), this, [this](const Result<QString> &known) {
        if (!known || known->isEmpty()) {
            createWelcome();
            return;
        }
        whenDone(m_library.summary(ReportId(*known)), this,
                 [this](const Result<ReportSummary> &summary) {
                     if (summary)
                         emit openRequested(summary->id);
                     else
                         createWelcome();
                 });
    });
}

void Demo::createWelcome()
{
    const Result<MarkdownBundle> read = readMarkdownBundle(localProgramData(u"demo/welcome.md"_s));
    const Result<void> copied = copyRuns();
    if (!read || !copied) {
        m_notifier.error(read ? copied.error().message : read.error().message);
        return;
    }
    NewReport report = read->report;
    report.project = tr("Getting started");
    report.description =
        tr("What Plotleaf can do: live plots, formulas, diagrams, tables. Yours to change.");
    report.tags = {tr("demo")};
    whenDone(m_library.create(report), this, [this](const Result<ReportId> &created) {
        if (!created) {
            m_notifier.error(created.error().message);
            return;
        }
        // Not opened before it is known as the welcome report, or it may be made twice.
        whenDone(m_library.setSetting(welcomeKey, created->toString()), this,
                 [this, id = *created](const Result<void> &) { emit openRequested(id); });
    });
}

Result<void> Demo::copyRuns()
{
    const QString source = programData(u"demo/runs"_s);
    QDirIterator files(source, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = runsFolder() + from.mid(source.size());
        if (QFile::exists(to))
            continue;
        if (!QDir().mkpath(QFileInfo(to).absolutePath()) || !QFile::copy(from, to))
            return Error{
                ErrorCode::Io, tr("The demo runs cannot be copied to %1.").arg(runsFolder()), {}};
        QFile::setPermissions(to, QFile::permissions(to) | QFile::WriteOwner);
    }
    return {};
}

void Demo::toggleLiveRun()
{
    if (m_run.isRunning()) {
        m_run.stop();
        return;
    }
    const QString run = u"live-"_s + m_clock.now().toString(u"yyyyMMdd-HHmmss"_s);
    if (const Result<void> started = m_run.start(runsFolder() + u'/' + run, liveDemoSeed);
        !started) {
        m_notifier.error(started.error().message);
        return;
    }
    emit liveRunningChanged(true);
    openLiveReport(run);
}

void Demo::openLiveReport(const QString &run)
{
    const Result<MarkdownBundle> read = readMarkdownBundle(localProgramData(u"demo/live-run.md"_s));
    if (!read) {
        m_notifier.error(read.error().message);
        return;
    }
    NewReport report;
    report.name = tr("Live demo run");
    report.project = tr("Getting started");
    report.description = tr("A run that keeps writing, and plots that follow it.");
    report.tags = {tr("demo")};
    report.text = QString(read->report.text).replace(runPlaceholder, run);
    whenDone(m_library.create(report), this, [this](const Result<ReportId> &created) {
        if (created)
            emit openRequested(*created);
        else
            m_notifier.error(created.error().message);
    });
}

} // namespace plotleaf
