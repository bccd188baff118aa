#include "core/runs/constant_arithmetic.h"
#include "core/runs/run_filter.h"
#include "core/services/wandb/wandb_expression.h"
#include "support/test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// What our filter for a case is, where W&B's reader and we agree that there is one.
const QHash<QString, QString> &filters()
{
    static const QHash<QString, QString> all{
        {u""_s, u""_s},
        {u"Config('lr') = 0.01"_s, u"config.lr = 0.01"_s},
        {u"Config('lr') == 0.01"_s, u"config.lr = 0.01"_s},
        {u"config.lr == 0.01"_s, u"config.lr = 0.01"_s}, // W&B drops it
        {u"Config('optim.lr') <= 1e-3"_s, u"config.optim.lr <= 0.001"_s},
        {u"Config('optim.value.lr') <= 1e-3"_s, u"config.optim.lr <= 0.001"_s},
        {u"SummaryMetric('val/loss') < 0.5"_s, u"summary.val/loss < 0.5"_s}, // strict
        {u"Summary('acc') > 0.9"_s, u"summary.acc > 0.9"_s},
        {u"Metric('State') == 'Finished'"_s, u"state = finished"_s},
        {u"State = 'finished'"_s, u"state = finished"_s},
        {u"Name in ['a','b']"_s, u"name in [\"a\", \"b\"]"_s},
        {u"Metric('ID') not in ['x1','x2']"_s, u"id not in [\"x1\", \"x2\"]"_s},
        {u"Tags() in ['prod']"_s, u"tags in [\"prod\"]"_s},
        {u"Tags('prod') == True"_s, u"tags contains \"prod\""_s},
        {u"Metric('Tags') == 'prod'"_s, u"tags contains \"prod\""_s},
        {u"tags in ['a']"_s, u"tags in [\"a\"]"_s},
        {u"KeysInfo('loss') != None"_s, u"metrics.loss.last != null"_s},
        {u"Metric('CreatedTimestamp') within_last 5 days"_s, u"created >= now-5d"_s},
        {u"Metric('CreatedTimestamp') within_last 90 minutes"_s, u"created >= now-90m"_s},
        {u"Metric('CreatedTimestamp') >= '2026-01-16'"_s, u"created >= 2026-01-16"_s},
        {u"Config('a') == 1 and Config('b') == 2"_s, u"config.a = 1 and config.b = 2"_s},
        {u"Config('a') == 1 or Config('b') == 2"_s, u"config.a = 1 or config.b = 2"_s},
        {u"Config('a') == 1 or Config('b') == 2 and Config('c') == 3"_s,
         u"config.a = 1 or config.b = 2 and config.c = 3"_s},
        {u"Config('a') == 1 and (Config('b') == 2 or Config('c') == 3)"_s,
         u"config.a = 1 and (config.b = 2 or config.c = 3)"_s},
        {u"(Config('a') == 1 or Config('b') == 2) and (Config('c') == 3 or Config('d') == 4)"_s,
         u"(config.a = 1 or config.b = 2) and (config.c = 3 or config.d = 4)"_s},
        {u"Config('a') == 1 and (Config('b') == 2 or (Config('c') == 3 and (Config('d') == 4 or Config('e') == 5)))"_s,
         u"config.a = 1 and (config.b = 2 or config.c = 3 and (config.d = 4 or config.e = 5))"_s},
        {u"Config('bs') == 2**5"_s, u"config.bs = 32"_s},
        {u"Config('x') == -1"_s, u"config.x = -1"_s},
        {u"Config('flag') == True"_s, u"config.flag = true"_s},
        {u"Config('missing') == None"_s, u"config.missing = null"_s},
        {u"Config('a') in [1, 2.5, 'x', True]"_s, u"config.a in [1, 2.5, \"x\", true]"_s},
        {u"Config('a') != 'it''s'"_s, u"config.a != \"its\""_s},
        {u"not Config('a') == 1"_s, u"not config.a = 1"_s},
        {u"Config('note') == 'a=b'"_s, u"config.note = \"a=b\""_s},
        {u"Config('note') == 'a<b'"_s, u"config.note = \"a<b\""_s}};
    return all;
}

/// What cannot be said, with what is marked.
const QHash<QString, QString> &mistakes()
{
    static const QHash<QString, QString> all{
        {u"lr == 0.01"_s, u"lr"_s}, // W&B asks for an attribute that no run has
        {u"1 < Config('a')"_s, u"1"_s},
        {u"Config('a') == Config('b')"_s, u"Config"_s},
        {u"Metric('Name') like 'x%'"_s, u"like"_s},
        {u"SummaryMetric('f1') within_last 3 days"_s, u"within_last"_s}};
    return all;
}

