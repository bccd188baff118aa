#include "core/markdown/markdown_parser.h"

#include "support/html_meaning.h"
#include "support/test_paths.h"

#include <QFile>
#include <QTest>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

using namespace Qt::StringLiterals;

using namespace plotleaf;

namespace {

struct Example
{
    int number = 0;
    QByteArray extension;
    QByteArray markdown;
    QByteArray html;
};

/// The examples of a spec.txt: fences of 32 backticks, the text, a line with a dot, the HTML. Tabs
/// are arrows.
QVector<Example> examplesOf(const QString &name)
{
    QFile file(plotleaf::testData() + u"/markdown/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray fence(32, '`');
    const QByteArray opening = fence + QByteArray(" example");
    QVector<Example> examples;
    QByteArray *target = nullptr;
    for (const QByteArray &line : file.readAll().replace("\xe2\x86\x92", "\t").split('\n')) {
        if (!target && line.startsWith(opening)) {
            examples.append({int(examples.size()) + 1, line.mid(opening.size()).trimmed(), {}, {}});
            target = &examples.last().markdown;
        } else if (target && line == fence) {
            target = nullptr;
        } else if (target && target == &examples.last().markdown && line == ".") {
            target = &examples.last().html;
        } else if (target) {
            target->append(line).append('\n');
        }
    }
    return examples;
}

MarkdownFeatures featuresOf(const QByteArray &extension)
{
    if (extension == "table")
        return MarkdownFeature::Tables;
    if (extension == "strikethrough")
        return MarkdownFeature::Strikethrough;
    if (extension == "autolink")
        return MarkdownFeature::Autolinks;
    if (extension == "disabled")
        return MarkdownFeature::TaskLists;
    return {};
}

QByteArray cmarkName(const QByteArray &extension)
{
    return extension == "disabled" ? QByteArray("tasklist") : extension;
}

/// What cmark-gfm's own renderer writes.
QByteArray cmarkHtml(const Example &example)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE);
    cmark_syntax_extension *extension =
        cmark_find_syntax_extension(cmarkName(example.extension).constData());
    if (extension)
        cmark_parser_attach_syntax_extension(parser, extension);
    cmark_parser_feed(parser, example.markdown.constData(), size_t(example.markdown.size()));
    cmark_node *root = cmark_parser_finish(parser);
    char *html =
        cmark_render_html(root, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
    QByteArray result(html);
    free(html);
    cmark_node_free(root);
    cmark_parser_free(parser);
    return result;
}

QByteArray ourHtml(const QByteArray &markdown, MarkdownFeatures features)
{
    MarkdownOptions options;
    options.features = features;
    QByteArray html;
    for (const MarkdownBlock &block : MarkdownParser::parse(markdown, options).blocks)
        html += block.html;
    return html;
}

/// Plotleaf's boxes can be clicked, and know their line.
const QStringList ofTasks = {QStringLiteral("disabled"), QStringLiteral("data-line"),
                             QStringLiteral("class")};

QStringList meaning(const QByteArray &html, const QByteArray &extension)
{
    return test::htmlMeaning(html, extension == "disabled" ? ofTasks : QStringList());
}

void addExamples(const QString &file)
{
    QTest::addColumn<QByteArray>("extension");
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QByteArray>("html");
    for (const Example &example : examplesOf(file)) {
        // Filtering tags is the page's sanitiser's work.
        if (example.extension == "tagfilter")
            continue;
        if (meaning(cmarkHtml(example), example.extension) ==
            meaning(example.html, example.extension))
            QTest::addRow("%d", example.number)
                << example.extension << example.markdown << example.html;
    }
}

} // namespace

/// The examples of the CommonMark and GFM specifications, as far as cmark-gfm itself passes them.
class SpecificationsTest : public QObject
{
    Q_OBJECT

private slots:
    void mostExamplesAreTested()
    {
        const auto passing = [](const QString &file) {
            const auto examples = examplesOf(file);
            return std::count_if(examples.begin(), examples.end(), [](const Example &example) {
                return meaning(cmarkHtml(example), example.extension) ==
                       meaning(example.html, example.extension);
            });
        };
        qInfo("cmark-gfm %s passes %d of CommonMark's and %d of GFM's examples",
              cmark_version_string(), int(passing(QStringLiteral("commonmark-0.31.2-spec.txt"))),
              int(passing(QStringLiteral("gfm-0.29-spec.txt"))));
        QVERIFY(passing(QStringLiteral("commonmark-0.31.2-spec.txt")) >= 630);
        QVERIFY(passing(QStringLiteral("gfm-0.29-spec.txt")) >= 660);
    }

    void commonMark_data() { addExamples(QStringLiteral("commonmark-0.31.2-spec.txt")); }
    void commonMark() { compare(); }
    void gfm_data() { addExamples(QStringLiteral("gfm-0.29-spec.txt")); }
    void gfm() { compare(); }

    void oursIsCmarksByteForByte()
    {
        for (const QString &file :
             {QStringLiteral("commonmark-0.31.2-spec.txt"), QStringLiteral("gfm-0.29-spec.txt")}) {
            for (const Example &example : examplesOf(file)) {
                if (example.extension == "disabled" || example.extension == "tagfilter")
                    continue;
                const QByteArray ours = ourHtml(example.markdown, featuresOf(example.extension));
                // Newer versions write strong text within strong text as one, against the
                // specification.
                if (ours != example.html)
                    QCOMPARE(ours, cmarkHtml(example));
            }
        }
    }

private:
    static void compare()
    {
        QFETCH(QByteArray, extension);
        QFETCH(QByteArray, markdown);
        QFETCH(QByteArray, html);
        QCOMPARE(meaning(ourHtml(markdown, featuresOf(extension)), extension).join(u'\n'),
                 meaning(html, extension).join(u'\n'));
    }
};

QTEST_GUILESS_MAIN(SpecificationsTest)
#include "test_specifications.moc"
