#include "app/cli/render_command.h"

#include "app/cli/render_text.h"
#include "core/report/markdown_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plotleaf {

namespace {

struct RenderTexts
{
    Q_DECLARE_TR_FUNCTIONS(plotleaf::RenderCommand)
};

QJsonObject renderedJson(const MarkdownDocument &document)
{
    QJsonArray blocks;
    for (const MarkdownBlock &block : document.blocks) {
        blocks += QJsonObject{{u"first"_s, block.firstLine + 1},
                              {u"last"_s, block.lastLine + 1},
                              {u"html"_s, QString::fromUtf8(block.html)}};
    }
    QJsonArray outline;
    for (const MarkdownHeading &heading : document.outline) {
        outline += QJsonObject{{u"level"_s, heading.level},
                               {u"text"_s, heading.text},
                               {u"id"_s, heading.id},
                               {u"line"_s, heading.line + 1}};
    }
    return {{u"blocks"_s, blocks}, {u"outline"_s, outline}, {u"words"_s, document.words}};
}

} // namespace

QString RenderCommand::name() const
{
    return u"render"_s;
}

QString RenderCommand::summary() const
{
    return RenderTexts::tr("Print the HTML that a Markdown file becomes");
}

void RenderCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({u"json"_s, RenderTexts::tr("Print blocks with their lines, outline and word "
                                                 "count as JSON.")});
    parser.addPositionalArgument(u"file"_s, RenderTexts::tr("The Markdown file."), u"FILE.md"_s);
}

ExitCode RenderCommand::run(const QCommandLineParser &parser, CommandContext &context) const
{
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1)
        return misuse(context, RenderTexts::tr("Name one Markdown file."));
    const Result<MarkdownFile> file = readMarkdownFile(files.first());
    if (!file)
        return fail(context, file.error());
    const Result<MarkdownDocumentPtr> document = renderText(file->report.text);
    if (!document)
        return fail(context, document.error());
    if (parser.isSet(u"json"_s)) {
        context.out << QString::fromUtf8(QJsonDocument(renderedJson(**document)).toJson());
    } else {
        for (const MarkdownBlock &block : (*document)->blocks)
            context.out << QString::fromUtf8(block.html) << (block.html.endsWith('\n') ? "" : "\n");
    }
    for (const MarkdownProblem &problem : (*document)->problems) {
        context.err
            << RenderTexts::tr("line %1: %2").arg(problem.firstLine + 1).arg(problem.message)
            << Qt::endl;
    }
    return ExitCode::Done;
}

} // namespace plotleaf