/// Where what we write differs from what W&B's reader writes, and why.
const QHash<QString, QString> &otherWritten()
{
    static const QHash<QString, QString> all{
        // strict
        {u"SummaryMetric('val/loss') < 0.5"_s, u"SummaryMetric(\"val/loss\") < 0.5"_s},
        {u"Summary('acc') > 0.9"_s, u"SummaryMetric(\"acc\") > 0.9"_s},
        // not dropped
        {u"config.lr == 0.01"_s, u"Config(\"lr\") == 0.01"_s},
        // the same parameter
        {u"Config('optim.value.lr') <= 1e-3"_s, u"Config(\"optim.lr\") <= 0.001"_s},
        // the same question
        {u"Metric('Tags') == 'prod'"_s, u"Tags(\"prod\") == True"_s},
        // texts are left as they are
        {u"Config('note') == 'a=b'"_s, u"Config(\"note\") == 'a=b'"_s},
        {u"Config('note') == 'a<b'"_s, u"Config(\"note\") == 'a<b'"_s},
        // W&B has no “not”
        {u"not Config('a') == 1"_s, u"Config(\"a\") != 1"_s}};
    return all;
}

QJsonArray recorded()
{
    QFile file(testData() + u"/wandb/expressions/filter-expressions.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no cases");
    return QJsonDocument::fromJson(file.readAll())["cases"_L1].toArray();
}

} // namespace

