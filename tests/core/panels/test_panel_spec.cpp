#include "core/panels/panel_kinds.h"
#include "core/panels/panel_spec.h"
#include "core/panels/panel_yaml.h"
#include "support/panel_fixture.h"

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

MarkdownPanel fence(const QString &source)
{
    MarkdownPanel panel;
    panel.info = u"panel"_s;
    panel.source = source;
    panel.firstLine = 9; // its YAML starts on line 11 as people count
    return panel;
}

const QString head = u"type: line\nruns: folder:runs\n"_s;

} // namespace

class PanelSpecTest : public QObject
{
    Q_OBJECT

    const PanelKinds m_kinds;

    ParsedPanel parse(const QString &source, const RunSets &sets = {}) const
    {
        return parsePanel(fence(source), m_kinds, sets);
    }

    /// "12: message" of every problem.
    QStringList problems(const QString &source, const RunSets &sets = {}) const
    {
        QStringList texts;
        for (const PanelProblem &problem : parse(source, sets).problems)
            texts << u"%1: %2"_s.arg(problem.line).arg(problem.message);
        return texts;
    }

private slots:
    void everyKeyIsRead()
    {
        const ParsedPanel parsed =
            parse(u"type: line\n"
                  "title: Validation loss\n"
                  "runs:\n"
                  "  source: folder:runs\n"
                  "  project: vision\n"
                  "  filter: tags contains \"v2\" and config.lr > 0.001 and name ~ \"resnet-.*\"\n"
                  "  order: -metrics.val/acc.max\n"
                  "  limit: 3\n"
                  "  ids: [a, b]\n"
                  "x: relative\n"
                  "y: [train/loss, /val.*/]\n"
                  "smooth: {type: gaussian, weight: 2.5, original: false}\n"
                  "scale: {y: log}\n"
                  "range: {x: [0, 1000], y: [null, 5]}\n"
                  "legend: right\n"
                  "width: half\n"
                  "refresh: 10s\n"
                  "colors: {resnet: \"#ff0000\"}\n"
                  "names: {resnet: Baseline}\n"_s);
        QVERIFY2(parsed.problems.isEmpty(),
                 parsed.problems.isEmpty() ? "" : qPrintable(parsed.problems.first().message));
        const PanelSpec &spec = parsed.spec;
        QCOMPARE(spec.kind->name(), u"line"_s);
        QCOMPARE(spec.title, u"Validation loss"_s);
        QCOMPARE(spec.width, u"half"_s);
        QCOMPARE(spec.refresh, 10.0);
        QCOMPARE(spec.runs.source, u"folder:runs"_s);
        QCOMPARE(spec.runs.project, u"vision"_s);
        QCOMPARE(spec.runs.limit, 3);
        QCOMPARE(spec.runs.ids, (QStringList{u"a"_s, u"b"_s}));
        QStringList fields;
        for (const RunField &field : spec.runs.fields())
            fields << field.text();
        QCOMPARE(fields,
                 (QStringList{u"tags"_s, u"config.lr"_s, u"name"_s, u"metrics.val/acc.max"_s}));
        QCOMPARE(spec.value<QString>(u"x"_s), u"relative"_s);
        QCOMPARE(spec.names(u"y"_s).size(), 2);
        QVERIFY(spec.names(u"y"_s)[1].matches(u"my/val/loss"_s));
        const auto &smooth = spec.value<SmoothingOption>(u"smooth"_s);
        QCOMPARE(smooth.type, u"gaussian"_s);
        QCOMPARE(smooth.weight, 2.5);
        QVERIFY(!smooth.original);
        QVERIFY(spec.value<ScaleOption>(u"scale"_s).logY);
        QVERIFY(!spec.value<ScaleOption>(u"scale"_s).logX);
        const auto &range = spec.value<RangeOption>(u"range"_s);
        QCOMPARE(range.x.to, 1000.0);
        QVERIFY(!range.y.from);
        QCOMPARE(range.y.to, 5.0);
    }

