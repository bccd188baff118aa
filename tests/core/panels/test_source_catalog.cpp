#include "core/panels/source_catalog.h"

#include "core/panels/panel_feeds.h"
#include "core/panels/panel_kinds.h"
#include "core/panels/panel_spec.h"
#include "fakes/fake_run_source.h"
#include "support/panel_fixture.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QTest>

#include <cmath>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

struct FolderFixture
{
    std::shared_ptr<FakeRunSource> source = std::make_shared<FakeRunSource>();
    SourceCatalog catalog{source};

    FolderFixture()
    {
        source->addRun(u"run10"_s).tags = {u"a"_s, u"b"_s};
        source->addRun(u"run2"_s).tags = {u"a"_s};
        source->addRun(u"other"_s).state = RunState::Running;
        source->run(u"run2"_s).config = {{u"lr"_s, 0.1}, {u"opt"_s, u"adam"_s}};
        source->run(u"run10"_s).config = {{u"lr"_s, 0.2}, {u"opt"_s, u"adam"_s}};
        source->addSeries(u"run2"_s, u"train/loss"_s, {3, 1, 2});
        source->addSeries(u"run10"_s, u"train/loss"_s, {5, NAN});
        source->addSeries(u"run2"_s, u"train/acc"_s, {1});
        source->addSeries(u"run2"_s, u"alone"_s, {1});
    }

    static RunPick pick(const QStringList &ids)
    {
        RunPick runs;
        for (const QString &id : ids)
            runs.ids.append(RunId(id));
        return runs;
    }
    QStringList names(const RunListQuery &query)
    {
        QStringList result;
        const auto page = await(catalog.runs(query));
        for (const RunCard &run : page->runs)
            result << run.name;
        return result;
    }
};

RunListQuery byName()
{
    RunListQuery query;
    query.order = RunListQuery::Order::Name;
    query.descending = false;
    return query;
}

MediaSample mediaAt(double step, int index, const QByteArray &bytes)
{
    MediaSample sample;
    sample.key = u"img/first"_s;
    sample.step = step;
    sample.index = index;
    sample.bytes = bytes;
    return sample;
}

/// The panel of a fence, with its problems said.
ParsedPanel panelOf(const QString &fence)
{
    MarkdownPanel panel;
    panel.info = u"panel"_s;
    panel.source = fence.section(u'\n', 1, -2) + u'\n';
    return parsePanel(panel, PanelKinds(), {});
}

} // namespace

/// Run folders in a run browser.
class TestSourceCatalog : public QObject
{
    Q_OBJECT

private slots:
    void coloursAreThoseOfThePanel()
    {
        FolderFixture f;
        f.source->addSeries(u"other"_s, u"train/loss"_s, {1, 2});
        TestClock clock;
        RunSources sources;
        sources.addMaker([&f](const QString &) { return f.source; });
        PanelFeeds feeds(sources, clock, {});
        RandomIdSource ids;
        const auto check = [&](const QStringList &runs, const QStringList &variants) {
            RunEmbed wish;
            wish.runs = FolderFixture::pick(runs);
            wish.isCompared = runs.size() > 1;
            wish.metric = u"train"_s;
            wish.variants = variants;
            const QString fence = *f.catalog.embedCode(wish, ids);
            feeds.setDocument(panelDocument({{u"panel"_s, fence.section(u'\n', 1, -2)}}));
            const auto feed = feeds.open(u"0"_s);
            QMap<QString, int> drawn;
            const QJsonArray traces = PanelFixture::settled(*feed).content["data"_L1].toArray();
            for (const QJsonValue trace : traces) {
                const QJsonValue meta = trace["meta"_L1];
                drawn[meta["run"_L1].toString() + u' ' + meta["metric"_L1].toString()] =
                    meta["colorIndex"_L1].toInt(-1);
            }
            const auto curves = await(f.catalog.curves(wish.runs, wish.metric, variants));
            const auto cards = await(f.catalog.cards(wish.runs));
            const QVector<CurveColour> colours = f.catalog.curveColours(*curves, *cards, variants);
            QMap<QString, int> told;
            for (qsizetype i = 0; i < curves->size(); ++i) {
                QVERIFY(colours[i].light.isEmpty());
                const RunCurve &curve = curves->at(i);
                told[curve.run.toString() + u' ' + curve.name.text()] = colours[i].themeIndex;
            }
            QCOMPARE(told.size(), runs.size() * variants.size());
            QCOMPARE(told, drawn);
        };
        check({u"run2"_s}, {u"loss"_s, u"acc"_s});
        check({u"run10"_s, u"run2"_s, u"other"_s}, {u"loss"_s});
    }

