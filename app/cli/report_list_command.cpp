#include "app/cli/report_list_command.h"

#include "app/cli/library_access.h"
#include "app/cli/wait_for.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ReportListTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ReportListCommand)
};

ReportQuery listQuery(const QCommandLineParser &parser)
{
    ReportQuery query;
    query.archived = parser.isSet(u"archived"_s);
    if (parser.isSet(u"project"_s))
        query.project = parser.value(u"project"_s);
    query.includeTags = parser.values(u"tag"_s);
    query.tagMatch = TagMatch::All;
    query.search = parser.value(u"search"_s);
    return query;
}

void printLine(QTextStream &out, const ReportSummary &summary)
{
    const QString place =
        summary.project.isEmpty() ? summary.name : summary.project + u'/' + summary.name;
    out << summary.id.toString() << u"  "_s
        << summary.updated.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) << u"  "_s << place
        << Qt::endl;
}

} // namespace

QString ReportListCommand::name() const
{
    return u"report list"_s;
}

QString ReportListCommand::summary() const
{
    return ReportListTexts::tr("List the reports of the library");
}

void ReportListCommand::describe(QCommandLineParser &parser) const
{
    parser.addOptions({
        {u"project"_s, ReportListTexts::tr("Only of this project and those below it."),
         ReportListTexts::tr("PROJECT")},
        {u"tag"_s, ReportListTexts::tr("Only with this tag; may be repeated."),
         ReportListTexts::tr("TAG")},
        {u"search"_s, ReportListTexts::tr("Only with these words."), ReportListTexts::tr("WORDS")},
        {u"archived"_s, ReportListTexts::tr("The archive instead of the library.")},
        {u"json"_s, ReportListTexts::tr("Print JSON.")},
    });
}

ExitCode ReportListCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    if (!parser.positionalArguments().isEmpty())
        return misuse(context, ReportListTexts::tr("This command takes no arguments."));
    const auto library = openLibrary(context, false);
    if (!library)
        return fail(context, library.error());
    ReportQuery query = listQuery(parser);
    QJsonArray json;
    for (;;) {
        const Result<ReportHits> page = waitFor((*library)->find(query));
        if (!page)
            return fail(context, page.error());
        for (const ReportHit &hit : page->hits) {
            if (parser.isSet(u"json"_s))
                json += reportJson(hit.summary);
            else
                printLine(context.out, hit.summary);
        }
        query.offset += static_cast<int>(page->hits.size());
        if (page->hits.isEmpty() || query.offset >= page->total)
            break;
    }
    if (parser.isSet(u"json"_s))
        context.out << QString::fromUtf8(QJsonDocument(json).toJson());
    return ExitCode::Done;
}

} // namespace plotleaf