    void shortForms()
    {
        const auto smooth = [this](const QString &text) {
            return parse(head + u"smooth: "_s + text).spec.value<SmoothingOption>(u"smooth"_s);
        };
        QCOMPARE(smooth(u"ema:0.6"_s).type, u"ema"_s);
        QCOMPARE(smooth(u"ema:0.6"_s).weight, 0.6);
        QCOMPARE(smooth(u"0.9"_s).type, u"ema"_s);
        QCOMPARE(smooth(u"{weight: 0.5}"_s).type, u"ema"_s);
        QVERIFY(smooth(u"ema:0.6"_s).original);
        const auto range = [this](const QString &text) {
            return parse(head + u"range: {x: "_s + text + u'}').spec.value<RangeOption>(u"range"_s);
        };
        QCOMPARE(range(u"last 1000"_s).lastSteps, 1000.0);
        QCOMPARE(range(u"last 1h"_s).lastSeconds, 3600.0);
        QCOMPARE(range(u"[2026-11-21T00:00:00Z, null]"_s).x.from, 1795219200000.0);
        QVERIFY(parse(head + u"scale: log"_s).spec.value<ScaleOption>(u"scale"_s).logY);
        QCOMPARE(parse(u"type: line\nruns: ./runs"_s).spec.runs.source, u"folder:./runs"_s);
        QCOMPARE(parse(u"type: line\nruns: {source: {folder: runs}}"_s).spec.runs.source,
                 u"folder:runs"_s);
    }

    void fallbacksAreDeclared()
    {
        const PanelSpec spec = parse(head).spec;
        QCOMPARE(spec.value<QString>(u"x"_s), u"step"_s);
        QCOMPARE(spec.value<QString>(u"legend"_s), u"bottom"_s);
        QCOMPARE(spec.refresh, 1.0);
        QCOMPARE(spec.runs.limit, 10);
        QVERIFY(spec.names(u"y"_s).isEmpty());
    }

    void everyDeclaredFallbackCanBeRead()
    {
        for (const QString &name : m_kinds.names()) {
            const PanelSpec spec = parse(u"runs: folder:runs\ntype: "_s + name).spec;
            for (const PanelOption &option : m_kinds.optionsOf(*m_kinds.find(name))) {
                if (option.fallback.isEmpty() || option.name == "type"_L1)
                    continue;
                QVERIFY2(spec.values.value(option.name).index() != 0, qPrintable(option.name));
            }
        }
    }

