#include "core/runs/filter_completion.h"
#include "core/runs/run_filter.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

QVector<Run> runs()
{
    QVector<Run> runs(3);
    const QStringList arches{u"resnet"_s, u"mlp"_s, u"big net"_s};
    for (int i = 0; i < 3; ++i) {
        Run &run = runs[i];
        run.id = RunId(u"id-%1"_s.arg(i));
        run.name = u"run-%1"_s.arg(i + 9);
        run.project = u"vision"_s;
        run.user = i < 2 ? u"ana"_s : QString();
        run.tags = {u"v2"_s, u"needs review"_s};
        run.config = {{u"arch"_s, arches[i]},
                      {u"lr"_s, 0.1 * (i + 1)},
                      {u"amp"_s, i == 0},
                      {u"learning rate"_s, 3},
                      {u"version"_s, u"10"_s}};
        run.summary = {{u"best"_s, 0.9 + i}, {u"note"_s, u"fine"_s}};
        run.metrics = {u"train/loss"_s, u"val/loss"_s};
    }
    return runs;
}

const FilterNames &names()
{
    static const FilterNames all = FilterNames::of(runs());
    return all;
}

/// `|` is the cursor.
FilterCompletion complete(QString text)
{
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    return completeFilter(text, int(cursor), names());
}

QStringList texts(const FilterCompletion &completion)
{
    QStringList texts;
    for (const auto &candidate : completion.candidates)
        texts << candidate.text;
    return texts;
}

/// The text with the candidate in it.
QString applied(QString text, const FilterCompletion &completion, const QString &candidate)
{
    text.remove(u'|');
    return text.replace(completion.start, completion.length, candidate);
}

} // namespace

