#include "core/services/clearml/widgets/clearml_embed_code.h"
#include "fakes/clearml/captured_world.h"
#include "support/test_clock.h"

#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QUrl web(u"https://app.team.example"_s);

/// The name that the n-th id gives.
QString frameName(int n)
{
    return u"00000000-0000-0000-0000-%1"_s.arg(n, 12, 16, QLatin1Char('0'));
}

RunEmbed embedOf(RunEmbed::What what, const QStringList &ids, RunKind kind = RunKind::Run)
{
    RunEmbed embed;
    embed.what = what;
    embed.runs.kind = kind;
    for (const QString &id : ids)
        embed.runs.ids.append(RunId(id));
    return embed;
}

QString codeOf(const RunEmbed &what, const QUrl &at = web)
{
    CountingIdSource ids;
    const Result<ClearmlEmbed> embed = clearmlEmbed(what);
    return embed ? clearmlEmbedCode(*embed, at, ids) : u"refused"_s;
}

/// A frame as the web app writes it, named by the n-th id.
QString frame(const QString &query, int n = 1, const QString &base = web.toString())
{
    return u"<iframe src=\"%1/widgets/?%2\" name=\"%3\" width=\"100%\" height=\"400\"></iframe>"_s
        .arg(base, query, frameName(n));
}

} // namespace

/// The code that the web app's "copy embed code" gives, byte for byte (clearml.md 5.1,
/// report-code-embed-base.service.ts of clearml-web 2.5).
class TestClearmlEmbedCode : public QObject
{
    Q_OBJECT

private slots:
    void scalarsOfATask()
    {
        RunEmbed embed = embedOf(RunEmbed::What::Curves, {u"ID"_s});
        embed.metric = u"loss"_s;
        embed.variants = {u"train"_s};
        QCOMPARE(codeOf(embed), frame(u"type=scalar&objectType=task&xaxis=iter&objects=ID&"
                                      "metrics=loss&variants=train"_s));
        embed.xAxis = XAxis::Relative;
        QVERIFY(codeOf(embed).contains(u"&xaxis=timestamp&"_s));
        embed.xAxis = XAxis::Wall;
        QVERIFY(codeOf(embed).contains(u"&xaxis=iso_time&"_s));
        // A metric whose variants are drawn together names none of them.
        embed.variants.clear();
        QVERIFY(codeOf(embed).contains(u"&metrics=loss\""_s));
    }

    void scalarsOfAModelOnASubPath()
    {
        RunEmbed embed = embedOf(RunEmbed::What::Curves, {u"M"_s}, RunKind::Model);
        embed.metric = u"loss"_s;
        embed.variants = {u"train"_s};
        for (const QString &at :
             {u"https://host:8443/clearml"_s, u"https://host:8443/clearml/"_s}) {
            QCOMPARE(codeOf(embed, QUrl(at)),
                     frame(u"type=scalar&objectType=model&xaxis=iter&objects=M&metrics=loss&"
                           "variants=train"_s,
                           1, u"https://host:8443/clearml"_s));
        }
    }

    /// The web app encodes what stands before the objects as a form and the rest as components.
    void namesAreEncodedInBothWays()
    {
        RunEmbed embed = embedOf(RunEmbed::What::Plot, {u"1"_s, u"2"_s});
        embed.metric = u"a b+c/d&e=f%g'h\"(i)~!*ü"_s;
        embed.variants = {u":monitor:gpu <1>"_s};
        embed.series = u"a b+c/d&e=f%g'h\"(i)~!*ü"_s;
        QCOMPARE(codeOf(embed), frame(u"type=plot&objectType=task"
                                      "&series=a+b%2Bc%2Fd%26e%3Df%25g%27h%22%28i%29%7E%21*%C3%BC"
                                      "&objects=1&objects=2"
                                      "&metrics=a%20b%2Bc%2Fd%26e%3Df%25g'h%22(i)~!*%C3%BC"
                                      "&variants=%3Amonitor%3Agpu%20%3C1%3E"_s));
    }

    void aWholeMetric()
    {
        RunEmbed embed = embedOf(RunEmbed::What::Curves, {u"1"_s, u"2"_s});
        embed.metric = u"loss & more"_s;
        embed.variants = {u"train"_s, u"val"_s};
        embed.isGroup = true;
        QCOMPARE(codeOf(embed),
                 u"<h2>loss & more</h2>\n"_s +
                     frame(u"type=scalar&objectType=task&xaxis=iter&objects=1&objects=2&"
                           "metrics=loss%20%26%20more&variants=train"_s) +
                     u'\n' +
                     frame(u"type=scalar&objectType=task&xaxis=iter&objects=1&objects=2&"
                           "metrics=loss%20%26%20more&variants=val"_s,
                           2));
    }

    /// Where plots of several tasks were not merged, each task gets a frame.
    void aWholeMetricOfPlotsThatCannotBeMerged()
    {
        RunEmbed embed = embedOf(RunEmbed::What::Plot, {u"1"_s, u"2"_s});
        embed.metric = u"cm"_s;
        embed.variants = {u"a"_s, u"b"_s};
        embed.isGroup = true;
        QCOMPARE(
            codeOf(embed),
            u"<h2>cm</h2>\n"_s +
                frame(u"type=plot&objectType=task&objects=1&metrics=cm&variants=a&variants=b"_s) +
                u'\n' +
                frame(u"type=plot&objectType=task&objects=2&metrics=cm&variants=a&variants=b"_s,
                      2));
        embed.runs.ids.removeLast();
        QVERIFY(codeOf(embed).contains(u"&objects=1&metrics=cm&variants=b\""_s));
    }

