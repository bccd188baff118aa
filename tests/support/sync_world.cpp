#include "support/sync_world.h"

using namespace Qt::StringLiterals;

namespace plotleaf::test {

namespace {

ReportState webDraft(const QString &name, const QString &text)
{
    return {{name, {}, {}, {}, false, ReportStatus::Draft}, text};
}

/// A kept report has the same name with a word behind it.
QString plainName(const QString &name)
{
    return name.section(u' ', 0, 1);
}

} // namespace

SyncWorld::SyncWorld(quint32 seed) : m_random(seed)
{
    for (auto &client : m_clients)
        client =
            std::make_unique<SyncClient>(m_server, u"person %1"_s.arg(&client - m_clients.data()));
}

QString SyncWorld::newLine()
{
    return u"line-%1;"_s.arg(++m_lines);
}

Fault SyncWorld::someFault()
{
    const int dice = below(100);
    if (dice < 80)
        return Fault::None;
    constexpr std::array faults{Fault::Lost,    Fault::CutAfter, Fault::Doubled,
                                Fault::Delayed, Fault::Kill,     Fault::KillBefore};
    return faults.at(static_cast<size_t>(dice % 6));
}

std::optional<ReportSummary> SyncWorld::someReport(SyncClient &client)
{
    const QVector<ReportSummary> reports = client.reports();
    if (reports.isEmpty())
        return std::nullopt;
    return reports.at(below(static_cast<int>(reports.size())));
}

std::optional<RemoteId> SyncWorld::someRemote()
{
    const QVector<RemoteId> ids = m_server.ids();
    if (ids.isEmpty())
        return std::nullopt;
    return ids.at(below(static_cast<int>(ids.size())));
}

/// A few lines more, one less, or one in place of another.
QString SyncWorld::edited(const QString &text)
{
    QStringList lines = text.split(u'\n');
    const int at = below(static_cast<int>(lines.size()));
    switch (below(4)) {
    case 0:
        lines[at] = newLine();
        break;
    case 1:
        lines.removeAt(at);
        lines.append(newLine());
        break;
    default:
        lines.insert(at, newLine());
    }
    return lines.join(u'\n');
}

// --- What people do --------------------------------------------------------------------------

void SyncWorld::clientWrites()
{
    SyncClient &client = someone();
    const auto report = someReport(client);
    if (!report || report->status == ReportStatus::Published)
        return;
    client.clock.advance(1000);
    const QString before = client.text(report->id);
    const QString text = edited(before);
    if (below(6) == 0)
        (void)await(client.library->journal(report->id, text));
    const bool isSaved = below(6) != 0 && await(client.library->save(report->id, text)).isOk();
    for (const QString &line : text.split(u'\n')) {
        // What was only typed may be typed over.
        if (isSaved)
            m_reportOfLine.insert(line, plainName(report->name));
    }
}

void SyncWorld::clientChangesAField()
{
    SyncClient &client = someone();
    const auto report = someReport(client);
    if (!report)
        return;
    client.clock.advance(1000);
    if (below(2) == 0)
        (void)await(client.library->setTags(report->id, report->tags + QStringList{newLine()}));
    else if (below(2) == 0)
        (void)await(client.library->setDescription(report->id, newLine()));
    else
        (void)await(client.library->move(report->id, u"project-%1"_s.arg(below(4))));
}

void SyncWorld::clientCreates()
{
    const QString name = u"Report %1"_s.arg(newLine());
    const QString text = newLine();
    m_reportOfLine.insert(text, name);
    m_made.insert(name);
    someone().create(name, text, u"project-%1"_s.arg(below(4)));
}

void SyncWorld::clientArchives()
{
    SyncClient &client = someone();
    if (const auto report = someReport(client))
        (void)await(client.library->setArchived(report->id, !report->archived));
}

void SyncWorld::clientDeletes()
{
    SyncClient &client = someone();
    const auto report = someReport(client);
    if (report && report->archived && await(client.library->remove(report->id)))
        m_deleted.insert(plainName(report->name));
}

void SyncWorld::clientPublishes()
{
    SyncClient &client = someone();
    if (const auto report = someReport(client); report && below(3) == 0)
        (void)await(client.library->publish(report->id));
}

void SyncWorld::clientSyncs()
{
    SyncClient &client = someone();
    client.remote->faults = [this] {
        // While a request is on its way, others work too.
        if (below(8) == 0)
            webWrites();
        return someFault();
    };
    (void)client.sync({true, below(4) == 0, {}});
    client.remote->faults = nullptr;
    if (client.remote->isStopped())
        client.restart();
    if (below(3) == 0)
        clientResolves(client);
}

void SyncWorld::clientRestarts()
{
    someone().restart();
}

void SyncWorld::clientResolves(SyncClient &client)
{
    LibrarySync library(*client.library);
    const QVector<ReportSummary> reports = client.reports();
    for (const ReportSummary &report : reports) {
        const auto merge = await(library.pendingMerge(report.id));
        if (!merge)
            continue;
        const auto merged = mergeTexts(merge->base, merge->mine, merge->theirs);
        const auto choice = below(2) == 0 ? MergeChoice::MineThenTheirs : MergeChoice::Theirs;
        (void)await(library.resolveMerge(report.id, *merge, merged->text(choice)));
    }
}

void SyncWorld::webWrites()
{
    const auto id = someRemote();
    if (!id)
        return;
    const QString text = edited(m_server.state(*id).text);
    const bool isTaken =
        m_server.change(*id, u"web"_s, [&](ReportState &state) { state.text = text; }).isOk();
    if (!isTaken)
        return;
    for (const QString &line : text.split(u'\n'))
        m_reportOfLine.insert(line, m_server.state(*id).fields.name);
}

void SyncWorld::webChangesAField()
{
    const auto id = someRemote();
    if (!id)
        return;
    (void)m_server.change(*id, u"web"_s, [this](ReportState &state) {
        if (below(2) == 0)
            state.fields.tags = {newLine()};
        else if (below(2) == 0)
            state.fields.archived = !state.fields.archived;
        else
            state.fields.project = u"project-%1"_s.arg(below(4));
    });
}

void SyncWorld::webCreates()
{
    const QString name = u"Report %1"_s.arg(newLine());
    const QString text = newLine();
    m_reportOfLine.insert(text, name);
    m_made.insert(name);
    m_server.create(name, webDraft(name, text), u"web"_s);
}

void SyncWorld::webDeletes()
{
    const auto id = someRemote();
    if (!id || below(3) != 0)
        return;
    m_deleted.insert(m_server.state(*id).fields.name);
    (void)m_server.remove(*id);
}

void SyncWorld::webPublishes()
{
    if (const auto id = someRemote(); id && below(3) == 0)
        (void)m_server.publish(*id, u"web"_s);
}

void SyncWorld::live(int events)
{
    constexpr std::array<std::pair<Action, int>, 13> actions{{
        {&SyncWorld::clientWrites, 30},
        {&SyncWorld::clientChangesAField, 8},
        {&SyncWorld::clientCreates, 6},
        {&SyncWorld::clientArchives, 4},
        {&SyncWorld::clientDeletes, 3},
        {&SyncWorld::clientPublishes, 2},
        {&SyncWorld::clientSyncs, 30},
        {&SyncWorld::clientRestarts, 2},
        {&SyncWorld::webWrites, 12},
        {&SyncWorld::webChangesAField, 4},
        {&SyncWorld::webCreates, 4},
        {&SyncWorld::webDeletes, 3},
        {&SyncWorld::webPublishes, 2},
    }};
    for (int i = 0; i < 3; ++i)
        webCreates();
    for (int event = 0; event < events; ++event) {
        int dice = below(110);
        for (const auto &[action, weight] : actions) {
            dice -= weight;
            if (dice < 0) {
                (this->*action)();
                break;
            }
        }
    }
}

// --- What must hold --------------------------------------------------------------------------

/// Everybody takes up what was typed before a crash, merges and synchronises, until nothing moves.
bool SyncWorld::settle()
{
    for (int turn = 0; turn < 30; ++turn) {
        bool isQuiet = true;
        for (const auto &client : m_clients) {
            for (const ReportSummary &report : client->reports()) {
                const auto recovered = await(client->library->recovered(report.id));
                if (recovered && *recovered)
                    (void)await(client->library->save(report.id, **recovered));
            }
            clientResolves(*client);
            client->remote->calls.clear();
            const auto first = client->sync({true, true, {}});
            if (!first)
                return false;
            // A person is asked about many; here they say that it is so.
            const QSet<RemoteId> gone(first->vanished.cbegin(), first->vanished.cend());
            if (!gone.isEmpty() && !client->sync({true, true, gone}))
                return false;
            const SyncCounts counts = client->counts();
            for (const QString &request : {u"read"_s, u"update"_s, u"create"_s, u"remove"_s,
                                           u"move"_s, u"setArchived"_s, u"publish"_s})
                isQuiet &= client->remote->calls.value(request) == 0;
            isQuiet &= counts.edited + counts.mergeNeeded + counts.wanted + counts.deleted == 0;
        }
        if (isQuiet)
            return true;
    }
    return false;
}

QString SyncWorld::disagreement()
{
    for (const auto &client : m_clients) {
        const QVector<ReportSummary> reports = client->reports();
        if (reports.size() != m_server.ids().size())
            return u"%1 reports here, %2 on the server"_s.arg(reports.size())
                .arg(m_server.ids().size());
        for (const RemoteId &id : m_server.ids()) {
            const ReportState there = m_server.state(id);
            const ReportId here = client->named(there.fields.name);
            if (here.isEmpty())
                return u"missing: "_s + there.fields.name;
            const auto report = await(client->library->report(here));
            const ReportSummary &is = report->summary;
            const ReportState state{
                {is.name, is.description, is.tags, is.project, is.archived, is.status},
                report->text};
            if (!(state == there))
                return u"different: "_s + there.fields.name + u"\nhere:\n" + report->text +
                       u"\nthere:\n" + there.text;
        }
    }
    return {};
}

/// Every line that was ever written is in a revision somewhere, unless its report was deleted on
/// purpose.
QString SyncWorld::lostText()
{
    QString all;
    for (const auto &client : m_clients) {
        for (const QString &place : {SyncClient::workspace(), u"local"_s}) {
            for (const ReportSummary &report : client->reports(place))
                all += client->revisions(report.id).join(u'\n') + u'\n';
        }
    }
    for (const QString &text : m_server.overwrittenUnread())
        all += text + u'\n';
    for (auto line = m_reportOfLine.cbegin(); line != m_reportOfLine.cend(); ++line) {
        if (!m_deleted.contains(line.value()) && !all.contains(line.key()))
            return u"lost: %1 of %2"_s.arg(line.key(), line.value());
    }
    return {};
}

QString SyncWorld::lostReport()
{
    QSet<QString> there;
    for (const RemoteId &id : m_server.ids())
        there.insert(m_server.state(id).fields.name);
    for (const QString &name : m_made) {
        if (!there.contains(name) && !m_deleted.contains(name))
            return u"nobody deleted it, and it is gone: "_s + name;
    }
    return {};
}

QString SyncWorld::problemInTheEnd()
{
    if (!settle())
        return u"does not come to rest"_s;
    for (const QString &problem : {disagreement(), lostText(), lostReport()}) {
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace plotleaf::test