class FilterCompletionTest : public QObject
{
    Q_OBJECT

private slots:
    void candidates_data()
    {
        QTest::addColumn<QString>("expected"); // joined by " · "
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(expected);
        };
        const char *fields = "name · state · tags · project · user · group · created · updated · "
                             "duration · id · config. · summary. · metrics. · not";
        row("|", fields);
        row("name = a and |", fields);
        row("not |", fields);
        row("(|", fields);
        row("state = running or not (|", fields);
        row("na|", "name");
        row("lr|", "config.lr");
        row("config.l|", "config.\"learning rate\" · config.lr");
        row("config.\"lear|", "config.\"learning rate\"");
        row("summary.|", "summary. · summary.best · summary.note");
        row("metrics.val/loss.m|",
            "metrics.val/loss.min · metrics.val/loss.max · metrics.val/loss.mean");
        row("val/l|", "metrics.val/loss.last · metrics.val/loss.min · metrics.val/loss.max · "
                      "metrics.val/loss.mean");
        row("nothing|", "");
        row("config.lr |", "= · != · < · <= · > · >= · ~ · !~ · contains · in · not in · "
                           "not contains");
        row("config.lr >|", "> · >=");
        row("config.lr !|", "!= · !~");
        row("tags |", "contains · ~ · !~ · not contains · in · not in · = · !=");
        row("tags not |", "in · contains");
        row("tags con|", "contains · not contains");
        row("state |", "= · != · in · not in");
        row("created |", ">= · <= · > · <");
        row("metrics.val/loss.last |", "> · < · >= · <= · = · !=");
        row("state = |", "running · finished · failed · unknown");
        row("state = f|", "finished · failed");
        row("state in |", "[");
        row("state in [|", "running · finished · failed · unknown");
        row("state in [running, |", "finished · failed · unknown");
        row("state in (running, |", "finished · failed · unknown");
        row("state in [running|", "running");
        row("state in [running |", "]");
        row("state in [running] |", "and · or");
        row("tags contains |", "\"needs review\" · v2");
        row("tags contains \"|", "\"needs review\" · \"v2\"");
        row("tags contains 'rev|", "\"needs review\"");
        row("tags ~ |", "\"needs\\\\ review\" · v2");
        row("config.arch = |", "\"big net\" · mlp · resnet · null");
        row("config.arch < |", "\"big net\" · mlp · resnet");
        row("config.version = |", "\"10\" · null");
        row("config.amp = |", "false · true · null");
        row("config.lr = |", "0.1 · 0.2 · 0.30000000000000004 · null");
        row("user = |", "ana · null");
        row("name = |", "run-9 · run-10 · run-11 · null");
        row("name = run-1|", "run-10 · run-11");
        row("summary.note = |", "fine · null");
        row("summary.best > |", ""); // any number
        row("created >= |", "now-1h · now-1d · now-7d · now-30d");
        row("created >= now - 7d |", "and · or");
        row("duration > |", "10m · 1h · 1d");
        row("name = a |", "and · or");
        row("name = a a|", "and");
        row("(name = a |", "and · or · )");
        row("(name = a) |", "and · or");
        row("Config(|", "\"amp\" · \"arch\" · \"learning rate\" · \"lr\" · \"version\"");
        row("Config(\"l|", "\"learning rate\" · \"lr\"");
        row("Summary('b|", "\"best\"");
        row("Config(\"lr\"|", "\"lr\"");
        row("Config(\"lr\" |", ")");
        row("Config(\"lr\") |", "= · != · < · <= · > · >= · ~ · !~ · contains · in · not in · "
                                "not contains");
        // What is wrong before the cursor cannot become right behind it.
        row("config.lr => 1 and |", "");
        row("name = a) and |", "");
        row("name = \"a\" \"b\" |", "");
        row("] |", "");
    }

    void candidates()
    {
        QFETCH(QString, expected);
        const FilterCompletion completion = complete(QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(texts(completion).join(u" · "_s), expected);
    }

    void whatIsReplaced_data()
    {
        QTest::addColumn<QString>("candidate");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *candidate, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(candidate) << QString::fromUtf8(expected);
        };
        row("|", "name", "name");
        row("name = a and st|", "state", "name = a and state");
        row("na|me = a", "name", "name = a");
        row("config.\"learn|ing rate\" > 1", "config.\"learning rate\"",
            "config.\"learning rate\" > 1");
        row("config.\"learn|", "config.\"learning rate\"", "config.\"learning rate\"");
        row("config.lr >|", ">=", "config.lr >=");
        row("config.lr |> 1", "=", "config.lr => 1"); // the cursor is before it, not in it
        row("tags contains 'ne|eds review' and x", "\"needs review\"",
            "tags contains \"needs review\" and x");
        row("tags contains \"ne|", "\"needs review\"", "tags contains \"needs review\"");
        row("state in [run|ning, failed]", "running", "state in [running, failed]");
        row("state = |", "failed", "state = failed");
        row("Config(\"l|r\") > 1", "\"lr\"", "Config(\"lr\") > 1");
    }

    void whatIsReplaced()
    {
        QFETCH(QString, candidate);
        QFETCH(QString, expected);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        const FilterCompletion completion = complete(text);
        QVERIFY2(texts(completion).contains(candidate) || text.contains(u"|>"),
                 qPrintable(texts(completion).join(u' ')));
        QCOMPARE(applied(text, completion, candidate), expected);
    }

    void openOnesAreMarked()
    {
        const auto isOpen = [](const QString &text, const QString &candidate) {
            for (const auto &one : complete(text).candidates) {
                if (one.text == candidate)
                    return one.isOpen;
            }
            return false;
        };
        QVERIFY(isOpen(u"|"_s, u"config."_s));
        QVERIFY(!isOpen(u"|"_s, u"name"_s));
        QVERIFY(isOpen(u"state in |"_s, u"["_s));
        QVERIFY(isOpen(u"name = a |"_s, u"and"_s));
    }

    /// Every value that is offered makes a filter that some run passes.
    void valuesHoldForRuns()
    {
        for (const QString &field : {u"config.arch"_s, u"config.lr"_s, u"config.amp"_s,
                                     u"config.version"_s, u"config.\"learning rate\""_s, u"name"_s,
                                     u"id"_s, u"project"_s, u"user"_s, u"summary.note"_s}) {
            const QStringList offered = texts(complete(field + u" = |"_s));
            QVERIFY2(offered.size() > 1, qPrintable(field));
            for (const QString &value : offered) {
                const Result<RunFilter> filter = RunFilter::parse(field + u" = "_s + value);
                QVERIFY(filter.isOk());
                const bool holds = std::ranges::any_of(
                    runs(), [&](const Run &run) { return filter->matches(run, {}, {}); });
                QVERIFY2(holds || value == "null"_L1, qPrintable(field + u" = "_s + value));
            }
        }
    }

    void longListsAreCut()
    {
        QVector<Run> many(300);
        for (int i = 0; i < many.size(); ++i) {
            many[i].id = RunId(QString::number(i));
            many[i].config.insert(u"key%1"_s.arg(i), i);
            many[i].config.insert(u"seed"_s, i);
        }
        const FilterNames all = FilterNames::of(many);
        QCOMPARE(all.values.value(u"config.seed"_s).size(), FilterNames::mostValues);
        QCOMPARE(completeFilter(u"config.k"_s, 8, all).candidates.size(),
                 FilterCompletion::mostCandidates);
    }

    void anyCursorIsTaken()
    {
        const QString text =
            u"not (config.\"a b\" in ['x', y] or Config(\"lr\") >= now - 7d) !! \""_s;
        for (int cursor = -1; cursor <= text.size() + 1; ++cursor) {
            const FilterCompletion completion = completeFilter(text, cursor, names());
            QVERIFY(completion.start >= 0 && completion.length >= 0);
            QVERIFY(completion.start + completion.length <= text.size());
        }
    }
};

QTEST_GUILESS_MAIN(FilterCompletionTest)
#include "test_filter_completion.moc"
