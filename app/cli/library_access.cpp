#include "app/cli/library_access.h"

#include "app/cli/wait_for.h"
#include "core/report/report_link.h"
#include "core/runs/nearest_names.h"
#include "core/store/library_sync.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

constexpr int reportsAtOnce = 2'000;
/// Of reports that share a name, so many are shown.
constexpr qsizetype mostTold = 5;

constexpr auto localId = "local"_L1;

struct LibraryAccess
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::LibraryAccess)
};

/// `message`, and what may have been meant instead.
Error notFound(const QString &message, const QString &wanted, const QStringList &known)
{
    QStringList quoted;
    for (const QString &name : nearestNames(wanted, known))
        quoted += u"“"_s + name + u"”"_s;
    const QString more =
        quoted.isEmpty() ? QString()
                         : u' ' + LibraryAccess::tr("Did you mean %1?").arg(quoted.join(u", "_s));
    return {ErrorCode::NotFound, message + more, {}};
}

QString pathOf(const ReportSummary &report)
{
    return report.project.isEmpty() ? report.name : report.project + u'/' + report.name;
}

/// Live and archived.
Result<QVector<ReportSummary>> reportsOf(Library &library, const QString &workspace)
{
    QVector<ReportSummary> all;
    for (const bool archived : {false, true}) {
        ReportQuery query;
        query.workspace = workspace;
        query.archived = archived;
        const auto half = allReports(library, query);
        if (!half)
            return half.error();
        all += *half;
    }
    return all;
}

/// The report that a server calls so, as such or at the end of an address of its web app.
std::optional<ReportId> reportOnServer(Library &library, const QString &wanted)
{
    const QString path = QUrl(wanted).path();
    const RemoteId remote(path.section(u'/', -1));
    LibrarySync sync(library);
    const auto workspaces = waitFor(sync.workspaces());
    if (!workspaces || remote.isEmpty())
        return std::nullopt;
    for (const Workspace &workspace : *workspaces) {
        const auto remotes = waitFor(sync.remoteIds(workspace.id));
        if (!remotes)
            continue;
        for (auto one = remotes->cbegin(); one != remotes->cend(); ++one) {
            if (*one == remote)
                return one.key();
        }
    }
    return std::nullopt;
}

Error ambiguous(const QString &wanted, const QVector<ReportSummary> &found)
{
    QStringList lines;
    for (const ReportSummary &report : found.mid(0, mostTold))
        lines +=
            u"  "_s + report.id.toString() + u"  "_s + report.workspace + u": "_s + pathOf(report);
    return {ErrorCode::InvalidInput,
            LibraryAccess::tr("%1 reports are called “%2”. Name one by its id.")
                    .arg(found.size())
                    .arg(wanted) +
                u'\n' + lines.join(u'\n'),
            {}};
}

Result<ReportId> reportCalled(Library &library, const QString &wanted, const QString &workspace)
{
    const auto all = reportsOf(library, workspace);
    if (!all)
        return all.error();
    QVector<ReportSummary> found;
    QStringList known;
    for (const ReportSummary &report : *all) {
        known += report.name;
        if (report.name == wanted || pathOf(report) == wanted)
            found += report;
    }
    if (found.size() > 1)
        return ambiguous(wanted, found);
    if (!found.isEmpty())
        return found.first().id;
    if (const auto report = reportOnServer(library, wanted))
        return *report;
    return notFound(LibraryAccess::tr("There is no report “%1”.").arg(wanted), wanted, known);
}

QString stateWord(SyncState state)
{
    switch (state) {
    case SyncState::Local:
        return u"local"_s;
    case SyncState::Clean:
        return u"clean"_s;
    case SyncState::Edited:
        return u"edited"_s;
    case SyncState::MergeNeeded:
        return u"merge_needed"_s;
    case SyncState::Refused:
        return u"refused"_s;
    }
    return {};
}

Result<Report> withText(Result<Report> report)
{
    if (!report || !report->summary.sync.isTextMissing)
        return report;
    return Error{ErrorCode::NotFound,
                 LibraryAccess::tr("The text of “%1” has not been read from its server yet; "
                                   "“plotleaf-cli sync” reads it.")
                     .arg(report->summary.name),
                 {}};
}

} // namespace