    void listsOrdersAndPages()
    {
        FolderFixture f;
        QCOMPARE(f.names(byName()), (QStringList{u"other"_s, u"run2"_s, u"run10"_s}));
        RunListQuery query;
        query.order = RunListQuery::Order::Created;
        QCOMPARE(f.names(query), (QStringList{u"other"_s, u"run2"_s, u"run10"_s}));
        query = byName();
        query.pageSize = 2;
        QVERIFY(await(f.catalog.runs(query))->hasMore);
        query.page = 1;
        QCOMPARE(f.names(query), QStringList{u"run10"_s});
        QVERIFY(!await(f.catalog.runs(query))->hasMore);
        query.page = 2;
        QVERIFY(f.names(query).isEmpty());
    }

    void filters()
    {
        FolderFixture f;
        RunListQuery query = byName();
        query.text = u"RUN"_s;
        QCOMPARE(f.names(query), (QStringList{u"run2"_s, u"run10"_s}));
        query.text = u"n.0"_s;
        QVERIFY(f.names(query).isEmpty());
        query.textIsPattern = true;
        query.text = u"n.0$"_s;
        QCOMPARE(f.names(query), QStringList{u"run10"_s});
        query.text = u"("_s;
        QCOMPARE(await(f.catalog.runs(query)).error().code, ErrorCode::InvalidInput);
        query = byName();
        query.tags = {u"a"_s, u"b"_s};
        QCOMPARE(f.names(query).size(), 2);
        query.allTags = true;
        QCOMPARE(f.names(query), QStringList{u"run10"_s});
        query = byName();
        query.states = {RunState::Running};
        QCOMPARE(f.names(query), QStringList{u"other"_s});
        query = byName();
        query.kind = RunKind::Model;
        QVERIFY(f.names(query).isEmpty());
        QCOMPARE(*await(f.catalog.tags()), (QStringList{u"a"_s, u"b"_s}));
    }

    void metricsAndCurves()
    {
        FolderFixture f;
        const RunPick both = FolderFixture::pick({u"run10"_s, u"run2"_s, u"gone"_s});
        QCOMPARE(await(f.catalog.cards(both))->size(), 2);
        const auto metrics = await(f.catalog.metrics(both));
        QCOMPARE(metrics->size(), 3);
        QCOMPARE(metrics->at(0).name, (MetricName{QString(), u"alone"_s}));
        const RunMetric loss = metrics->at(2);
        QCOMPARE(loss.name, (MetricName{u"train"_s, u"loss"_s}));
        const RunMetric::Summary values = loss.runs[RunId(u"run2"_s)];
        QCOMPARE(values.last, 2.0);
        QCOMPARE(values.min, 1.0);
        QCOMPARE(values.minStep, 1.0);
        QCOMPARE(values.max, 3.0);
        QCOMPARE(values.maxStep, 0.0);
        QCOMPARE(values.mean, 2.0);
        QVERIFY(std::isnan(loss.runs[RunId(u"run10"_s)].last));
        QCOMPARE(loss.runs[RunId(u"run10"_s)].max, 5.0);

        const auto curves = await(f.catalog.curves(both, u"train"_s, {}));
        QCOMPARE(curves->size(), 3);
        QCOMPARE(curves->at(1).run, RunId(u"run10"_s));
        QCOMPARE(await(f.catalog.curves(both, u"train"_s, {u"acc"_s}))->size(), 1);
        QCOMPARE(await(f.catalog.curves(both, {}, {u"alone"_s}))->size(), 1);
    }

    void samples()
    {
        FolderFixture f;
        f.source->addMedia(u"run2"_s, mediaAt(1, 0, "one"));
        f.source->addMedia(u"run2"_s, mediaAt(2, 0, "two"));
        f.source->addMedia(u"run2"_s, mediaAt(2, 1, "three"));
        const RunPick run = FolderFixture::pick({u"run2"_s, u"other"_s});
        const auto names = await(f.catalog.sampleNames(run));
        QCOMPARE(names->size(), 1);
        const auto newest = await(f.catalog.samples(run, names->first(), 1));
        QCOMPARE(newest->size(), 2);
        QCOMPARE(newest->first().iteration, 2);
        QCOMPARE(await(f.catalog.sampleFile(newest->first()))->bytes, QByteArray("three"));
        QCOMPARE(await(f.catalog.samples(run, names->first(), 9))->size(), 3);
        RunSample gone = newest->first();
        gone.iteration = 7;
        QCOMPARE(await(f.catalog.sampleFile(gone)).error().code, ErrorCode::NotFound);
    }

