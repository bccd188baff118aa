#include "app/cli/page/export_command.h"

#include "app/cli/page/export_source.h"
#include "app/cli/wait_for.h"
#include "core/base/durable_file.h"
#include "ui/page/html_exporter.h"
#include "ui/page/page_printer.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct ExportTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::ExportCommand)
};

enum class ExportFormat { Pdf, Html };

std::optional<ExportFormat> formatCalled(const QString &name)
{
    if (name == "pdf"_L1)
        return ExportFormat::Pdf;
    if (name == "html"_L1 || name == "htm"_L1)
        return ExportFormat::Html;
    return std::nullopt;
}

/// What --format says; without it, the ending of the file.
std::optional<ExportFormat> formatOf(const QCommandLineParser &parser)
{
    return formatCalled(parser.isSet(u"format"_s)
                            ? parser.value(u"format"_s).toLower()
                            : QFileInfo(parser.value(u"output"_s)).suffix().toLower());
}

/// To the file, or to standard output for `-`.
Result<void> writeOutput(const QString &path, const QByteArray &bytes)
{
    if (path != "-"_L1)
        return writeDurably(path, bytes);
    QFile output;
    if (output.open(stdout, QIODevice::WriteOnly) && output.write(bytes) == bytes.size() &&
        output.flush())
        return {};
    return Error{ErrorCode::Io, ExportTexts::tr("The output cannot be written."),
                 output.errorString()};
}

std::optional<QPageSize::PageSizeId> pageSizeOf(const QString &name)
{
    for (const auto &[known, id] :
         {std::pair{"A3", QPageSize::A3}, std::pair{"A4", QPageSize::A4},
          std::pair{"A5", QPageSize::A5}, std::pair{"Letter", QPageSize::Letter},
          std::pair{"Legal", QPageSize::Legal}}) {
        if (name.compare(QLatin1String(known), Qt::CaseInsensitive) == 0)
            return id;
    }
    return std::nullopt;
}

/// "20", or "20,15,20,15": top, right, bottom, left, as in CSS.
std::optional<QMarginsF> marginsOf(const QString &text)
{
    QVector<double> values;
    for (const QString &part : text.split(u',')) {
        bool isNumber = false;
        const double value = part.trimmed().toDouble(&isNumber);
        if (!isNumber || value < 0 || value > 100)
            return std::nullopt;
        values += value;
    }
    if (values.size() == 1)
        return QMarginsF(values[0], values[0], values[0], values[0]);
    if (values.size() == 4)
        return QMarginsF(values[3], values[0], values[1], values[2]);
    return std::nullopt;
}

/// The mistake in the command line, if there is one.
std::optional<QString> readOptions(const QCommandLineParser &parser, PdfOptions &options)
{
    const auto size = pageSizeOf(parser.value(u"page-size"_s));
    if (!size)
        return ExportTexts::tr("Page sizes are A3, A4, A5, Letter and Legal.");
    options.pageSize = *size;
    if (parser.isSet(u"margins"_s)) {
        const auto margins = marginsOf(parser.value(u"margins"_s));
        if (!margins)
            return ExportTexts::tr("Margins are one or four numbers of millimetres up to 100.");
        options.margins = *margins;
    }
    bool isNumber = false;
    const int seconds = parser.value(u"deadline"_s).toInt(&isNumber);
    if (!isNumber || seconds < 1 || seconds > 24 * 3600)
        return ExportTexts::tr("The deadline is a number of seconds up to a day.");
    options.deadline = seconds * 1000;
    options.titleBlock = !parser.isSet(u"no-title-block"_s);
    options.contents = !parser.isSet(u"no-contents"_s);
    options.header = !parser.isSet(u"no-header"_s);
    options.footer = !parser.isSet(u"no-footer"_s);
    return std::nullopt;
}

Result<ExportedFile> exportReport(const PrintedReport &report,
                                  ExportFormat format,
                                  const PdfOptions &options,
                                  const Clock &clock)
{
    if (format == ExportFormat::Pdf) {
        PagePrinter printer(clock);
        return waitFor(printer.pdf(report, options));
    }
    HtmlExporter exporter;
    return waitFor(
        exporter.html(report, {{options.titleBlock, options.contents}, options.deadline}));
}

} // namespace

