#include "core/panels/panel_completion.h"

#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

/// What is offered while a fence is written. `|` is where somebody writes.
class PanelCompletionTest : public QObject
{
    Q_OBJECT

    const PanelKinds m_kinds;
    const PanelNames m_names{{u"train/loss"_s, u"val/loss"_s, u"odd: name"_s},
                             {u"digits"_s},
                             {u"weights"_s},
                             {u"lr"_s, u"batch size"_s},
                             {u"folder:runs"_s, u"clearml/prod"_s},
                             {u"best"_s},
                             {}};

    PanelCompletion complete(const QString &text, const QString &info = u"panel"_s) const
    {
        FencePlace place{info, text.split(u'\n'), 0, 0};
        for (QString &line : place.lines) {
            if (const qsizetype at = line.indexOf(u'|'); at >= 0) {
                line.remove(at, 1);
                place.column = int(at);
                break;
            }
            ++place.line;
        }
        return completePanel(place, m_kinds, m_names);
    }
    QStringList offered(const QString &text, const QString &info = u"panel"_s) const
    {
        QStringList texts;
        for (const PanelCompletion::Candidate &candidate : complete(text, info).candidates)
            texts << candidate.text;
        return texts;
    }

private slots:
    void keysOfTheTypeThatAreNotThereYet()
    {
        const QStringList keys = offered(u"type: line\ntitle: a\n|\nsmooth: ema:0.6"_s);
        QVERIFY(keys.contains(u"y: "_s));
        QVERIFY(keys.contains(u"runs: "_s));
        QVERIFY(!keys.contains(u"title: "_s));
        QVERIFY(!keys.contains(u"smooth: "_s));
        QVERIFY(!keys.contains(u"key: "_s)); // of media
        QVERIFY(offered(u"type: media\n|"_s).contains(u"key: "_s));
        QCOMPARE(offered(u"type: line\nle|"_s).first(),
                 u"legend: "_s); // then what only contains it
        QVERIFY(!complete(u"type: line\nle|"_s).candidates.first().detail.isEmpty());
    }

    void withoutATypeTheCommonOnes()
    {
        const QStringList keys = offered(u"|"_s);
        QVERIFY(keys.contains(u"type: "_s));
        QVERIFY(!keys.contains(u"y: "_s));
        QVERIFY(offered(u"type: |"_s).contains(u"scalar"_s));
        QCOMPARE(offered(u"type: sca|"_s).first(), u"scalar"_s);
    }

    void valuesOfEveryKindOfKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::newRow("choice") << u"type: line\nlegend: |"_s << u"none"_s;
        QTest::newRow("metric") << u"type: line\ny: |"_s << u"train/loss"_s;
        QTest::newRow("metric, a part") << u"type: line\ny: val|"_s << u"val/loss"_s;
        QTest::newRow("list") << u"type: line\ny: [train/loss, v|"_s << u"val/loss"_s;
        QTest::newRow("item") << u"type: line\ny:\n  - train/loss\n  - v|"_s << u"val/loss"_s;
        QTest::newRow("quoted") << u"type: line\ny: odd|"_s << u"\"odd: name\""_s;
        QTest::newRow("quote begun") << u"type: line\ny: \"od|"_s << u"\"odd: name\""_s;
        QTest::newRow("x") << u"type: line\nx: |"_s << u"step"_s;
        QTest::newRow("media") << u"type: media\nkey: |"_s << u"digits"_s;
        QTest::newRow("histogram") << u"type: figure\nkey: |"_s << u"weights"_s;
        QTest::newRow("config") << u"type: table\nconfig: |"_s << u"lr"_s;
        QTest::newRow("group") << u"type: line\ngroup: config.l|"_s << u"config.lr"_s;
        QTest::newRow("smoothing") << u"type: line\nsmooth: |"_s << u"ema:0.6"_s;
        QTest::newRow("part") << u"type: line\nsmooth:\n  type: t|"_s << u"twema"_s;
        QTest::newRow("part's key") << u"type: line\nsmooth:\n  type: ema\n  w|"_s << u"weight: "_s;
        QTest::newRow("scale") << u"type: line\nscale:\n  y: lo|"_s << u"log"_s;
        QTest::newRow("run set") << u"type: line\nruns: |"_s << u"best"_s;
        QTest::newRow("source") << u"type: line\nruns:\n  source: |"_s << u"folder:runs"_s;
        QTest::newRow("runs' key") << u"type: line\nruns:\n  source: a\n  fi|"_s << u"filter: "_s;
        QTest::newRow("order") << u"type: line\nruns:\n  order: -metrics.v|"_s
                               << u"-metrics.val/loss.max"_s;
        QTest::newRow("duration") << u"type: line\nrefresh: |"_s << u"1s"_s;
    }

    void valuesOfEveryKindOfKey()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QCOMPARE(offered(text).value(0), first);
    }

    void runSetsHaveTheKeysOfRuns()
    {
        const QStringList keys = offered(u"source: folder:runs\n|"_s, u"runset best"_s);
        QVERIFY(keys.contains(u"order: "_s));
        QVERIFY(!keys.contains(u"source: "_s));
        QVERIFY(!keys.contains(u"type: "_s));
        QCOMPARE(offered(u"source: cl|"_s, u"runset best"_s), QStringList{u"clearml/prod"_s});
    }

    void filtersAreCompletedToo()
    {
        PanelNames names = m_names;
        Run run;
        run.config = {{u"arch"_s, u"resnet"_s}};
        run.tags = {u"v2"_s};
        names.filter = PanelNames::of({run}).filter;
        const auto at = [&](const QStringList &lines, const QString &info) {
            return completePanel({info, lines, int(lines.size()) - 1, int(lines.last().size())},
                                 m_kinds, names);
        };
        const PanelCompletion field =
            at({u"type: line"_s, u"runs:"_s, u"  filter: tags contains \"v2\" and config.a"_s},
               u"panel"_s);
        QCOMPARE(field.candidates.value(0).text, u"config.arch"_s);
        QVERIFY(field.wantsNames);
        QVERIFY(u"  filter: tags contains \"v2\" and "_s.size() == field.start);
        const PanelCompletion quoted = at({u"filter: 'config.a"_s}, u"runset best"_s);
        QCOMPARE(quoted.candidates.value(0).text, u"config.arch"_s);
        QCOMPARE(quoted.start, 9);
    }

    void itReplacesWhatStandsThere()
    {
        QCOMPARE(complete(u"type: li|"_s).start, 6);
        QCOMPARE(complete(u"type: line\ny: [a, val|"_s).start, 7);
        QCOMPARE(complete(u"ti|"_s).start, 0);
        QCOMPARE(complete(u"type: line\nruns:\n  so|"_s).start, 2);
    }

    void whatIsWholeAlreadyIsNoHelp()
    {
        QVERIFY(offered(u"type: line|"_s).isEmpty());
        QVERIFY(offered(u"type: line\ny: val/loss|"_s).isEmpty());
    }

    void itTellsWhenTheRunsKnowMore()
    {
        QVERIFY(complete(u"type: line\ny: |"_s).wantsNames);
        QVERIFY(complete(u"type: line\ngroup: |"_s).wantsNames);
        QVERIFY(!complete(u"type: |"_s).wantsNames);
    }

    void oddTextOffersNothing()
    {
        for (const QString &text : {u"type: line\nno_such_key: |"_s, u"- |"_s, u"  |"_s,
                                    u"type: line\nunknown:\n  a: |"_s, u"type: line\ntitle: |"_s})
            QVERIFY2(offered(text).isEmpty(), qPrintable(text));
        PanelCompletion none = completePanel({u"panel"_s, {}, 7, 9}, m_kinds, m_names);
        QVERIFY(!none.candidates.isEmpty()); // an empty fence: its keys
    }
};

QTEST_GUILESS_MAIN(PanelCompletionTest)
#include "test_panel_completion.moc"