    void seriesOfAGroupGoToTheirFrames()
    {
        ClearmlEmbed embed;
        embed.type = ClearmlWidget::Type::Plot;
        embed.objects = {u"1"_s, u"2"_s};
        embed.metrics = {u"m"_s};
        embed.variants = {u"a"_s, u"b"_s};
        embed.series = {u"first"_s, u"second"_s};
        embed.isGroup = true;
        CountingIdSource ids;
        const QString code = clearmlEmbedCode(embed, web, ids);
        QVERIFY(code.contains(frame(
            u"type=plot&objectType=task&series=second&objects=1&objects=2&metrics=m&variants=b"_s,
            2)));
    }

    void singleValues()
    {
        RunEmbed embed = embedOf(RunEmbed::What::SingleValues, {u"1"_s});
        QCOMPARE(codeOf(embed), frame(u"type=single&objectType=task&objects=1"_s));
        // From the comparison of a single task: padded, so that bars are drawn.
        embed.isCompared = true;
        QCOMPARE(codeOf(embed), frame(u"type=single&objectType=task&objects=1&objects="_s));
        embed.runs.ids.append(RunId(u"2"_s));
        QCOMPARE(codeOf(embed), frame(u"type=single&objectType=task&objects=1&objects=2"_s));
    }

    void samples()
    {
        RunEmbed embed = embedOf(RunEmbed::What::Sample, {u"1"_s});
        embed.metric = u"samples"_s;
        embed.variants = {u"img a"_s};
        QCOMPARE(codeOf(embed), frame(u"type=sample&objectType=task&objects=1&metrics=samples&"
                                      "variants=img%20a"_s));
    }

    /// The hashes are those of capture 66.
    void parallelCoordinates()
    {
        RunEmbed embed = embedOf(RunEmbed::What::Parallel, {u"1"_s, u"2"_s});
        embed.parallelMetrics = {{{u"loss"_s, u"train"_s}, RunEmbed::Value::Min},
                                 {{u"accuracy"_s, u"val"_s}, RunEmbed::Value::Last}};
        RunParameter rate;
        rate.section = u"General"_s;
        rate.name = u"lr"_s;
        RunParameter dotted;
        dotted.section = u"Args"_s;
        dotted.name = u"opt.name x"_s;
        embed.parallelParameters = {rate, dotted};
        QCOMPARE(codeOf(embed), frame(u"type=parcoords&objectType=task&objects=1&objects=2"
                                      "&metrics=81513effdf5790b79549208838404407."
                                      "61b3a8faa9c1091806675c230a9abe64.min_value"
                                      "&metrics=5d6db9a1dc722586187fc2db530f8388."
                                      "3a6d0284e743dc4a9b86f97d6dd1a3bf.value"
                                      "&variants=General.lr&variants=Args.opt%252Ename%20x"_s));
    }

    void anOldValueType()
    {
        ClearmlEmbed embed;
        embed.type = ClearmlWidget::Type::ParallelCoordinates;
        embed.objects = {u"1"_s};
        embed.metrics = {u"a.b"_s};
        embed.variants = {u"G.x"_s};
        embed.valueType = u"max_value"_s;
        CountingIdSource ids;
        QCOMPARE(clearmlEmbedCode(embed, web, ids),
                 frame(u"type=parcoords&objectType=task&value_type=max_value&objects=1&metrics=a.b&"
                       "variants=G.x"_s));
    }

    void nothingToEmbed()
    {
        RunEmbed embed = embedOf(RunEmbed::What::Curves, {});
        embed.metric = u"loss"_s;
        QCOMPARE(codeOf(embed), u"refused"_s); // no run
        embed = embedOf(RunEmbed::What::Curves, {u"1"_s});
        QCOMPARE(codeOf(embed), u"refused"_s); // no metric
        embed.metric = u"loss"_s;
        embed.isGroup = true;
        QCOMPARE(codeOf(embed), u"refused"_s); // no member of the group
        embed = embedOf(RunEmbed::What::Parallel, {u"1"_s});
        embed.parallelMetrics = {{{u"loss"_s, u"train"_s}, RunEmbed::Value::Last}};
        QCOMPARE(codeOf(embed), u"refused"_s); // no parameter
    }

    /// The widgets that the captures asked for are what their own embed code asks for.
    void whatIsWrittenAsksForTheSame()
    {
        RunEmbed embed = embedOf(RunEmbed::What::Sample, {u"f304f40dab074373a820433938a9911c"_s});
        embed.metric = u"samples"_s;
        embed.variants = {u"img a"_s};
        const QString code = codeOf(embed);
        const auto widget = readClearmlWidget(code.section(u'"', 1, 1));
        QVERIFY(widget);
        const auto body = clearmlTaskDataBody(*widget, 2000);
        QVERIFY(body);
        const QJsonObject asked = captureWithNumber(24).request["body"_L1].toObject();
        QCOMPARE((*body)["id"_L1], asked["id"_L1]);
        QCOMPARE((*body)["debug_images"_L1], asked["debug_images"_L1]);
    }
};

QTEST_GUILESS_MAIN(TestClearmlEmbedCode)
#include "test_clearml_embed_code.moc"