    void parameters()
    {
        FolderFixture f;
        const auto parameters =
            await(f.catalog.parameters(FolderFixture::pick({u"run2"_s, u"run10"_s})));
        QCOMPARE(parameters->size(), 2);
        QCOMPARE(parameters->at(0).name, u"lr"_s);
        QCOMPARE(parameters->at(0).runs[RunId(u"run10"_s)], u"0.2"_s);
        QVERIFY(parameters->at(0).differs);
        QVERIFY(!parameters->at(1).differs);
    }

    void failuresAreTold()
    {
        FolderFixture f;
        f.source->fail({ErrorCode::Io, u"the disk is gone"_s, {}});
        const RunPick run = FolderFixture::pick({u"run2"_s});
        QCOMPARE(await(f.catalog.runs({})).error().code, ErrorCode::Io);
        QCOMPARE(await(f.catalog.metrics(run)).error().code, ErrorCode::Io);
        QCOMPARE(await(f.catalog.curves(run, u"train"_s, {})).error().code, ErrorCode::Io);
    }

    /// What is put into a report is read as it was meant, whatever the names hold.
    void panelsForReports()
    {
        FolderFixture f;
        CountingIdSource ids;
        RunEmbed embed;
        embed.runs = FolderFixture::pick({u"run2"_s, u"12: [x] #\"y\""_s});
        embed.metric = u"train"_s;
        embed.variants = {u"loss"_s, u"it's: 5 %"_s};
        embed.xAxis = XAxis::Wall;
        const auto code = f.catalog.embedCode(embed, ids);
        QVERIFY(code);
        QVERIFY(code->startsWith(u"```panel\ntype: line\n"_s));
        QVERIFY(code->endsWith(u"\nx: wall\n```"_s));
        const ParsedPanel panel = panelOf(*code);
        QVERIFY2(panel.problems.isEmpty(), qPrintable(*code));
        QCOMPARE(panel.spec.runs.source, u"folder:/runs"_s);
        QCOMPARE(panel.spec.runs.ids, (QStringList{u"run2"_s, u"12: [x] #\"y\""_s}));
        const NamePatterns asked = panel.spec.names(u"y"_s);
        QCOMPARE(matchingNames(asked, {u"train/loss"_s, u"train/it's: 5 %"_s, u"train/acc"_s}),
                 (QStringList{u"train/loss"_s, u"train/it's: 5 %"_s}));
    }

    void panelsOfAWholeMetric()
    {
        FolderFixture f;
        CountingIdSource ids;
        RunEmbed embed;
        embed.runs = FolderFixture::pick({u"run2"_s});
        embed.metric = u"train"_s;
        const auto all = f.catalog.embedCode(embed, ids);
        QCOMPARE(matchingNames(panelOf(*all).spec.names(u"y"_s),
                               {u"train/loss"_s, u"train/acc"_s, u"training/loss"_s}),
                 (QStringList{u"train/loss"_s, u"train/acc"_s}));
        embed.variants = {u"acc"_s, u"loss"_s};
        embed.isGroup = true;
        const auto group = f.catalog.embedCode(embed, ids);
        QVERIFY(group->startsWith(u"## train\n\n```panel\n"_s));
        QCOMPARE(group->count(u"\ny: "_s), 2);
        embed.what = RunEmbed::What::Sample;
        embed.isGroup = false;
        const ParsedPanel media = panelOf(*f.catalog.embedCode(embed, ids));
        QVERIFY(media.problems.isEmpty());
        QCOMPARE(media.spec.kind->name(), u"media"_s);
    }

    void whatNoPanelShows()
    {
        FolderFixture f;
        CountingIdSource ids;
        RunEmbed embed;
        QVERIFY(!f.catalog.embedCode(embed, ids)); // nothing is chosen
        embed.runs = FolderFixture::pick({u"run2"_s});
        QVERIFY(!f.catalog.embedCode(embed, ids));
        embed.metric = u"train"_s;
        embed.what = RunEmbed::What::Plot;
        QVERIFY(!f.catalog.embedCode(embed, ids));
    }
};

QTEST_GUILESS_MAIN(TestSourceCatalog)
#include "test_source_catalog.moc"