QString ExportCommand::name() const
{
    return u"export"_s;
}

QString ExportCommand::summary() const
{
    return ExportTexts::tr("Write a report as a PDF or as one static HTML file");
}

void ExportCommand::describe(QCommandLineParser &parser) const
{
    parser.addOptions({
        {{u"o"_s, u"output"_s},
         ExportTexts::tr(
             "The file to write, - for standard output. Its ending, .pdf or .html, says "
             "which."),
         ExportTexts::tr("OUT")},
        {u"format"_s, ExportTexts::tr("pdf or html, whatever the file's ending."),
         ExportTexts::tr("FORMAT")},
        {u"page-size"_s, ExportTexts::tr("A3, A4, A5, Letter or Legal (A4)."),
         ExportTexts::tr("SIZE"), u"A4"_s},
        {u"margins"_s,
         ExportTexts::tr("Millimetres: one number, or top,right,bottom,left (20,15,20,15)."),
         ExportTexts::tr("MM")},
        {u"no-title-block"_s, ExportTexts::tr("Leave out name, author, date and the like.")},
        {u"no-contents"_s, ExportTexts::tr("Leave out the list of headings.")},
        {u"no-header"_s, ExportTexts::tr("Print no header.")},
        {u"no-footer"_s, ExportTexts::tr("Print no page numbers.")},
        {u"allow-remote-images"_s,
         ExportTexts::tr("Fetch pictures that are elsewhere on the web.")},
        {u"deadline"_s,
         ExportTexts::tr("Give up when not everything is drawn after so many seconds (60)."),
         ExportTexts::tr("SECONDS"), u"60"_s},
    });
    parser.addPositionalArgument(u"report"_s,
                                 ExportTexts::tr("A Markdown file, or a report of the library by "
                                                 "its id or name."),
                                 ExportTexts::tr("REPORT|FILE.md"));
}

QString ExportCommand::details() const
{
    return ExportTexts::tr(
        "Frames of ClearML are drawn from the server that CLEARML_API_HOST, CLEARML_WEB_HOST,\n"
        "CLEARML_API_ACCESS_KEY and CLEARML_API_SECRET_KEY name. Keys to cloud stores that its\n"
        "samples are in come from Settings > Cloud storage, of reports of the library, or from\n"
        "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_DEFAULT_REGION and\n"
        "AWS_ENDPOINT_URL_S3 (a store of your own); AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_KEY\n"
        "or AZURE_STORAGE_SAS_TOKEN. Keys of these variables open any bucket that a task of the\n"
        "report names.");
}

ExitCode ExportCommand::runWithPage(const QCommandLineParser &parser, CommandContext &context) const
{
    const QStringList reports = parser.positionalArguments();
    if (reports.size() != 1)
        return misuse(context, ExportTexts::tr("Name one report or Markdown file."));
    const QString output = parser.value(u"output"_s);
    const auto format = formatOf(parser);
    if (output.isEmpty() || !format)
        return misuse(context,
                      ExportTexts::tr("Name the file to write with -o; it ends in .pdf or .html, "
                                      "or --format says what it is."));
    PdfOptions options;
    if (const auto mistake = readOptions(parser, options))
        return misuse(context, *mistake);
    const auto source = ExportSource::open(reports.first(), context);
    if (!source)
        return fail(context, source.error());
    if (parser.isSet(u"allow-remote-images"_s))
        (*source)->allowRemoteImages();
    const Result<ExportedFile> file =
        exportReport((*source)->report(), *format, options, *context.clock);
    if (!file)
        return fail(context, file.error());
    const Result<void> written = writeOutput(output, file->bytes);
    if (!written)
        return fail(context, written.error());
    for (const QString &problem : file->problems)
        context.err << ExportTexts::tr("not drawn: %1").arg(problem) << Qt::endl;
    return ExitCode::Done;
}

} // namespace plotleaf