class WandbExpressionTest : public QObject
{
    Q_OBJECT

private slots:
    void recordedCases_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("canonical");
        const QJsonArray cases = recorded();
        QCOMPARE(cases.size(), 40);
        for (const QJsonValue one : cases) {
            const QString input = one["input"_L1].toString();
            QTest::newRow(qPrintable(u"“%1”"_s.arg(input)))
                << input << one["canonical"_L1].toString();
        }
    }

    void recordedCases()
    {
        QFETCH(QString, input);
        QFETCH(QString, canonical);
        const Result<QString> filter = filterFromWandb(input);
        if (mistakes().contains(input)) {
            QVERIFY(!filter.isOk());
            QVERIFY(!filter.error().message.isEmpty());
            const auto mistake = wandbMistakeIn(input);
            QCOMPARE(input.mid(mistake->start, mistake->length), mistakes().value(input));
            return;
        }
        QVERIFY(filters().contains(input));
        QVERIFY2(filter.isOk(), filter ? "" : qPrintable(filter.error().message));
        QCOMPARE(*filter, filters().value(input));
        QVERIFY(!wandbMistakeIn(input));
        if (!filter->isEmpty())
            QCOMPARE(RunFilter::parse(*filter)->text(), *filter);

        const Result<QString> back = wandbFromFilter(*filter);
        if (input.count(u'(') == 8) { // parentheses in parentheses, which W&B refuses too
            QVERIFY(!back.isOk());
            QVERIFY(back.error().message.contains(u"parentheses"_s));
            return;
        }
        QVERIFY2(back.isOk(), back ? "" : qPrintable(back.error().message));
        QCOMPARE(*back, otherWritten().value(input, canonical));
        QCOMPARE(*filterFromWandb(*back),
                 input.startsWith("not "_L1) ? u"config.a != 1"_s : *filter);
    }

    void furtherExpressions_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *expression, const char *filter) {
            QTest::newRow(expression) << QString::fromUtf8(filter);
        };
        row("run.state == 'running'", "state = running");
        row("summary.loss < 1 and config.lr > 1", "summary.loss < 1 and config.lr > 1");
        row("displayName == 'a'", "name = \"a\"");
        row("name == 'abc123'", "id = \"abc123\""); // W&B stores the id as name
        row("User == 'ana' and Group != 'b'", "user = \"ana\" and group != \"b\"");
        row("Runtime > 60*60", "duration > 3600");
        row("tags != 'prod'", "tags not contains \"prod\"");
        row("Tags('prod') != True", "tags not contains \"prod\"");
        row("Tags('prod') == False", "tags not contains \"prod\"");
        row("Tags() in ('a', 'b')", "tags in [\"a\", \"b\"]");
        row("CreatedTimestamp within_last 1 day", "created >= now-1d");
        row("CreatedTimestamp within_last 1.5 hours", "created >= now-1.5h");
        row("Config('x') == 2 ** 5 - 1 and Config('y') == 10 / 4",
            "config.x = 31 and config.y = 2.5");
        row("Config('arch') == resnet", "config.arch = \"resnet\"");
        row("Config('p') == 'C:\\\\x'", "config.p = \"C:\\\\x\"");
        row("name ~ 'net'", "id ~ \"net\"");
        row("created >= now-7d", "created >= now-7d");
    }

    void furtherExpressions()
    {
        QFETCH(QString, expected);
        const Result<QString> filter = filterFromWandb(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(filter.isOk(), filter ? "" : qPrintable(filter.error().message));
        QCOMPARE(*filter, expected);
    }

    void furtherMistakes_data()
    {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char *expression, const char *marked, const char *words,
                            const char *suggestion = "") {
            QTest::newRow(expression) << QString::fromUtf8(marked) << QString::fromUtf8(words)
                                      << QString::fromUtf8(suggestion);
        };
        row("lr == 1", "lr", "not an attribute", "Config(\"lr\")");
        row("Metric('Stat') == 'x'", "'Stat'", "not an attribute", "State");
        row("Metric('JobType') == 'x'", "'JobType'", "not an attribute");
        row("State == 'crashed'", "'crashed'", "not a state", "failed");
        row("KeysInfo('loss') == 3", "KeysInfo", "None");
        row("Tags('a') == 3", "3", "True or False");
        row("Tags('a') < True", "<", "True or False");
        row("Config('x') == 2 3", "2 3", "arithmetic");
        row("Config('x') == 1 / 0", "1 / 0", "arithmetic");
        row("Config('x') == 'a\\n'", "'a\\n'", "escapes");
        row("CreatedTimestamp within_last soon", "soon", "5 days");
        row("CreatedTimestamp within_last 5 weeks", "5", "5 days");
        row("Config('x') == (2 + 3)", "(", "value");
        row("Config() == 1", "Config", "expected Config");
    }

    void furtherMistakes()
    {
        QFETCH(QString, marked);
        QFETCH(QString, words);
        QFETCH(QString, suggestion);
        const QString expression = QString::fromUtf8(QTest::currentDataTag());
        const auto mistake = wandbMistakeIn(expression);
        QVERIFY(mistake);
        QCOMPARE(expression.mid(mistake->start, mistake->length), marked);
        QVERIFY2(mistake->message.contains(words), qPrintable(mistake->message));
        QCOMPARE(mistake->suggestions.value(0), suggestion);
    }

    void whatWandbCannotSay_data()
    {
        QTest::addColumn<QString>("words");
        const auto row = [](const char *filter, const char *words) {
            QTest::newRow(filter) << QString::fromUtf8(words);
        };
        row("name ~ \"a\"", "regular expressions");
        row("name contains a", "only of tags");
        row("project = a", "“project”");
        row("updated > 2026-01-01", "“updated”");
        row("metrics.loss.max > 1", "summary.loss");
        row("metrics.loss.last > 1", "summary.loss");
        row("not config.a < 1", "by size");
        row("not (config.a < 1 or name = b)", "by size");
        row("config.a < null", "None");
        row("created > now-7d", "back from now");
        row("created <= now-7d", "back from now");
        row("not created >= now-7d", "back from now");
        row("name = a and (name = b or name = c and (name = d or name = e))", "parentheses");
        row("stat = a", "not a field");
    }

    void whatWandbCannotSay()
    {
        QFETCH(QString, words);
        const Result<QString> back = wandbFromFilter(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(!back.isOk());
        QVERIFY2(back.error().message.contains(words), qPrintable(back.error().message));
    }

    void ourFiltersAsExpressions_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *filter, const char *expression) {
            QTest::newRow(filter) << QString::fromUtf8(expression);
        };
        row("not (name = a or tags contains b)",
            "Metric(\"Name\") != 'a' and Tags(\"b\") == False");
        row("not (name = a and name = b) and id = c",
            "(Metric(\"Name\") != 'a' or Metric(\"Name\") != 'b') and Metric(\"ID\") == 'c'");
        row("name not in [a]", "Metric(\"Name\") not in ['a']");
        row("config.n = \"it's\"", "Config(\"n\") == \"it's\"");
        row("config.n = \"it's \\\"b\\\"\"", "Config(\"n\") == 'it\\'s \"b\"'");
        row("config.a.value = 1", "Config(\"a.value.value\") == 1");
        row("created >= now-36h", "Metric(\"CreatedTimestamp\") within_last 36 hours");
        row("created >= now-90s", "Metric(\"CreatedTimestamp\") within_last 1.5 minutes");
        row("duration > 1h", "Metric(\"Runtime\") > 3600");
        row("not metrics.loss.last = null", "KeysInfo(\"loss\") != None");
        row("config.lr < 0.5", "Config(\"lr\") < 0.5");
    }

    void ourFiltersAsExpressions()
    {
        QFETCH(QString, expected);
        const Result<QString> back = wandbFromFilter(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(back.isOk(), back ? "" : qPrintable(back.error().message));
        QCOMPARE(*back, expected);
        QCOMPARE(*wandbFromFilter(*filterFromWandb(*back)), expected);
    }

    void arithmetic()
    {
        QCOMPARE(constantArithmetic(u"2**3**2"_s), 512.0);
        QCOMPARE(constantArithmetic(u"-2**2"_s), -4.0);
        QCOMPARE(constantArithmetic(u"2**-1"_s), 0.5);
        QCOMPARE(constantArithmetic(u"7 // 2 + 7 % 4 * 2"_s), 9.0);
        QCOMPARE(constantArithmetic(u"1e-3"_s), 0.001);
        QCOMPARE(constantArithmetic(u"-7 // 2"_s), -4.0);
        for (const QString &none : {u""_s, u"a"_s, u"1 +"_s, u"1/0"_s, u"9**9**9**9"_s, u"1 2"_s})
            QVERIFY2(!constantArithmetic(none), qPrintable(none));
        QVERIFY(!constantArithmetic(u"-"_s.repeated(5000) + u'1'));
    }
};

QTEST_GUILESS_MAIN(WandbExpressionTest)
#include "test_wandb_expression.moc"
