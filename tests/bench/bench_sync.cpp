#include "bench/bench.h"
#include "bench/first_pull.h"
#include "support/sync_fixture.h"

#include <QCoreApplication>

// One library and a server of 10,000 reports in memory: what synchronising costs here, without the
// network.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int reportsOnServer = 10'000;
constexpr int editedReports = 100;

QString someText(int number)
{
    return u"# Report %1\n\n"_s.arg(number) +
           u"The loss falls, the accuracy rises.\n"_s.repeated(60);
}

void fillServer(test::MemoryServer &server)
{
    server.cardsAtOnce = 500;
    server.msBetweenChanges = 60'000; // as people write
    for (int i = 0; i < reportsOnServer; ++i)
        server.create(QString::number(i),
                      {{u"Report %1"_s.arg(i),
                        {},
                        {u"tag"_s},
                        u"team/project-%1"_s.arg(i % 50),
                        false,
                        ReportStatus::Draft},
                       someText(i)},
                      u"web"_s);
}

void mustWork(const Result<SyncRound::Outcome> &outcome)
{
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().message));
}

void benchRounds(test::SyncClient &client)
{
    Samples first;
    Samples cards;
    timeFirstPull(*client.library, first, cards, [&] {
        mustWork(client.sync({false, false, {}}));
    });
    printRow(u"sync, first pull: first cards of 10,000 reports"_s, first);
    printRow(u"sync, first pull: all cards"_s, cards);
    Samples texts;
    texts.time([&] { mustWork(client.sync()); });
    printRow(u"sync, first pull: all texts"_s, texts);
    Samples nothing;
    for (int i = 0; i < 20; ++i)
        nothing.time([&] { mustWork(client.sync()); });
    printRow(u"sync, round without a change"_s, nothing);
    Samples check;
    for (int i = 0; i < 5; ++i)
        check.time([&] { mustWork(client.sync({true, true, {}})); });
    printRow(u"sync, round with a check of all"_s, check);
}

void benchEdits(test::MemoryServer &server, test::SyncClient &client)
{
    const QVector<ReportSummary> reports = client.reports();
    for (int i = 0; i < editedReports; ++i)
        client.write(reports.at(i * 7).id, someText(i) + u"Edited here.\n"_s);
    Samples push;
    push.time([&] { mustWork(client.sync()); });
    printRow(u"sync, push of 100 edits"_s, push);
    const QVector<RemoteId> ids = server.ids();
    for (int i = 0; i < editedReports; ++i)
        (void)server.change(ids.at(i * 11), u"web"_s,
                            [](ReportState &state) { state.text += u"Edited there.\n"_s; });
    Samples pull;
    pull.time([&] { mustWork(client.sync()); });
    printRow(u"sync, pull of 100 edits"_s, pull);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    test::MemoryServer server;
    fillServer(server);
    test::SyncClient client(server, u"ana"_s);
    benchRounds(client);
    benchEdits(server, client);
    return 0;
}
