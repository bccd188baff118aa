#include "core/panels/panel_kinds.h"
#include "core/panels/panel_spec.h"
#include "core/panels/run_lock.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

const RunsToLock two{{u"folder:runs"_s}, {u"a/run1"_s, u"12: [x]"_s}};

} // namespace

class RunLockTest : public QObject
{
    Q_OBJECT

private slots:
    void theTextStaysReadable()
    {
        const QString yaml = u"type: line\n"
                             "runs:\n"
                             "  source: folder:runs\n"
                             "  filter: tags contains \"v2\" # the new ones\n"
                             "\n"
                             "# what is drawn\n"
                             "y:   loss\n"_s;
        QCOMPARE(*lockRuns(u"panel"_s, yaml, two),
                 u"type: line\n"
                 "#unlocked: runs:\n"
                 "#unlocked:   source: folder:runs\n"
                 "#unlocked:   filter: tags contains \"v2\" # the new ones\n"
                 "runs: # locked\n"
                 "  source: \"folder:runs\" # locked\n"
                 "  ids: [a/run1, \"12: [x]\"] # locked\n"
                 "\n"
                 "# what is drawn\n"
                 "y:   loss\n"_s);
    }

    void thereAndBack_data()
    {
        QTest::addColumn<QString>("info");
        QTest::addColumn<QString>("yaml");
        const auto row = [](const char *name, const QString &yaml,
                            const QString &info = u"panel"_s) {
            QTest::newRow(name) << info << yaml;
        };
        row("in short", u"type: line\nruns: folder:runs\ny: loss\n"_s);
        row("a run set's name", u"type: line\nruns: best # of all\ny: loss\n"_s);
        row("keys", u"type: line\nruns:\n  source: folder:runs\n  limit: 3\ny: loss\n"_s);
        row("last, no line end", u"type: line\nruns:\n  source: folder:runs\n  limit: 3"_s);
        row("last", u"type: line\nruns:\n  source: folder:runs\n"_s);
        row("braces of its own", u"runs: {source: folder:runs,\n  limit: 3}\ntype: line\n"_s);
        row("a block", u"type: line\nruns:\n  source: folder:runs\n  filter: |\n    name = a\n\n"
                       "    and name = b\ny: loss"_s);
        row("indented", u"  type: line\n  runs:\n    source: folder:runs\n  y: loss\n"_s);
        row("line ends of Windows",
            u"type: line\r\nruns:\r\n  source: folder:runs\r\ny: loss\r\n"_s);
        row("no line end of Windows", u"type: line\r\nruns: folder:runs"_s);
        row("a run set", u"source: folder:runs\n# all\nfilter: name ~ \"a\"\n"_s, u"runset best"_s);
        row("a run set without line end", u"source: folder:runs\nlimit: 3"_s, u"runset best"_s);
    }

    void thereAndBack()
    {
        QFETCH(QString, info);
        QFETCH(QString, yaml);
        QVERIFY(!areRunsLocked(yaml));
        const Result<QString> locked = lockRuns(info, yaml, two);
        QVERIFY2(locked.isOk(), locked ? "" : qPrintable(locked.error().message));
        QVERIFY(areRunsLocked(*locked));
        QCOMPARE(locked->endsWith(u'\n'), yaml.endsWith(u'\n'));
        QCOMPARE(locked->count(u"\r\n"_s), yaml.contains(u'\r') ? locked->count(u'\n') : 0);
        QCOMPARE(*unlockRuns(*locked), yaml);

        // It is a fence that chooses these runs.
        MarkdownPanel panel;
        RunSets sets{{u"best"_s, {*locked, 0}}};
        panel.source = info == "panel"_L1 ? *locked : u"type: line\nruns: best\n"_s;
        const ParsedPanel parsed = parsePanel(panel, PanelKinds(), sets);
        QVERIFY2(parsed.problems.isEmpty(),
                 parsed.problems.isEmpty() ? "" : qPrintable(parsed.problems.first().message));
        QCOMPARE(parsed.spec.runs.ids, two.ids);
        QVERIFY(parsed.spec.runs.filter.isEmpty());
    }

    void manyRunsAreAllShown()
    {
        RunsToLock many = two;
        for (int i = 0; i < 30; ++i)
            many.ids << u"run%1"_s.arg(i);
        const QString yaml = u"type: line\nruns: folder:runs\n"_s;
        MarkdownPanel panel;
        panel.source = *lockRuns(u"panel"_s, yaml, many);
        QCOMPARE(parsePanel(panel, PanelKinds(), {}).spec.runs.limit, 32);
        QCOMPARE(*unlockRuns(panel.source), yaml);
    }

    void whatWasWrittenMeanwhileStays()
    {
        QString locked =
            *lockRuns(u"panel"_s, u"type: line\nruns:\n  source: folder:runs\n"_s, two);
        locked += u"  order: name\nwidth: half\n"_s;
        QCOMPARE(*unlockRuns(locked),
                 u"type: line\nruns:\n  source: folder:runs\n  order: name\nwidth: half\n"_s);
    }

    void whatCannotBeLocked()
    {
        const auto code = [](const QString &yaml, const RunsToLock &now) {
            const Result<QString> locked = lockRuns(u"panel"_s, yaml, now);
            return locked ? std::optional<ErrorCode>() : locked.error().code;
        };
        const QString yaml = u"type: line\nruns: folder:runs\n"_s;
        QCOMPARE(code(yaml, two), std::nullopt);
        QCOMPARE(code(*lockRuns(u"panel"_s, yaml, two), two), ErrorCode::NotAllowed);
        QCOMPARE(code(yaml, {{u"folder:runs"_s}, {}}), ErrorCode::InvalidInput);
        QCOMPARE(code(u"type: line\n"_s, two), ErrorCode::InvalidInput);
        QCOMPARE(code(u"type: a: b\n"_s, two), ErrorCode::InvalidInput);
        QCOMPARE(code(u"text"_s, two), ErrorCode::InvalidInput);
        QCOMPARE(code(u"{type: line, runs: folder:runs}"_s, two), ErrorCode::InvalidInput);
        QCOMPARE(unlockRuns(yaml).error().code, ErrorCode::NotAllowed);
    }
};

QTEST_GUILESS_MAIN(RunLockTest)
#include "test_run_lock.moc"
