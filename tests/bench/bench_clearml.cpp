#include "bench/bench.h"
#include "bench/first_pull.h"
#include "core/panels/panel_feeds.h"
#include "core/runs/run_sources.h"
#include "core/services/clearml/clearml_reports.h"
#include "core/services/clearml/clearml_source_maker.h"
#include "core/services/clearml/clearml_workspace.h"
#include "core/store/cache.h"
#include "core/store/library.h"
#include "core/store/stored_run_cache.h"
#include "core/sync/sync_round.h"
#include "support/clearml_fixture.h"
#include "support/panel_fixture.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cmath>

// A ClearML server on this machine (the tests' fake, in this process and thread, so what it takes
// is counted too) and Plotleaf's way to it: HTTP, JSON, the library on disk, figures.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int reportsOnServer = 10'000;
constexpr int editedReports = 100;
constexpr int widgets = 20;
constexpr int tasksPerWidget = 10;
constexpr int pointsPerSeries = 1000;

/// A library that has the fake server as a workspace.
struct Desk
{
    test::ClearmlFixture clearml;
    QTemporaryDir folder;
    RandomIdSource ids;
    std::unique_ptr<Library> library;
    Workspace workspace;
    std::shared_ptr<ClearmlReports> remote;

    Desk()
    {
        clearml.server.isChecking = false;
        library = Library::open(folder.path(), clearml.clock, ids).value();
        const ClearmlPlace place{clearml.servers(), clearml.server.accessKey, {}, {}};
        workspace = clearmlWorkspace(u"bench"_s, place);
        if (!test::await(LibrarySync(*library).addWorkspace(workspace)))
            qFatal("no workspace");
        remote = std::make_shared<ClearmlReports>(clearml.client);
    }

    void sync(const SyncRound::Wishes &wishes = {})
    {
        auto round = std::make_shared<SyncRound>(
            SyncRound::Tools{LibrarySync(*library), remote, workspace.id}, wishes,
            SyncRound::Listeners{[](const SyncNotice &) {}, [](int, int) {}});
        const auto outcome = test::awaitTask(SyncRound::run(round));
        if (!outcome)
            qFatal("%s %s", qPrintable(outcome.error().message),
                   qPrintable(outcome.error().detail));
    }
};

QString someText(int number)
{
    return u"# Report %1\n\n"_s.arg(number) +
           u"The loss falls, the accuracy rises.\n"_s.repeated(60);
}

void benchReports()
{
    Desk desk;
    desk.clearml.server.world.msBetweenTicks = 60'000; // as people write
    for (int i = 0; i < reportsOnServer; ++i)
        desk.clearml.server.world.addReport(u"Report %1"_s.arg(i), u"team/project-%1"_s.arg(i % 50),
                                            someText(i));
    Samples first;
    Samples cards;
    timeFirstPull(*desk.library, first, cards, [&] { desk.sync({false, false, {}}); });
    printRow(u"clearml, first pull: first cards of 10,000 reports"_s, first);
    printRow(u"clearml, first pull: all cards"_s, cards);
    Samples texts;
    texts.time([&] { desk.sync(); });
    printRow(u"clearml, first pull: all texts"_s, texts);
    Samples nothing;
    for (int i = 0; i < 20; ++i)
        nothing.time([&] { desk.sync(); });
    printRow(u"clearml, round without a change"_s, nothing);

    ReportQuery query;
    query.workspace = desk.workspace.id;
    query.limit = editedReports;
    const auto hits = test::await(desk.library->find(query));
    for (const ReportHit &hit : hits->hits)
        (void)test::await(desk.library->save(hit.summary.id, u"Edited here.\n"_s));
    Samples push;
    push.time([&] { desk.sync(); });
    printRow(u"clearml, push of 100 edits"_s, push);
}

/// Reports values of a metric for each widget.
QStringList addTasks(test::ClearmlWorld &world)
{
    QStringList tasks;
    for (int task = 0; task < tasksPerWidget; ++task) {
        tasks.append(world.addTask(u"task %1"_s.arg(task), u"team"_s));
        for (int metric = 0; metric < widgets; ++metric) {
            for (int point = 0; point < pointsPerSeries; ++point)
                world.scalars[tasks.last()].append({u"m%1"_s.arg(metric), u"v"_s, point,
                                                    1'795'306'000'000 + point * 1000,
                                                    std::sin(0.01 * point) + task});
        }
    }
    return tasks;
}

MarkdownDocumentPtr frames(const test::ClearmlFixture &clearml, const QStringList &tasks)
{
    QVector<std::pair<QString, QString>> fences;
    for (int metric = 0; metric < widgets; ++metric) {
        fences.append(
            {u"iframe"_s, clearml.server.http.url().toString() +
                              u"/widgets/?type=scalar&metrics=m%1&variants=v"_s.arg(metric) +
                              u"&objects="_s + tasks.join(u"&objects="_s)});
    }
    return test::panelDocument(fences);
}

/// Opens all frames and waits until each has a plot, from wherever it comes first.
void showAll(PanelFeeds &feeds)
{
    std::vector<std::unique_ptr<PanelFeed>> opened;
    for (int i = 0; i < widgets; ++i) {
        opened.push_back(feeds.open(QString::number(i)));
        opened.back()->setVisible(true);
    }
    for (const auto &feed : opened) {
        while (!feed->figure() || feed->figure()->kind != Figure::Kind::Plot)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void benchWidgets()
{
    test::ClearmlFixture clearml;
    clearml.server.isChecking = false;
    const MarkdownDocumentPtr document = frames(clearml, addTasks(clearml.server.world));
    const QTemporaryDir folder;
    StoredRunCache cache(Cache::open(folder.filePath(u"cache.db"_s), clearml.clock));
    const auto show = [&](RunSources &sources) {
        PanelFeeds feeds(sources, clearml.clock, QString());
        feeds.setCache(&cache);
        feeds.setDocument(document);
        showAll(feeds);
    };
    Samples server;
    server.time([&] {
        RunSources sources;
        sources.addMaker(clearmlSourceMaker({{u"bench"_s, clearml.client}}));
        show(sources);
    });
    printRow(u"clearml, 20 widgets of 10 tasks from the server"_s, server);
    Samples kept;
    for (int i = 0; i < 20; ++i) {
        kept.time([&] {
            RunSources nobody;
            show(nobody);
        });
    }
    printRow(u"clearml, 20 widgets of 10 tasks from the cache"_s, kept);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    benchReports();
    benchWidgets();
    return 0;
}
