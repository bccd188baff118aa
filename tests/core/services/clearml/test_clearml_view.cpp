#include "core/markdown/markdown_parser.h"
#include "core/services/clearml/clearml_differences.h"
#include "core/services/clearml/clearml_view.h"
#include "support/html_meaning.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

const QUrl web(u"https://clearml.example"_s);

QStringList found(const QString &text, const QUrl &server = web, bool sendsImages = false)
{
    const MarkdownDocument document = MarkdownParser::parse(text.toUtf8());
    QStringList list;
    for (const ClearmlDifference &one : clearmlDifferences(document, text, server, sendsImages))
        list.append(u"%1:%2"_s.arg(one.line).arg(clearmlDifferenceName(one.kind)));
    return list;
}

QString frame(const QString &address, const QString &name)
{
    return u"<iframe src=\"%1\" name=\"%2\" width=\"100%\" height=\"400\"></iframe>"_s.arg(address,
                                                                                           name);
}

QByteArray shownAs(const QString &text, const QUrl &server = web)
{
    QByteArray html;
    const auto document =
        clearmlDocument(MarkdownParser::parse(text.toUtf8(), clearmlMarkdown()), 7, server);
    for (const MarkdownBlock &block : document->blocks)
        html += block.html;
    return html;
}

} // namespace

class TestClearmlView : public QObject
{
    Q_OBJECT

private slots:
    void plainMarkdownIsTheSameThere()
    {
        QCOMPARE(found(u"# Loss\n\n* a\n* [ ] b\n\n| a | b |\n|---|---|\n| 1 | ~~2~~ |\n\n"
                       u"```python\nx = 1\n```\n\nPrice: 5$ and a [link](https://x.example)\n"_s),
                 QStringList());
    }

    void everyDifferenceIsFoundInItsLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("formula") << u"one\ntwo $x^2$\n"_s << QStringList{u"1:Formula"_s};
        QTest::newRow("formula in lines") << u"a\n\n$$\nx\n$$\n"_s << QStringList{u"2:Formula"_s};
        QTest::newRow("math fence") << u"```math\nx\n```\n"_s << QStringList{u"0:Formula"_s};
        QTest::newRow("no formula") << u"`$x$`\n"_s << QStringList{};
        QTest::newRow("diagram") << u"a\n\n```mermaid\ngraph TD\n```\n"_s
                                 << QStringList{u"2:Diagram"_s};
        QTest::newRow("chart") << u"```vega-lite\n{}\n```\n"_s << QStringList{u"0:Chart"_s};
        QTest::newRow("panel") << u"a\n\n```panel\ntype: line\n```\n"_s
                               << QStringList{u"2:Panel"_s};
        QTest::newRow("footnote") << u"a\nb[^1]\n\n[^1]: c\n"_s << QStringList{u"1:Footnote"_s};
        QTest::newRow("contents") << u"[TOC]\n\n# A\n"_s << QStringList{u"0:Table of contents"_s};
        QTest::newRow("alert") << u"a\n\n> [!NOTE]\n> b\n"_s << QStringList{u"2:Alert"_s};
        QTest::newRow("anchor") << u"# A\n\nsee\n[a](#a)\n"_s
                                << QStringList{u"3:Link to a heading"_s};
        QTest::newRow("anchor of one's own") << u"<a id=\"x\"></a>\n\n[a](#x)\n"_s << QStringList{};
        QTest::newRow("report") << u"[a](plotleaf-report:1)\n"_s
                                << QStringList{u"0:Link to a report"_s};
        QTest::newRow("image") << u"a\n![b](asset:b.png)\n"_s << QStringList{u"1:Image"_s};
        QTest::newRow("code") << u"a\n\n```python title=x\ny\n```\n"_s << QStringList{u"2:Code"_s};
        QTest::newRow("in order") << u"$x$\n\n[^1]\n\n$y$\n\n[^1]: z\n"_s
                                  << QStringList{u"0:Formula"_s, u"2:Footnote"_s, u"4:Formula"_s};
    }
    void everyDifferenceIsFoundInItsLine()
    {
        QFETCH(QString, text);
        QTEST(found(text), "expected");
    }

    void imagesThatAreSentAreNoDifference()
    {
        QCOMPARE(found(u"![b](asset:b.png)\n"_s, web, true), QStringList());
    }

    void frames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const QString own = u"https://clearml.example/widgets/?type=scalar&objects=1"_s;
        const QString foreign = u"https://other.example/widgets/?type=scalar&objects=1"_s;
        QTest::newRow("own") << frame(own, u"a"_s) << QStringList();
        QTest::newRow("of the same place")
            << frame(u"/widgets/?type=plot"_s, u"a"_s) << QStringList();
        QTest::newRow("foreign") << u"x\n\n"_s + frame(foreign, u"a"_s)
                                 << QStringList{u"2:Frame"_s};
        QTest::newRow("a host that begins alike")
            << frame(u"https://clearml.example.org/widgets/?type=plot"_s, u"a"_s)
            << QStringList{u"0:Frame"_s};
        QTest::newRow("old") << frame(u"/widgets?type=scalar&tasks=1"_s, u"a"_s)
                             << QStringList{u"0:Frame"_s};
        QTest::newRow("options") << frame(own + u"&plotleaf.y=log"_s, u"a"_s)
                                 << QStringList{u"0:Frame"_s};
        QTest::newRow("films") << frame(u"https://films.example/x"_s, u"a"_s)
                               << QStringList{u"0:Frame"_s};
        QTest::newRow("two of one name")
            << frame(own, u"a"_s) + u"\n\n"_s + frame(own + u"2"_s, u"a"_s)
            << QStringList{u"2:Frame"_s};
        QTest::newRow("text behind")
            << frame(own, u"a"_s) + u"\n# Heading\n"_s << QStringList{u"1:Text behind a frame"_s};
        QTest::newRow("a frame behind")
            << frame(own, u"a"_s) + u'\n' + frame(own + u"2"_s, u"b"_s) << QStringList();
    }
    void frames()
    {
        QFETCH(QString, text);
        QTEST(found(text), "expected");
    }

    void withoutAServerAllWidgetsCount()
    {
        QCOMPARE(found(frame(u"https://other.example/widgets/?type=scalar"_s, u"a"_s), {}),
                 QStringList());
    }

    void everyKindHasWords()
    {
        for (int kind = 0; kind <= int(ClearmlDifference::Kind::TextBehindFrame); ++kind) {
            QVERIFY(!clearmlDifferenceName(ClearmlDifference::Kind(kind)).isEmpty());
            QVERIFY(!clearmlDifferenceReason(ClearmlDifference::Kind(kind)).isEmpty());
        }
    }

    void theTextIsShownAsThere()
    {
        const QByteArray html = shownAs(u"# A\n\n$x$ [TOC]\n\n> [!NOTE]\n> b\n\n"
                                        u"```vega-lite\n{}\n```\n"_s);
        QVERIFY2(html.contains("<h1>A</h1>"), html.constData());
        QVERIFY2(html.contains("$x$"), html.constData());
        QVERIFY2(html.contains("[!NOTE]"), html.constData());
        QVERIFY2(!html.contains("language-vega"), html.constData());
    }

    /// What ClearML's editor made of them: where Plotleaf draws something, this view does not.
    void asRecorded_data()
    {
        QFile file(testData() + u"/markdown/clearml-golden.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("expected");
        const QJsonArray samples =
            QJsonDocument::fromJson(file.readAll()).object()[u"cases"_s].toArray();
        for (const QJsonValue sample : samples) {
            const QString name = sample[u"name"_s].toString();
            // Real boxes in place of pictures of them, and line feeds in code, are ours here too.
            if (name != u"tasks"_s && name != u"codeindent"_s)
                QTest::newRow(qPrintable(name))
                    << sample[u"markdown"_s].toString() << sample[u"marked"_s].toString();
        }
    }
    void asRecorded()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, expected);
        MarkdownOptions options = clearmlMarkdown();
        options.features.setFlag(MarkdownFeature::Frames, false); // places for panels are ours
        QByteArray html;
        for (const MarkdownBlock &block : MarkdownParser::parse(markdown.toUtf8(), options).blocks)
            html += block.html;
        const QStringList looks{u"class"_s, u"style"_s, u"id"_s, u"data-language"_s};
        QCOMPARE(test::htmlMeaning(html, looks).join(u'\n'),
                 test::htmlMeaning(expected.toUtf8(), looks).join(u'\n'));
    }

    void foreignFramesAreBlank()
    {
        const QString own = frame(u"https://clearml.example/widgets/?type=scalar"_s, u"a"_s);
        const QString foreign = frame(u"https://other.example/widgets/?type=scalar"_s, u"b"_s);
        const QByteArray html = shownAs(own + u"\n\n"_s + foreign + u'\n');
        QCOMPARE(html.count("class=\"pl-panel\""), 1);
        QCOMPARE(html.count("class=\"pl-frame\""), 1);
        QCOMPARE(shownAs(own + u"\n\n"_s + foreign + u'\n', {}).count("class=\"pl-panel\""), 2);
    }

    void theHashFollowsTheHtml()
    {
        const QString text = frame(u"https://other.example/widgets/?type=scalar"_s, u"b"_s);
        const MarkdownDocument plain = MarkdownParser::parse(text.toUtf8(), clearmlMarkdown());
        const auto shown = clearmlDocument(plain, 7, web);
        QCOMPARE(shown->version, 7);
        QVERIFY(shown->blocks.first().hash != plain.blocks.first().hash);
    }
};

QTEST_GUILESS_MAIN(TestClearmlView)
#include "test_clearml_view.moc"