Result<std::unique_ptr<Library>> openLibrary(const CommandContext &context, bool create)
{
    const QDir folder(context.libraryFolder);
    if (!create && !QFileInfo::exists(folder.filePath(u"library.db"_s))) {
        return Error{ErrorCode::NotFound,
                     LibraryAccess::tr("There is no library in “%1”.").arg(folder.absolutePath()),
                     {}};
    }
    return Library::open(folder.absolutePath(), *context.clock, context.ids);
}

Result<Workspace> findWorkspace(Library &library, const QString &idOrName)
{
    if (idOrName == localId)
        return Workspace{
            QString(localId), QString(localId), LibraryAccess::tr("This computer"), {}, {}};
    const auto workspaces = waitFor(LibrarySync(library).workspaces());
    if (!workspaces)
        return workspaces.error();
    QStringList known{QString(localId)};
    for (const Workspace &workspace : *workspaces) {
        known += workspace.name;
        if (workspace.id == idOrName || workspace.name == idOrName)
            return workspace;
    }
    return notFound(LibraryAccess::tr("There is no workspace “%1”.").arg(idOrName), idOrName,
                    known);
}

Result<QString> workspaceOption(const QCommandLineParser &parser, Library &library)
{
    if (!parser.isSet(u"workspace"_s))
        return QString();
    const Result<Workspace> workspace = findWorkspace(library, parser.value(u"workspace"_s));
    if (!workspace)
        return workspace.error();
    return workspace->id;
}

void addWorkspaceOption(QCommandLineParser &parser, const QString &description)
{
    parser.addOption({u"workspace"_s, description, LibraryAccess::tr("WORKSPACE")});
}

Result<QVector<ReportSummary>> allReports(Library &library, ReportQuery query)
{
    QVector<ReportSummary> all;
    query.limit = reportsAtOnce;
    for (;;) {
        query.offset = static_cast<int>(all.size());
        const Result<ReportHits> page = waitFor(library.find(query));
        if (!page)
            return page.error();
        for (const ReportHit &hit : page->hits)
            all += hit.summary;
        if (page->hits.isEmpty() || all.size() >= page->total)
            return all;
    }
}

Result<Report> findReport(Library &library, const QString &wanted, const QString &workspace)
{
    const ReportId id = reportOfLink(wanted).value_or(ReportId(wanted));
    Result<Report> report = waitFor(library.report(id));
    if (report && (workspace.isEmpty() || report->summary.workspace == workspace))
        return withText(std::move(report));
    const Result<ReportId> found = reportCalled(library, wanted, workspace);
    if (!found)
        return found.error();
    return withText(waitFor(library.report(*found)));
}

Result<NamedReport> openNamedReport(const QCommandLineParser &parser,
                                    const CommandContext &context,
                                    const QString &wanted)
{
    auto library = openLibrary(context, false);
    if (!library)
        return library.error();
    const Result<QString> workspace = workspaceOption(parser, **library);
    if (!workspace)
        return workspace.error();
    Result<Report> report = findReport(**library, wanted, *workspace);
    if (!report)
        return report.error();
    return NamedReport{std::move(library).value(), std::move(report).value()};
}

std::optional<RemoteId> serverId(Library &library, const ReportSummary &report)
{
    const auto remotes = waitFor(LibrarySync(library).remoteIds(report.workspace));
    if (!remotes || !remotes->contains(report.id))
        return std::nullopt;
    return remotes->value(report.id);
}

QJsonObject reportJson(const ReportSummary &summary, const std::optional<RemoteId> &remote)
{
    const SyncStatus &status = summary.sync;
    QJsonObject json{
        {u"id"_s, summary.id.toString()},
        {u"workspace"_s, summary.workspace},
        {u"name"_s, summary.name},
        {u"project"_s, summary.project},
        {u"description"_s, summary.description},
        {u"tags"_s, QJsonArray::fromStringList(summary.tags)},
        {u"author"_s, summary.author},
        {u"status"_s, summary.status == ReportStatus::Published ? u"published"_s : u"draft"_s},
        {u"archived"_s, summary.archived},
        {u"created"_s, summary.created.toUTC().toString(Qt::ISODate)},
        {u"updated"_s, summary.updated.toUTC().toString(Qt::ISODate)}};
    if (status.state == SyncState::Local)
        return json;
    json.insert(u"sync"_s, stateWord(status.state));
    json.insert(u"server_id"_s, remote ? QJsonValue(remote->toString()) : QJsonValue());
    if (!status.reason.isEmpty())
        json.insert(u"reason"_s, status.reason);
    return json;
}

} // namespace plotleaf
