#pragma once

#include "support/sync_fixture.h"

#include <array>
#include <random>

namespace plotleaf::test {

/// Three people with Plotleaf and one on the web page write at the same reports of one server, over
/// lines that lose, cut, double and delay requests and programs that die; then all is well again
/// and everybody synchronises until nothing moves. All of it follows from the seed, but for the
/// order in which threads answer.
class SyncWorld
{
public:
    explicit SyncWorld(quint32 seed);

    /// So many things happen.
    void live(int events);
    /// What is wrong in the end; empty: nothing.
    QString problemInTheEnd();

private:
    using Action = void (SyncWorld::*)();

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    SyncClient &someone() { return *m_clients.at(static_cast<size_t>(below(3))); }
    std::optional<ReportSummary> someReport(SyncClient &client);
    std::optional<RemoteId> someRemote();
    /// A line that nobody has written before.
    QString newLine();
    QString edited(const QString &text);
    Fault someFault();

    void clientWrites();
    void clientChangesAField();
    void clientCreates();
    void clientArchives();
    void clientDeletes();
    void clientPublishes();
    void clientSyncs();
    void clientRestarts();
    void clientResolves(SyncClient &client);
    void webWrites();
    void webChangesAField();
    void webCreates();
    void webDeletes();
    void webPublishes();

    bool settle();
    QString disagreement();
    QString lostText();
    QString lostReport();

    std::mt19937 m_random;
    MemoryServer m_server;
    std::array<std::unique_ptr<SyncClient>, 3> m_clients;
    int m_lines = 0;
    /// Every line with the report it was written into. By name: a name is never changed here.
    QHash<QString, QString> m_reportOfLine;
    QSet<QString> m_deleted; ///< names of the reports that somebody deleted
    QSet<QString> m_made;
};

} // namespace plotleaf::test
