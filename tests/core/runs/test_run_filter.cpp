#include "core/runs/run_filter.h"
#include "core/runs/run_order.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);

Run resnet()
{
    Run run;
    run.id = RunId(u"vision/resnet-50"_s);
    run.name = u"resnet-50"_s;
    run.state = RunState::Finished;
    run.created = now.addDays(-3);
    run.updated = run.created.addSecs(2 * 3600);
    run.tags = {u"v2"_s, u"best"_s};
    run.config = {{u"lr"_s, 0.01},        {u"arch"_s, u"resnet"_s}, {u"amp"_s, true},
                  {u"epochs"_s, u"90"_s}, {u"my key"_s, 3},         {u"optim.name"_s, u"sgd"_s}};
    run.metrics = {u"val/acc"_s};
    return run;
}

const Series &accuracy()
{
    static const Series series{{0, 1, 2, 3}, {0, 1, 2, 3}, {0.5, 0.9, std::nan(""), 0.8}};
    return series;
}

const Series *lookup(const QString &metric)
{
    return metric == "val/acc"_L1 ? &accuracy() : nullptr;
}

} // namespace

class RunFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void matches_data()
    {
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *filter, bool expected) {
            QTest::newRow(filter) << expected;
        };
        row("name = resnet-50", true);
        row("name == \"resnet-50\"", true);
        row("name = resnet", false);
        row("name != resnet", true);
        row("name ~ \"resnet-.*\"", true);
        row("name ~ 'net-\\d+$'", true);
        row("name !~ \"^vgg\"", true);
        row("name ~ \"^net\"", false);
        row("name contains snet", true);
        row("name not contains snet", false);
        row("id = vision/resnet-50", true);
        row("state = finished", true);
        row("state = Finished", true);
        row("state in [running, failed]", false);
        row("state not in [running, failed]", true);
        row("tags contains v2", true);
        row("tags contains \"v\"", false);
        row("tags in [v1, v2]", true);
        row("tags ~ \"^be\"", true);
        row("config.lr = 0.01", true);
        row("config.lr > 0.001", true);
        row("config.lr > 0.01", false);
        row("config.lr >= 1e-2", true);
        row("config.lr < 0.01", false);
        row("config.lr <= 0.01", true);
        row("config.lr in [0.1, 0.01]", true);
        row("config.lr in (0.1, 0.2)", false);
        row("config.arch < vgg", true);
        row("config.amp = true", true);
        row("config.amp = True", true);
        row("config.amp != false", true);
        row("config.epochs > 80", true);
        row("config.epochs > 100", false);
        row("config.\"my key\" = 3", true);
        row("config.optim.name = sgd", true);
        row("config.missing = 1", false);
        row("config.missing != 1", true);
        row("config.missing < 1", false);
        row("config.missing >= 1", false);
        row("config.missing ~ \".*\"", false);
        row("config.missing = null", true);
        row("config.lr != null", true);
        row("config.arch > 3", false);
        row("created >= now-7d", true);
        row("created >= now - 7d", true);
        row("created >= now-1d", false);
        row("created < now", true);
        row("created > 2026-11-17", true);
        row("updated > \"2026-11-18T10:30:00Z\"", true);
        row("updated > \"2026-11-18T11:00:00Z\"", false);
        row("duration = 2h", true);
        row("duration > 90m", true);
        row("duration < 7199", false);
        row("metrics.val/acc.max > 0.85", true);
        row("metrics.val/acc.last = 0.8", true);
        row("metrics.val/acc.min = 0.5", true);
        row("metrics.val/acc.mean > 0.7 and metrics.val/acc.mean < 0.75", true);
        row("metrics.val/loss.last > 0", false);
        row("summary.val/acc = 0.8", true);
        row("not state = running", true);
        row("not not state = running", false);
        row("state = running or name = resnet-50", true);
        row("state = running or name = resnet-50 and tags contains v1", false);
        row("(state = running or name = resnet-50) and tags contains v2", true);
        row("state = finished and not (config.lr > 1 or config.amp = false)", true);
        row("Config(\"lr\") > 0.001", true);
        row("Config('lr') > 0.001 and Metric('State') == 'finished'", true);
        row("SummaryMetric(\"val/acc\") >= 0.8 and Tags() in ['v2']", true);
        row("Metric(\"CreatedTimestamp\") > \"2026-11-01\"", true);
    }

    void matches()
    {
        QFETCH(bool, expected);
        const Result<RunFilter> filter =
            RunFilter::parse(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(filter.isOk(), filter ? "" : qPrintable(filter.error().message));
        QCOMPARE(filter->matches(resnet(), lookup, now), expected);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *filter, const char *expected) {
            QTest::newRow(filter) << QString::fromUtf8(expected);
        };
        row("", "At the end of the filter: the filter is empty.");
        row("confg.lr > 1", "At character 1 of the filter: “confg.lr” is not a field of runs. Did "
                            "you mean “config”?");
        row("config.lr", "At the end of the filter: expected an operator");
        row("config.lr >", "At the end of the filter: expected a value");
        row("config.lr > 1 config.lr < 2", "At character 15 of the filter: expected “and”");
        row("config.lr => 1", "At character 11 of the filter: this is not an operator");
        row("(state = running", "At the end of the filter: expected “)”");
        row("state = runing", "At character 9 of the filter: “runing” is not a state. States: "
                              "running, finished, failed, unknown.");
        row("name ~ \"(\"", "At character 8 of the filter: “(” is not a regular expression");
        row("name = \"abc", "At character 8 of the filter: this quotation mark is never closed");
        row("created > yesterday", "At character 11 of the filter: expected a time");
        row("created > now-7x", "At character 11 of the filter: expected a time");
        row("state in running", "At character 10 of the filter: expected a list");
        row("state in [running", "At the end of the filter: expected “,” or the end of the list");
        row("state in []", "At character 11 of the filter: expected a value");
        row("metrics.val/acc > 1", "At character 1 of the filter: Say which value of the metric");
        row("name not = a", "At character 10 of the filter: expected an operator");
        row("\"name\" = a", "At character 1 of the filter: expected a field");
        row("Foo(\"x\") = 1", "At character 1 of the filter: expected Config(");
    }

    void errors()
    {
        QFETCH(QString, expected);
        const Result<RunFilter> filter =
            RunFilter::parse(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(!filter.isOk());
        QCOMPARE(filter.error().code, ErrorCode::InvalidInput);
        QVERIFY2(filter.error().message.startsWith(expected), qPrintable(filter.error().message));
    }

    void deepAndLongFiltersAreRefused()
    {
        const QString deep = u"("_s.repeated(2000) + u"name = a"_s + u")"_s.repeated(2000);
        QVERIFY(!RunFilter::parse(deep).isOk());
        QVERIFY(!RunFilter::parse(u"not "_s.repeated(2000) + u"name = a"_s).isOk());
        QCOMPARE(RunFilter::parse(u"x"_s.repeated(20'000)).error().code, ErrorCode::LimitExceeded);
    }

    void aHostilePatternEndsSoon()
    {
        Run run;
        run.name = u"a"_s.repeated(5000) + u'b';
        const Result<RunFilter> filter = RunFilter::parse(u"name ~ \"^(a+)+$\""_s);
        QVERIFY(filter.isOk());
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10; ++i)
            QVERIFY(!filter->matches(run, {}, now));
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void metricsAreNamed()
    {
        const Result<RunFilter> filter = RunFilter::parse(
            u"summary.b > 1 or not metrics.a.max < 2 and metrics.b.min > 0 and name = c"_s);
        QCOMPARE(filter->metrics(), (QStringList{u"a"_s, u"b"_s}));
    }

    void order_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::newRow("name") << u"run-2 run-3 run-10"_s;
        QTest::newRow("-name") << u"run-10 run-3 run-2"_s;
        QTest::newRow("config.lr") << u"run-3 run-10 run-2"_s;
        QTest::newRow("-config.lr") << u"run-10 run-3 run-2"_s; // run-2 has none: last both ways
        QTest::newRow("-created") << u"run-3 run-10 run-2"_s;
        QTest::newRow("state, -name") << u"run-10 run-2 run-3"_s;
        QTest::newRow("-metrics.acc.max") << u"run-2 run-3 run-10"_s;
    }

    void order()
    {
        QFETCH(QString, expected);
        QVector<Run> runs(3);
        const QStringList names{u"run-10"_s, u"run-2"_s, u"run-3"_s};
        for (int i = 0; i < 3; ++i) {
            runs[i].name = names[i];
            runs[i].created = now.addDays(i == 2 ? 5 : -i);
            runs[i].state = i < 2 ? RunState::Finished : RunState::Running;
        }
        runs[0].config.insert(u"lr"_s, 0.1);
        runs[2].config.insert(u"lr"_s, u"1e-3"_s);
        const Series low{{0}, {0}, {1}};
        const Series high{{0}, {0}, {2}};
        const auto series = [&](const Run &run, const QString &) -> const Series * {
            return run.name == "run-10"_L1 ? nullptr : run.name == "run-2"_L1 ? &high : &low;
        };
        const Result<RunOrder> order = RunOrder::parse(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(order.isOk());
        order->sort(runs, series);
        QStringList sorted;
        for (const Run &run : runs)
            sorted << run.name;
        QCOMPARE(sorted.join(u' '), expected);
    }

    void unknownOrderNamesTheNearest()
    {
        const Result<RunOrder> order = RunOrder::parse(u"-creatd"_s);
        QVERIFY(!order.isOk());
        QVERIFY(order.error().message.contains(u"Did you mean “created”?"_s));
    }
};

QTEST_GUILESS_MAIN(RunFilterTest)
#include "test_run_filter.moc"
