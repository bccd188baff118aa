#include "app/cli/library_access.h"

#include "app/cli/wait_for.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct LibraryAccess
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::LibraryAccess)
};

/// Reports of one of the two halves of the library whose name is exactly this.
Result<QVector<ReportSummary>> reportsCalled(Library &library, const QString &name, bool archived)
{
    ReportQuery query;
    query.archived = archived;
    QVector<ReportSummary> found;
    for (;;) {
        const Result<ReportHits> page = waitFor(library.find(query));
        if (!page)
            return page.error();
        for (const ReportHit &hit : page->hits) {
            if (hit.summary.name == name)
                found += hit.summary;
        }
        query.offset += static_cast<int>(page->hits.size());
        if (page->hits.isEmpty() || query.offset >= page->total)
            return found;
    }
}

Result<Report> withText(Result<Report> report)
{
    if (!report || !report->summary.sync.isTextMissing)
        return report;
    return Error{
        ErrorCode::NotFound,
        LibraryAccess::tr("The text of “%1” has not been read from its server yet. Open it "
                          "in Plotleaf once.")
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
    return Library::open(folder.absolutePath(), context.clock, context.ids);
}

Result<Report> findReport(Library &library, const QString &idOrName)
{
    if (Result<Report> report = waitFor(library.report(ReportId(idOrName))))
        return withText(std::move(report));
    QVector<ReportSummary> found;
    for (const bool archived : {false, true}) {
        const auto reports = reportsCalled(library, idOrName, archived);
        if (!reports)
            return reports.error();
        found += *reports;
    }
    if (found.isEmpty()) {
        return Error{
            ErrorCode::NotFound, LibraryAccess::tr("There is no report “%1”.").arg(idOrName), {}};
    }
    if (found.size() > 1) {
        return Error{ErrorCode::InvalidInput,
                     LibraryAccess::tr("%1 reports are called “%2”. Name one by its id.")
                         .arg(found.size())
                         .arg(idOrName),
                     {}};
    }
    return withText(waitFor(library.report(found.first().id)));
}

QJsonObject reportJson(const ReportSummary &summary)
{
    return {{u"id"_s, summary.id.toString()},
            {u"name"_s, summary.name},
            {u"project"_s, summary.project},
            {u"description"_s, summary.description},
            {u"tags"_s, QJsonArray::fromStringList(summary.tags)},
            {u"author"_s, summary.author},
            {u"status"_s, summary.status == ReportStatus::Published ? u"published"_s : u"draft"_s},
            {u"archived"_s, summary.archived},
            {u"created"_s, summary.created.toUTC().toString(Qt::ISODate)},
            {u"updated"_s, summary.updated.toUTC().toString(Qt::ISODate)}};
}

} // namespace plotleaf