    void problems_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &source, const char *expected) {
            QTest::newRow(name) << source << QString::fromUtf8(expected);
        };
        row("key", head + u"smoth: 0.6"_s,
            "13: “smoth” is not a key of a line panel. Did you mean “smooth”? Accepted: type, ");
        row("no type", u"runs: folder:runs"_s, "11: Say what the panel shows");
        row("type", u"runs: folder:runs\ntype: lien"_s,
            "12: There is no panel of type “lien”. Did you mean “line”? Accepted: line, scalar, "
            "table, media, figure.");
        row("no runs", u"type: line\ny: loss"_s, "11: Say which runs");
        row("choice", head + u"legend: botom"_s,
            "13: “botom” is not a value of “legend”. Did you mean “bottom”? Accepted: none, top, "
            "bottom, left, right.");
        row("width", head + u"width: 50%"_s, "13: “50%” is not a value of “width”. Accepted: full");
        row("smoothing", head + u"smooth: emma:0.6"_s,
            "13: “emma” is not a kind of smoothing. Did you mean “ema”?");
        row("weight", head + u"smooth: ema:1.5"_s, "13: The weight of ema is from 0 to 0.9999.");
        row("weight missing", head + u"smooth: ema"_s, "13: “smooth” cannot be this. Accepted: ");
        row("smooth key", head + u"smooth: {typ: ema}"_s,
            "13: “typ” is not a key of “smooth”. Did you mean “type”?");
        row("scale", head + u"scale: {y: lg}"_s, "13: “lg” is not a scale.");
        row("range", head + u"range: {x: [5, 1]}"_s, "13: A range goes from the smaller");
        row("range text", head + u"range: {x: last week}"_s, "13: “range” cannot be this.");
        row("range list", head + u"range: [0, 1]"_s, "13: “range” cannot be this.");
        row("pattern", head + u"y: [loss, /(/]"_s, "13: “(” is not a regular expression");
        row("names", head + u"y: {a: b}"_s, "13: “y” cannot be this.");
        row("refresh", head + u"refresh: often"_s, "13: “refresh” cannot be this.");
        row("color", head + u"colors:\n  a: red"_s, "14: “colors” cannot be this.");
        row("filter", u"type: line\nruns:\n  source: folder:runs\n  filter: stat = running"_s,
            "14: At character 1 of the filter: “stat” is not a field of runs. Did you mean "
            "“state”?");
        row("order", u"type: line\nruns:\n  source: folder:runs\n  order: -createt"_s,
            "14: “createt” is not a field of runs. Did you mean “created”?");
        row("limit", u"type: line\nruns:\n  source: folder:runs\n  limit: 0"_s,
            "14: “limit” is a whole number from 1 to 1000.");
        row("runs key", u"type: line\nruns:\n  source: folder:runs\n  oder: name"_s,
            "14: “oder” is not a key of runs. Did you mean “order”?");
        row("no source", u"type: line\nruns:\n  limit: 3"_s, "13: Say where the runs are");
        row("no run set", u"type: line\nruns: best"_s,
            "12: This report has no run set “best”. (A folder is written folder:best.)");
        row("twice", head + u"type: line"_s, "13: “type” is given twice.");
        row("not a map", u"just text"_s, "11: A panel is a list of “key: value” lines.");
        row("empty", QString(), "11: Say what the panel shows");
        row("no yaml", u"type: line\ntitle: a: b"_s, "12: This cannot be read as YAML");
        row("bins", u"type: figure\nruns: folder:a\nbins: many"_s, "13: “bins” cannot be this.");
        row("step", u"type: media\nruns: folder:a\nstep: first"_s, "13: “step” cannot be this.");
        row("no step", u"type: media\nruns: folder:a\nstep: nan"_s, "13: “step” cannot be this.");
    }

    void problems()
    {
        QFETCH(QString, source);
        QFETCH(QString, expected);
        const QStringList found = problems(source);
        QVERIFY(!found.isEmpty());
        QVERIFY2(found.first().startsWith(expected), qPrintable(found.join(u'\n')));
    }

    void mistakesInFiltersHaveTheirColumns_data()
    {
        QTest::addColumn<QString>("runs");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("marked"); // what the problem's column and length span
        const auto row = [](const char *name, const char *runs, int line, const char *marked) {
            QTest::newRow(name) << QString::fromUtf8(runs) << line << QString::fromUtf8(marked);
        };
        row("plain", "  filter: name = a and stat = running", 14, "stat");
        row("spaces before", "  filter:     stat = running", 14, "stat");
        row("umlaut before", "  filter: name = \"ä\" and stat = x", 14, "stat");
        row("umlaut in the key", "  {source: \"folder:ä\", filter: stat = x}", 13, "stat");
        row("single quotes", "  filter: 'name = ''it'' and stat = x'", 14, "stat");
        row("double quotes", "  filter: \"name = \\\"a\\u00e4\\\" and stat = x\"", 14, "stat");
        row("a long value", "  filter: name = a\n    and stat = x", 15, "stat");
        row("a long quoted value", "  filter: 'name = a\n\n    and stat = x'", 16, "stat");
        row("a block", "  filter: |\n    name = a\n    and stat = x\n", 16, "stat");
        row("a folded block", "  filter: >-\n    name = a\n    and stat = x", 16, "stat");
        row("inside braces", "  {filter: stat = x, source: folder:runs}", 13, "stat");
        row("the value", "  filter: state = runing", 14, "runing");
        row("the end", "  filter: config.lr >", 14, "");
        row("order", "  order: name, -createt", 14, "createt");
        row("order in a list", "  order: [name, -createt]", 14, "createt");
    }

    void mistakesInFiltersHaveTheirColumns()
    {
        QFETCH(QString, runs);
        QFETCH(int, line);
        QFETCH(QString, marked);
        const QString source = u"type: line\nruns:\n"_s +
                               (runs.contains(u'{') ? runs : u"  source: folder:runs\n"_s + runs);
        const QVector<PanelProblem> found = parse(source).problems;
        QCOMPARE(found.size(), 1);
        const PanelProblem &problem = found.first();
        QCOMPARE(problem.line, line);
        const QString text = source.split(u'\n')[line - 11];
        QCOMPARE(problem.length, marked.size());
        QCOMPARE(text.mid(problem.column - 1, problem.length), marked);
        if (marked.isEmpty())
            QCOMPARE(problem.column, text.size() + 1);
        else
            QVERIFY(!problem.suggestions.isEmpty());
    }

    void allProblemsAreTold()
    {
        const QStringList found = problems(
            u"type: line\nruns:\n  source: folder:a\n  filter: x\n  limit: -1\nlegned: top\nsmooth: x:1\n"_s);
        QCOMPARE(found.size(), 4);
        for (int i = 0; i < 4; ++i)
            QVERIFY2(found[i].startsWith(QString::number(14 + i)), qPrintable(found[i]));
    }

    void aMistakeKeepsTitleAndWidth()
    {
        const PanelSpec spec = parse(u"title: Loss\nwidth: half\ntype: lne\nruns: folder:a"_s).spec;
        QCOMPARE(spec.title, u"Loss"_s);
        QCOMPARE(spec.width, u"half"_s);
    }

    void runSetsAreFoundAndTheirMistakesHaveTheirLines()
    {
        const RunSets sets{{u"best"_s, {u"source: folder:a\nlimit: 2\n"_s, 40}},
                           {u"bad"_s, {u"source: folder:a\nlimt: 2\n"_s, 40}}};
        QCOMPARE(parse(u"type: line\nruns: best"_s, sets).spec.runs.limit, 2);
        QVERIFY(problems(u"type: line\nruns: bad"_s, sets)
                    .first()
                    .startsWith(u"43: In the run set “bad”: “limt” is not a key of runs. Did you "
                                "mean “limit”?"_s));
        QVERIFY(
            problems(u"type: line\nruns: bst"_s, sets).first().contains(u"Did you mean “best”?"_s));
    }

    void hostileYaml_data()
    {
        QTest::addColumn<QString>("source");
        QString bomb = u"a: &a [x,x,x,x,x,x,x,x,x]\n"_s;
        for (char c = 'b'; c < 'j'; ++c)
            bomb += u"%1: &%1 [*%2,*%2,*%2,*%2,*%2,*%2,*%2,*%2,*%2]\n"_s.arg(QLatin1Char(c))
                        .arg(QLatin1Char(char(c - 1)));
        QTest::newRow("aliases") << bomb;
        QTest::newRow("anchor alone") << u"type: &x line"_s;
        QTest::newRow("tag") << u"type: !!binary aGVsbG8="_s;
        QTest::newRow("custom tag") << u"type: !<tag:x> line"_s;
        QTest::newRow("deep lists") << u"a: "_s + u"["_s.repeated(5000);
        QTest::newRow("deep maps") << u"{a: "_s.repeated(5000);
        QTest::newRow("deep block") << [] {
            QString text;
            for (int i = 0; i < 300; ++i)
                text += u" "_s.repeated(i) + u"a:\n"_s;
            return text;
        }();
        QTest::newRow("long") << u"x: y\n"_s.repeated(20'000);
        QTest::newRow("many") << u"a: ["_s + u"1,"_s.repeated(6000) + u"1]"_s;
        QTest::newRow("two documents") << u"type: line\n---\ntype: line"_s;
        QTest::newRow("tab") << u"runs:\n\tsource: x"_s;
        QTest::newRow("colons") << u": : : :"_s;
        QTest::newRow("list key") << u"? [a, b]\n: c"_s;
        QTest::newRow("directive") << u"%YAML 9.9\n---\ntype: line\nruns: folder:a\nx: [*a]"_s;
        QTest::newRow("control") << u"type: \u0001\u0000line"_s;
        QTest::newRow("surrogate") << QString(QChar(0xD800)) + u": x"_s;
    }

    void hostileYaml()
    {
        QFETCH(QString, source);
        QVERIFY(!problems(source).isEmpty());
    }

    void linesOfKeysSurvive()
    {
        const YamlDocument document = parseYaml(u"# comment\n\na: 1\nb:\n  c: '3'\n"_s);
        QVERIFY(!document.problem);
        QCOMPARE(document.root.entries[1].key.line, 3);
        const YamlNode &inner = document.root.entries[1].value;
        QCOMPARE(inner.entries[0].key.line, 4);
        QVERIFY(inner.entries[0].value.quoted);
        QVERIFY(!document.root.entries[0].value.quoted);
    }
};

QTEST_GUILESS_MAIN(PanelSpecTest)
#include "test_panel_spec.moc"
