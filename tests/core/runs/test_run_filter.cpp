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
    run.project = u"vision/resnet"_s;
    run.user = u"ana"_s;
    run.group = u"baseline"_s;
    run.summary = {{u"best_acc"_s, 0.95}, {u"val/acc"_s, 0.93}, {u"note"_s, u"good"_s}};
    run.metrics = {u"val/acc"_s, u"loss"_s};
    return run;
}

const Series &accuracy()
{
    static const Series series{{0, 1, 2, 3}, {0, 1, 2, 3}, {0.5, 0.9, std::nan(""), 0.8}};
    return series;
}

const Series *lookup(const QString &metric)
{
    return metric == "val/acc"_L1 || metric == "loss"_L1 ? &accuracy() : nullptr;
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
        row("summary.val/acc = 0.93", true); // what the run says, not the series
        row("summary.loss = 0.8", true);     // the last value where the run says nothing
        row("summary.best_acc > 0.9", true);
        row("summary.note = good", true);
        row("summary.missing = null", true);
        row("project = vision/resnet", true);
        row("project ~ \"^vision/\"", true);
        row("user = ana", true);
        row("user in [bob, eve]", false);
        row("group = baseline", true);
        row("group != null", true);
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
        // What is written of it means the same, and is written so again.
        const Result<RunFilter> again = RunFilter::parse(filter->text());
        QVERIFY2(again.isOk(), qPrintable(filter->text()));
        QCOMPARE(again->text(), filter->text());
        QCOMPARE(again->matches(resnet(), lookup, now), expected);
    }

    void writing_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *filter, const char *expected) {
            QTest::newRow(filter) << QString::fromUtf8(expected);
        };
        row("name == 'a \"b\" \\\\c'", "name = \"a \\\"b\\\" \\\\c\"");
        row("config.lr=1e-3", "config.lr = 0.001");
        row("config.lr in (0.1,.2)", "config.lr in [0.1, 0.2]");
        row("config.\"a b\" != None", "config.\"a b\" != null");
        row("config.amp = True", "config.amp = true");
        row("config.n = \"5\"", "config.n = \"5\"");
        row("state = Finished", "state = finished");
        row("state in ['running', failed]", "state in [running, failed]");
        row("created >= now - 7d", "created >= now-7d");
        row("created >= '2026-11-21'", "created >= 2026-11-21");
        row("duration > 2h", "duration > 7200");
        row("name !~ \"a\\d\"", "name !~ \"a\\\\d\"");
        row("not name ~ a", "name !~ \"a\"");
        row("not tags contains a", "tags not contains \"a\"");
        row("not name = a", "not name = \"a\"");
        row("not (name = a or name = b)", "not (name = \"a\" or name = \"b\")");
        row("((name = a and name = b)) or name = c",
            "name = \"a\" and name = \"b\" or name = \"c\"");
        row("name = a and (name = b or name = c)",
            "name = \"a\" and (name = \"b\" or name = \"c\")");
        row("Config('lr') == 0.1", "config.lr = 0.1");
    }

    void writing()
    {
        QFETCH(QString, expected);
        const Result<RunFilter> filter =
            RunFilter::parse(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(filter.isOk(), filter ? "" : qPrintable(filter.error().message));
        QCOMPARE(filter->text(), expected);
        QCOMPARE(RunFilter::parse(expected)->text(), expected);
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

    void whatASourceDoesNotKnowIsMissing()
    {
        for (const QString &field : {u"project"_s, u"user"_s, u"group"_s}) {
            const Result<RunFilter> filter = RunFilter::parse(field + u" = null"_s);
            QVERIFY(filter->matches(Run(), {}, now));
            QVERIFY(!filter->matches(resnet(), {}, now));
        }
    }

    void fieldsAreNamed()
    {
        const Result<RunFilter> filter = RunFilter::parse(
            u"summary.b > 1 or not metrics.a.max < 2 and metrics.\"b c\".min > 0 and name = c "
            "and name = d"_s);
        QStringList names;
        for (const RunField &field : filter->fields())
            names << field.text();
        QCOMPARE(names, (QStringList{u"summary.b"_s, u"metrics.a.max"_s, u"metrics.\"b c\".min"_s,
                                     u"name"_s}));
    }

    void aSummaryThatTheRunHasNeedsNoSeries()
    {
        const auto series = [](const QString &field) {
            return seriesOfField(*RunField::parse(field), resnet());
        };
        QCOMPARE(series(u"summary.val/acc"_s), QString());
        QCOMPARE(series(u"summary.loss"_s), u"loss"_s);
        QCOMPARE(series(u"summary.missing"_s), QString());
        QCOMPARE(series(u"metrics.val/acc.max"_s), u"val/acc"_s);
        QCOMPARE(series(u"name"_s), QString());
    }

    void fieldsAreWrittenAsTheyAreRead_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"name", "id", "state", "project", "user", "group", "tags", "created", "updated",
              "duration", "config.lr", "config.optim.lr", "config.\"learning rate\"",
              "summary.val/acc", "metrics.val/acc.max", "metrics.\"a \\\"b\\\"\".mean"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void fieldsAreWrittenAsTheyAreRead()
    {
        QFETCH(QString, text);
        const Result<RunFilter> filter = RunFilter::parse(text + u" = null"_s);
        QVERIFY2(filter.isOk(), filter ? "" : qPrintable(filter.error().message));
        QCOMPARE(filter->fields().first().text(), text);
    }

    void mistakesHaveTheirPlace_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("length");
        QTest::addColumn<QStringList>("suggestions");
        const auto row = [](const char *filter, int start, int length,
                            const QStringList &suggestions) {
            QTest::newRow(filter) << start << length << suggestions;
        };
        row("", 0, 0, {});
        row("name = a and confg.lr > 1", 13, 8, {u"config.lr"_s});
        row("projct = a", 0, 6, {u"project"_s});
        row("config = a", 0, 6, {u"config."_s});
        row("nme.x = a", 0, 5, {});
        row("metrics.loss > 1", 0, 12,
            {u"metrics.loss.last"_s, u"metrics.loss.min"_s, u"metrics.loss.max"_s,
             u"metrics.loss.mean"_s});
        row("state in [running, faild]", 19, 5, {u"failed"_s});
        row("config.lr >", 11, 0, {});
        row("config.lr => 1", 10, 2, {u">="_s});
        row("name = a name = b", 9, 4, {u"and"_s, u"or"_s});
        row("name contain a", 5, 7, {u"contains"_s});
        row("name = \"abc", 7, 4, {});
        row("name ~ \"(\"", 7, 3, {});
        row("Confg(\"lr\") = 1", 0, 5, {u"Config"_s});
        row("created > yesterday", 10, 9, {});
    }

    void mistakesHaveTheirPlace()
    {
        QFETCH(int, start);
        QFETCH(int, length);
        QFETCH(QStringList, suggestions);
        const auto mistake = RunFilter::mistakeIn(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(mistake);
        QCOMPARE(mistake->start, start);
        QCOMPARE(mistake->length, length);
        QCOMPARE(mistake->suggestions, suggestions);
        QVERIFY(!RunFilter::mistakeIn(u"name = a"_s));
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
        QTest::newRow("config.\"a b\"") << u"run-2 run-3 run-10"_s;
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
        runs[0].config.insert(u"a b"_s, 3);
        runs[1].config.insert(u"a b"_s, 1);
        runs[2].config.insert(u"a b"_s, 2);
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
