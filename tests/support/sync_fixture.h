#pragma once

#include "core/store/library.h"
#include "core/sync/sync_round.h"
#include "fakes/memory_server.h"
#include "support/revision_texts.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QCoroTask>
#include <QTemporaryDir>

namespace plotleaf::test {

/// One person's Plotleaf: a library on disk, and a line to a server.
class SyncClient
{
public:
    SyncClient(MemoryServer &server, const QString &person) : m_server(server), m_person(person)
    {
        start();
        const auto added = await(LibrarySync(*library).addWorkspace(
            {workspace(), QStringLiteral("memory"), person, {}, {}}));
        if (!added)
            qFatal("%s", qPrintable(added.error().detail));
    }

    static QString workspace() { return QStringLiteral("memory/test"); }

    /// As after a crash or a quit: everything in memory is gone.
    void restart()
    {
        remote->stop();
        library.reset();
        start();
    }

    Result<SyncRound::Outcome> sync(const SyncRound::Wishes &wishes = {})
    {
        const SyncRound::Listeners listeners{
            [this](const SyncNotice &notice) { notices.append(notice); },
            [this](int done, int total) {
                progress.append({done, total});
            },
            [this](const SyncDeed &deed) { deeds.append(deed); }};
        auto round = std::make_shared<SyncRound>(
            SyncRound::Tools{LibrarySync(*library), remote, workspace()}, wishes, listeners);
        std::optional<Result<SyncRound::Outcome>> outcome;
        QCoro::waitFor(runInto(round, outcome));
        return *outcome;
    }

    ReportId create(const QString &name, const QString &text, const QString &project = {})
    {
        clock.advance(1000);
        return await(library->create({project, name, {}, {}, text, workspace()})).value();
    }
    void write(const ReportId &id, const QString &text)
    {
        clock.advance(1000);
        const auto saved = await(library->save(id, text));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
    }
    QString text(const ReportId &id) { return await(library->report(id))->text; }
    QStringList revisions(const ReportId &id) { return revisionTexts(*library, id); }
    SyncStatus status(const ReportId &id) { return await(library->summary(id))->sync; }
    SyncCounts counts() { return *await(LibrarySync(*library).counts(workspace())); }

    /// Reports of the workspace (or of this computer), archived ones too, by name.
    QVector<ReportSummary> reports(const QString &in = workspace())
    {
        QVector<ReportSummary> found;
        for (const bool isArchived : {false, true}) {
            ReportQuery query;
            query.workspace = in;
            query.archived = isArchived;
            query.order = ReportOrder::NameAscending;
            query.limit = 100'000;
            const auto hits = await(library->find(query));
            for (const ReportHit &hit : hits->hits)
                found.append(hit.summary);
        }
        return found;
    }
    ReportId named(const QString &name, const QString &in = workspace())
    {
        for (const ReportSummary &summary : reports(in)) {
            if (summary.name == name)
                return summary.id;
        }
        return {};
    }

    TestClock clock;
    RandomIdSource ids;
    std::unique_ptr<Library> library;
    std::shared_ptr<MemoryReports> remote;
    QVector<SyncNotice> notices;
    QVector<std::pair<int, int>> progress;
    QVector<SyncDeed> deeds;

private:
    /// QCoro::waitFor() wants a value that can be made from nothing.
    static QCoro::Task<> runInto(std::shared_ptr<SyncRound> round,
                                 std::optional<Result<SyncRound::Outcome>> &outcome)
    {
        auto running = SyncRound::run(round);
        outcome = co_await running;
    }
    void start()
    {
        library = Library::open(m_folder.path(), clock, ids).value();
        remote = std::make_shared<MemoryReports>(m_server, m_person);
    }

    MemoryServer &m_server;
    QString m_person;
    QTemporaryDir m_folder;
};

/// A server and one person with Plotleaf, made anew for each test.
class SyncTestCase : public QObject
{
    Q_OBJECT

protected:
    RemoteId onServer(const QString &name, const QString &text)
    {
        return m_server->create(name, {{name, {}, {}, {}, false, ReportStatus::Draft}, text},
                                QStringLiteral("web"));
    }
    void webWrites(const RemoteId &id, const QString &text)
    {
        QVERIFY(m_server->change(id, QStringLiteral("web"), [&](ReportState &s) { s.text = text; })
                    .isOk());
    }
    void synced()
    {
        const auto outcome = m_ana->sync();
        QVERIFY2(outcome.isOk(), outcome ? "" : qPrintable(outcome.error().message));
    }

    std::unique_ptr<MemoryServer> m_server;
    std::unique_ptr<SyncClient> m_ana;

private slots:
    void init()
    {
        m_server = std::make_unique<MemoryServer>();
        m_ana = std::make_unique<SyncClient>(*m_server, QStringLiteral("ana"));
    }
};

} // namespace plotleaf::test
