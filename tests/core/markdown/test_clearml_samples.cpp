#include "core/markdown/markdown_parser.h"

#include "support/html_meaning.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cstring>

using namespace Qt::StringLiterals;

using namespace plotleaf;

namespace {

/// Where Plotleaf means something else than ClearML's web editor, on purpose.
struct Difference
{
    const char *name;
    const char *reason;
    const char *html; ///< what Plotleaf writes
};

constexpr Difference differences[] = {
    {"tasks", "boxes are real ones that can be clicked, not pictures of boxes from an icon font",
     R"(<ul><li><input type="checkbox" data-line="0"> todo</li>
<li><input type="checkbox" data-line="1" checked=""> done</li>
<li><input type="checkbox" data-line="2" checked=""> DONE</li></ul><ul><li>plain</li></ul>)"},
    {"codeindent", "lines of code end in line feeds, so that copying and highlighting them works",
     "<pre><code>a = 1\nb = 2</code></pre>"},
    {"math", "formulas are drawn; ClearML shows their source",
     "<p>Inline <span>a_b</span> and <span>x^2</span></p>"},
    {"mermaid", "diagrams are drawn; ClearML shows their source",
     R"(<pre data-language="mermaid">graph TD;A--&gt;B</pre>)"},
    {"admon", "alerts are drawn as GitHub does; ClearML shows a quote with the mark in it",
     "<div><p>Note</p><p>hi</p></div>"},
};

QByteArray render(const QString &markdown)
{
    QByteArray html;
    MarkdownOptions options;
    options.features.setFlag(MarkdownFeature::Frames, false); // panels are another test's
    for (const MarkdownBlock &block : MarkdownParser::parse(markdown.toUtf8(), options).blocks)
        html += block.html;
    return html;
}

/// ClearML's styling hooks, and the anchors that Plotleaf adds to headings.
const QStringList looks = {QStringLiteral("class"), QStringLiteral("style"), QStringLiteral("id")};

QJsonArray samples()
{
    QFile file(plotleaf::testData() + u"/markdown/clearml-golden.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("cases")].toArray();
}

QStringList recorded(const char *name)
{
    for (const QJsonValue value : samples()) {
        if (value[QStringLiteral("name")].toString() == QLatin1String(name))
            return test::htmlMeaning(value[QStringLiteral("marked")].toString().toUtf8(), looks);
    }
    return {};
}

} // namespace

/// The recorded answers of ClearML's editor (marked 12.0.2 with its renderers), compared by text,
/// structure and links.
class ClearmlSamplesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyDifferenceIsStillOne()
    {
        for (const Difference &difference : differences) {
            QVERIFY2(std::strlen(difference.reason) > 20, difference.name);
            QVERIFY2(recorded(difference.name) != test::htmlMeaning(difference.html, looks),
                     difference.name);
        }
    }

    void means_data()
    {
        QFile file(plotleaf::testData() + u"/markdown/clearml-golden.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray cases =
            QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("cases")].toArray();
        QVERIFY(cases.size() >= 36);
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("expected");
        for (const QJsonValue value : samples()) {
            const QString name = value[QStringLiteral("name")].toString();
            QString expected = value[QStringLiteral("marked")].toString();
            for (const Difference &difference : differences) {
                if (name == QLatin1String(difference.name))
                    expected = QString::fromUtf8(difference.html);
            }
            QTest::newRow(qPrintable(name))
                << value[QStringLiteral("markdown")].toString() << expected;
        }
    }

    void means()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, expected);
        QCOMPARE(test::htmlMeaning(render(markdown), looks).join(u'\n'),
                 test::htmlMeaning(expected.toUtf8(), looks).join(u'\n'));
    }
};

QTEST_GUILESS_MAIN(ClearmlSamplesTest)
#include "test_clearml_samples.moc"
