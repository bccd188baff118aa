#include "core/panels/line_statistics.h"
#include "core/panels/number_text.h"

#include "support/panel_fixture.h"

#include <cmath>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString grouped = u"type: line\nruns: folder:runs\ny: loss\n"_s;

QVector<QJsonObject> tracesOf(const Figure &figure, const QString &role)
{
    QVector<QJsonObject> traces;
    for (const QJsonValue trace : figure.content["data"_L1].toArray()) {
        if (trace["meta"_L1]["role"_L1].toString() == role)
            traces << trace.toObject();
    }
    return traces;
}

QStringList namesOf(const QVector<QJsonObject> &traces)
{
    QStringList names;
    for (const QJsonObject &trace : traces)
        names << trace["name"_L1].toString();
    return names;
}

QJsonArray yOf(const QJsonObject &trace)
{
    return trace["y"_L1].toArray();
}

QList<double> numbers(const QJsonArray &array)
{
    QList<double> numbers;
    for (const QJsonValue value : array)
        numbers << std::round(value.toDouble() * 1e6) / 1e6;
    return numbers;
}

} // namespace

/// `group` and `aggregate` of line panels.
class LineGroupsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<PanelFixture>(); }

    void oneLineForEachGroup()
    {
        addRuns();
        const Figure figure = m_fixture->figure(grouped + u"group: config.arch"_s);
        const auto lines = tracesOf(figure, u"line"_s);
        QCOMPARE(namesOf(lines), (QStringList{u"arch: mlp"_s, u"arch: cnn"_s}));
        QCOMPARE(yOf(lines[0]), (QJsonArray{2, 4}));
        QCOMPARE(yOf(lines[1]), (QJsonArray{10, 20}));
        // Where nothing is said there is a band from the least to the greatest.
        const auto bands = tracesOf(figure, u"band"_s);
        QCOMPARE(bands.size(), 2);
        QCOMPARE(bands[0]["x"_L1].toArray(), (QJsonArray{0, 1, 1, 0}));
        QCOMPARE(yOf(bands[0]), (QJsonArray{1, 2, 6, 3}));
        QCOMPARE(bands[0]["fill"_L1].toString(), u"toself"_s);
        QVERIFY(!bands[0]["showlegend"_L1].toBool(true));
        QCOMPARE(bands[0]["meta"_L1]["colorIndex"_L1], lines[0]["meta"_L1]["colorIndex"_L1]);
        QVERIFY(bands[0]["meta"_L1]["colorIndex"_L1] != bands[1]["meta"_L1]["colorIndex"_L1]);
        QCOMPARE(figure.notes,
                 QStringList{u"Groups: arch: mlp (2 run(s)); arch: cnn (1 run(s))."_s});
    }

    void bandsLieBehindAllLines()
    {
        addRuns();
        const Figure figure = m_fixture->figure(grouped + u"group: config.arch"_s);
        QStringList roles;
        for (const QJsonValue trace : figure.content["data"_L1].toArray())
            roles << trace["meta"_L1]["role"_L1].toString();
        QCOMPARE(roles, (QStringList{u"band"_s, u"band"_s, u"line"_s, u"line"_s}));
    }

    void standardDeviationAroundTheMean()
    {
        addRuns();
        const Figure figure =
            m_fixture->figure(grouped + u"group: config.arch\naggregate: mean, std"_s);
        // 1 and 3 are 1 away from their mean, 2 and 6 are 2.
        QCOMPARE(numbers(yOf(tracesOf(figure, u"band"_s)[0])), (QList<double>{1, 2, 6, 3}));
        const Figure error =
            m_fixture->figure(grouped + u"group: config.arch\naggregate: [mean, stderr]"_s);
        QCOMPARE(numbers(yOf(tracesOf(error, u"band"_s)[0])),
                 (QList<double>{1.292893, 2.585786, 5.414214, 2.707107}));
    }

    void withoutAGroupAllRunsAreOne()
    {
        addRuns();
        const Figure figure = m_fixture->figure(grouped + u"aggregate: median, max"_s);
        QVERIFY(tracesOf(figure, u"band"_s).isEmpty());
        const auto lines = tracesOf(figure, u"line"_s);
        QCOMPARE(namesOf(lines), QStringList{u"3 run(s)"_s});
        QCOMPARE(yOf(lines[0]), (QJsonArray{3, 6}));
        const auto others = tracesOf(figure, u"statistic"_s);
        QCOMPARE(others.size(), 1);
        QCOMPARE(yOf(others[0]), (QJsonArray{10, 20}));
        QCOMPARE(others[0]["line"_L1]["dash"_L1].toString(), u"dot"_s);
    }

    void severalKeysAndPartsOfNames()
    {
        addRuns();
        QCOMPARE(namesOf(tracesOf(m_fixture->figure(grouped + u"group: config.arch, state"_s),
                                  u"line"_s)),
                 (QStringList{u"arch: mlp, finished"_s, u"arch: cnn, finished"_s}));
        QCOMPARE(
            namesOf(tracesOf(m_fixture->figure(grouped + u"group: '/^(.*)-seed/'"_s), u"line"_s)),
            (QStringList{u"mlp"_s, u"cnn"_s}));
        // A run that lacks it is a group of its own.
        m_fixture->source->addRun(u"other"_s);
        m_fixture->source->addSeries(u"other"_s, u"loss"_s, {7, 7});
        QCOMPARE(namesOf(tracesOf(m_fixture->figure(grouped + u"group: config.arch"_s), u"line"_s)),
                 (QStringList{u"arch: mlp"_s, u"arch: cnn"_s, u"arch: –"_s}));
    }

    void namesAndColoursOfGroups()
    {
        addRuns();
        const Figure figure = m_fixture->figure(
            grouped + u"group: config.arch\nnames: {mlp: Perceptron}\ncolors: {mlp: '#112233'}"_s);
        const auto lines = tracesOf(figure, u"line"_s);
        QCOMPARE(namesOf(lines), (QStringList{u"Perceptron"_s, u"arch: cnn"_s}));
        QCOMPARE(lines[0]["line"_L1]["color"_L1].toString(), u"#112233"_s);
        QCOMPARE(tracesOf(figure, u"band"_s)[0]["fillcolor"_L1].toString(), u"#112233"_s);
    }

    void linesAndBandsAreSmoothedAlike()
    {
        addRuns();
        const Figure figure = m_fixture->figure(
            grouped + u"group: config.arch\nsmooth: {type: average, weight: 9}"_s);
        QCOMPARE(yOf(tracesOf(figure, u"line"_s)[0]), (QJsonArray{3, 3}));
        QCOMPARE(yOf(tracesOf(figure, u"band"_s)[0]), (QJsonArray{1.5, 1.5, 4.5, 4.5}));
        QCOMPARE(yOf(tracesOf(figure, u"original"_s)[0]), (QJsonArray{2, 4}));
    }

    void aBandEndsWhereALogAxisDoes()
    {
        addRun(u"a"_s, u"x"_s, {1, 8});
        addRun(u"b"_s, u"x"_s, {9, 10});
        // mean 5 and 9; 1.5 times the deviation would be below zero at the first step: 5 - 4 = 1.
        const Figure figure =
            m_fixture->figure(grouped + u"group: config.arch\naggregate: mean, std\nscale: log"_s);
        for (const QJsonValue y : yOf(tracesOf(figure, u"band"_s)[0]))
            QVERIFY(y.toDouble() > 0);
        addRun(u"c"_s, u"x"_s, {0.01, 9});
        addRun(u"d"_s, u"x"_s, {30, 9});
        const Figure below =
            m_fixture->figure(grouped + u"group: config.arch\naggregate: mean, std\nscale: log"_s);
        const QJsonArray edge = yOf(tracesOf(below, u"band"_s)[0]);
        QVERIFY(edge[0].toDouble() > 0);
        QCOMPARE(edge[0].toDouble(), edge[1].toDouble());
    }

    void groupsMayBeMadeOfManyRuns()
    {
        for (int i = 0; i < 30; ++i)
            addRun(u"r%1"_s.arg(i), u"x"_s, {double(i), 1});
        const Figure all = m_fixture->figure(grouped + u"aggregate: mean"_s);
        QCOMPARE(namesOf(tracesOf(all, u"line"_s)), QStringList{u"30 run(s)"_s});
        const Figure cut = m_fixture->figure(
            u"type: line\nruns: {source: folder:runs, limit: 3}\ny: loss\naggregate: mean"_s);
        QCOMPARE(namesOf(tracesOf(cut, u"line"_s)), QStringList{u"3 run(s)"_s});
        QCOMPARE(tracesOf(m_fixture->figure(grouped), u"line"_s).size(), 10);
    }

    void onALogarithmicXTheStepsAreSharedToo()
    {
        addRuns();
        const Figure figure = m_fixture->figure(grouped + u"group: config.arch\nscale: {x: log}"_s);
        QCOMPARE(tracesOf(figure, u"line"_s)[0]["x"_L1].toArray(), (QJsonArray{1}));
        QCOMPARE(yOf(tracesOf(figure, u"line"_s)[0]), (QJsonArray{4}));
    }

    void onALogarithmicXGroupsAreThoseOfTheRealX()
    {
        for (const auto &[name, steps, loss] :
             {std::tuple(u"a"_s, std::vector<double>{0, 100}, std::vector<double>{0, 100}),
              std::tuple(u"b"_s, std::vector<double>{0, 10, 100},
                         std::vector<double>{0, 30, 100})}) {
            m_fixture->source->addRun(name);
            m_fixture->source->addSeries(name, u"loss"_s,
                                         Series{steps, std::vector<double>(steps.size()), loss});
        }
        for (const QString &more : {u"aggregate: mean, min, max"_s,
                                    u"aggregate: mean, min, max\nsmooth: gaussian:20"_s}) {
            const Figure real = m_fixture->figure(grouped + more);
            const Figure log = m_fixture->figure(grouped + more + u"\nscale: {x: log}"_s);
            QJsonArray line = yOf(tracesOf(real, u"line"_s)[0]);
            QCOMPARE(line.size(), 3);
            line.removeFirst();
            QCOMPARE(yOf(tracesOf(log, u"line"_s)[0]), line);
            // Along the lower edge and back along the upper one.
            QJsonArray band = yOf(tracesOf(real, u"band"_s)[0]);
            band.removeFirst();
            band.removeLast();
            QCOMPARE(yOf(tracesOf(log, u"band"_s)[0]), band);
        }
        const Figure log = m_fixture->figure(grouped + u"aggregate: mean\nscale: {x: log}"_s);
        // The first run is at 10 by then, on its way from 0 to 100.
        QCOMPARE(yOf(tracesOf(log, u"line"_s)[0]), (QJsonArray{20, 100}));
    }

    void aBandBelowALogAxisIsNone()
    {
        addRun(u"a"_s, u"x"_s, {1, 2});
        addRun(u"b"_s, u"x"_s, {0, -1});
        const Figure real = m_fixture->figure(grouped + u"group: config.arch"_s);
        QCOMPARE(tracesOf(real, u"band"_s).size(), 1);
        const Figure log = m_fixture->figure(grouped + u"group: config.arch\nscale: log"_s);
        QCOMPARE(tracesOf(log, u"band"_s).size(), 0);
        QCOMPARE(yOf(tracesOf(log, u"line"_s)[0]), (QJsonArray{0.5, 0.5}));
    }

    void whatIsListedDecides_data()
    {
        QTest::addColumn<QStringList>("listed");
        QTest::addColumn<int>("band");
        QTest::addColumn<QList<int>>("lines");
        using Band = GroupStyle::Band;
        const auto row = [](const char *name, const QStringList &listed, Band band,
                            const QList<Aggregate> &lines) {
            QList<int> asNumbers;
            for (const Aggregate line : lines)
                asNumbers << int(line);
            QTest::newRow(name) << listed << int(band) << asNumbers;
        };
        row("nothing", {}, Band::MinMax, {Aggregate::Mean});
        row("edges only", {u"min"_s, u"max"_s}, Band::MinMax, {Aggregate::Mean});
        row("one edge", {u"min"_s}, Band::None, {Aggregate::Min});
        row("std alone", {u"std"_s}, Band::Std, {Aggregate::Mean});
        row("median", {u"median"_s, u"stderr"_s}, Band::Stderr, {Aggregate::Median});
        row("everything", {u"mean"_s, u"std"_s, u"min"_s, u"max"_s}, Band::Std,
            {Aggregate::Mean, Aggregate::Min, Aggregate::Max});
    }

    void whatIsListedDecides()
    {
        QFETCH(QStringList, listed);
        QFETCH(int, band);
        QFETCH(QList<int>, lines);
        const GroupStyle style = GroupStyle::of(listed, {u"mean"_s, u"min"_s, u"max"_s});
        QCOMPARE(int(style.band), band);
        QList<int> found;
        for (const Aggregate line : style.lines)
            found << int(line);
        QCOMPARE(found, lines);
    }

    void scalarsOfGroups()
    {
        addRuns();
        const Figure figure =
            m_fixture->figure(u"type: scalar\nruns: folder:runs\ny: loss\ngroup: config.arch"_s);
        const QJsonArray items = figure.content["items"_L1].toArray();
        QCOMPARE(items.size(), 2);
        // The last values are 2 and 6.
        QCOMPARE(items[0]["label"_L1].toString(), u"arch: mlp"_s);
        QCOMPARE(items[0]["value"_L1].toDouble(), 4.0);
        QCOMPARE(items[0]["text"_L1].toString(), u"4.0 ± 2.0"_s);
        QCOMPARE(items[0]["detail"_L1].toString(), u"mean over 2 run(s): last of loss"_s);
        QCOMPARE(items[1]["text"_L1].toString(), u"20"_s);
        const Figure range =
            m_fixture->figure(u"type: scalar\nruns: folder:runs\ny: loss\ngroup: config.arch\n"
                              "aggregate: median, min, max\nnames: {mlp: MLP}"_s);
        QCOMPARE(range.content["items"_L1][0]["text"_L1].toString(), u"4 (2 … 6)"_s);
        QCOMPARE(range.content["items"_L1][0]["label"_L1].toString(), u"MLP"_s);
    }

    void tablesOfGroups()
    {
        addRuns();
        m_fixture->source->run(u"mlp-seed1"_s).config.insert(u"seed"_s, 1);
        m_fixture->source->run(u"mlp-seed2"_s).config.insert(u"seed"_s, 2);
        const Figure figure =
            m_fixture->figure(u"type: table\nruns: folder:runs\ny: loss\ngroup: config.arch\n"
                              "config: [seed]\naggregate: mean, stderr"_s);
        QStringList heads;
        for (const QJsonValue column : figure.content["columns"_L1].toArray())
            heads << column["name"_L1].toString();
        QCOMPARE(heads, (QStringList{u"Group"_s, u"Runs"_s, u"config.seed"_s, u"loss (last)"_s}));
        const QJsonArray rows = figure.content["rows"_L1].toArray();
        QCOMPARE(rows[0].toArray(),
                 (QJsonArray{u"arch: mlp"_s, u"2"_s, u"1, 2"_s, u"4.0 ± 1.4"_s}));
        QCOMPARE(rows[1].toArray(), (QJsonArray{u"arch: cnn"_s, u"1"_s, u"–"_s, u"20"_s}));
    }

    void aSpreadIsAroundTheMeanOnly()
    {
        const std::vector<double> values{1, 3};
        QCOMPARE(groupText(values, GroupStyle::of({u"mean"_s, u"std"_s}, {})), u"2.0 ± 1.0"_s);
        for (const QString &other : {u"median"_s, u"max"_s, u"min"_s}) {
            QVERIFY(!groupText(values, GroupStyle::of({other, u"std"_s}, {})).contains(u'±'));
            QVERIFY(!groupText(values, GroupStyle::of({other, u"stderr"_s}, {})).contains(u'±'));
        }
        QCOMPARE(groupText(values, GroupStyle::of({u"max"_s, u"std"_s}, {})), u"3"_s);
    }

    void whatIsNotFiniteIsNotCountedButTold()
    {
        addRuns();
        addRun(u"mlp-seed3"_s, u"mlp"_s, {1, std::nan("")});
        const QString note = u"Values that are NaN or infinite, left out: 1."_s;
        const Figure scalar =
            m_fixture->figure(u"type: scalar\nruns: folder:runs\ny: loss\ngroup: config.arch"_s);
        const QJsonValue item = scalar.content["items"_L1][0];
        QCOMPARE(item["text"_L1].toString(), u"4.0 ± 2.0"_s);
        QCOMPARE(item["detail"_L1].toString(), u"mean over 2 run(s): last of loss"_s);
        QCOMPARE(scalar.notes, QStringList{note});
        const Figure table =
            m_fixture->figure(u"type: table\nruns: folder:runs\ny: loss\ngroup: config.arch"_s);
        QCOMPARE(table.content["rows"_L1][0].toArray().last().toString(), u"4.0 ± 2.0"_s);
        QCOMPARE(table.notes, QStringList{note});
        const Figure line = m_fixture->figure(grouped + u"group: config.arch"_s);
        QVERIFY(line.notes.contains(note));
        // By itself such a value is shown.
        const Figure single = m_fixture->figure(u"type: scalar\nruns: folder:runs\ny: loss"_s);
        QVERIFY(single.notes.isEmpty());
    }

    void numbersAreAsExactAsTheySpread()
    {
        QCOMPARE(spreadText(0.91234, 0.01234), u"0.912 ± 0.012"_s);
        QCOMPARE(spreadText(12345.678, 321), u"12\u202f346 ± 321"_s);
        QCOMPARE(spreadText(-3.21, 0.5), u"-3.21 ± 0.50"_s);
        QCOMPARE(spreadText(2, 0), u"2 ± 0"_s);
        QCOMPARE(spreadText(1e-7, 2e-8), u"1e-07 ± 2e-08"_s);
        QCOMPARE(spreadText(std::nan(""), 1), u"NaN ± 1"_s);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("message");
        QTest::newRow("aggregate")
            << u"aggregate: mean, stdd"_s
            << u"Line 14: “stdd” is not a value of “aggregate”. Did you mean "
               "“std”?"_s;
        QTest::newRow("field") << u"group: confg.lr"_s
                               << u"Line 14: “confg.lr” is not a field of runs. Did you mean "
                                  "“config”?"_s;
        QTest::newRow("not groupable")
            << u"group: created"_s << u"Line 14: Runs cannot be grouped by “created”."_s;
        QTest::newRow("pattern") << u"group: '/(/'"_s << u"Line 14: "_s;
        QTest::newRow("map") << u"group: {a: b}"_s << u"Line 14: “group” cannot be this."_s;
    }

    void mistakesAreNamed()
    {
        QFETCH(QString, yaml);
        QFETCH(QString, message);
        const Figure figure = m_fixture->figure(grouped + yaml);
        QCOMPARE(figure.kind, Figure::Kind::Message);
        QVERIFY2(messageOf(figure).startsWith(message), qPrintable(messageOf(figure)));
    }

private:
    void addRun(const QString &name, const QString &arch, const std::vector<double> &loss)
    {
        m_fixture->source->addRun(name).config = {{u"arch"_s, arch}};
        m_fixture->source->addSeries(name, u"loss"_s, loss);
    }

    void addRuns()
    {
        addRun(u"mlp-seed1"_s, u"mlp"_s, {1, 2});
        addRun(u"mlp-seed2"_s, u"mlp"_s, {3, 6});
        addRun(u"cnn-seed1"_s, u"cnn"_s, {10, 20});
    }

    std::unique_ptr<PanelFixture> m_fixture;
};

QTEST_GUILESS_MAIN(LineGroupsTest)
#include "test_line_groups.moc"
