#include "support/clearml_catalog_fixture.h"

#include <QTest>

#include <algorithm>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace plotleaf::test::captured;
using namespace Qt::StringLiterals;

namespace {

QStringList textsOf(const QVector<MetricName> &names)
{
    QStringList texts;
    for (const MetricName &name : names)
        texts << name.text();
    return texts;
}

} // namespace

/// What a run browser asks a ClearML server about runs that were chosen, over HTTP.
class TestClearmlRunContents : public QObject
{
    Q_OBJECT

private slots:
    void metricsOfOneAndOfSeveral()
    {
        CatalogFixture f;
        f.server.world.goOn(wide, {u"loss"_s, u"only wide"_s, 3, 1795306896524, 7});
        const auto one = await(f.catalog.metrics(CatalogFixture::set({baseline})));
        QCOMPARE(one->size(), 3); // single values are none
        const RunMetric loss = one->at(1);
        QCOMPARE(loss.name.text(), u"loss/train"_s);
        const RunMetric::Summary values = loss.runs[RunId(baseline)];
        QCOMPARE(values.max, 0.5);
        QCOMPARE(values.maxStep, 0.0);
        QCOMPARE(values.last, 0.5 / 30);
        QCOMPARE(values.min, 0.5 / 30);
        QCOMPARE(values.minStep, 29.0);

        const auto both = await(f.catalog.metrics(CatalogFixture::set({baseline, wide})));
        QCOMPARE(both->size(), 4);
        QCOMPARE(both->at(1).name.text(), u"loss/only wide"_s);
        QCOMPARE(both->at(1).runs.size(), 1);
        QCOMPARE(both->at(2).runs.size(), 2);
        QVERIFY(await(f.catalog.metrics({}))->isEmpty());
        QVERIFY(await(f.catalog.metrics(CatalogFixture::set({u"gone"_s})))->isEmpty());
        f.server.checkSchema();
    }

    void curvesOfAMetric()
    {
        CatalogFixture f;
        const RunPick set = CatalogFixture::set({wide, baseline, u"gone"_s});
        const auto curves = await(f.catalog.curves(set, u"loss"_s, {}));
        QCOMPARE(curves->size(), 4);
        QCOMPARE(curves->at(0).name.variant, u"train"_s);
        QCOMPARE(curves->at(0).run, RunId(wide));
        QCOMPARE(curves->at(1).run, RunId(baseline));
        QCOMPARE(curves->at(1).series->value[0], 0.5);
        QCOMPARE(curves->at(1).series->step[29], 29.0);
        QCOMPARE(curves->at(1).series->wall.front(), 1795306896.524);
        const auto train = await(f.catalog.curves(set, u"loss"_s, {u"train"_s}));
        QCOMPARE(train->size(), 2);
        QVERIFY(await(f.catalog.curves(set, u"no such"_s, {}))->isEmpty());
        f.server.checkSchema();
    }

    void plotsAndTheirNames()
    {
        CatalogFixture f;
        const RunPick set = CatalogFixture::set({baseline, wide, early});
        const auto names = await(f.catalog.plotNames(set));
        QCOMPARE(textsOf(*names), (QStringList{u"cm/ignored"_s, u"hist/h"_s, u"s3/p"_s, u"sc/s1"_s,
                                               u"sc/s2"_s, u"surf/s"_s, u"tbl/ser"_s, u"vec/v"_s}));
        const auto plots = await(f.catalog.plots(set, {u"sc"_s, u"s1"_s}));
        QCOMPARE(plots->size(), 3);
        QCOMPARE(plots->at(0).run, RunId(baseline));
        QCOMPARE(plots->at(2).run, RunId(early));
        QCOMPARE(plots->at(0).name, (MetricName{u"sc"_s, u"s1"_s}));
        QVERIFY(!plots->at(0).figure["data"_L1].toArray().isEmpty());
        f.server.checkSchema();
    }

    void namesWhereARunIsGone()
    {
        CatalogFixture f;
        const auto some = await(f.catalog.plotNames(CatalogFixture::set({u"gone"_s, baseline})));
        QVERIFY2(some, qPrintable(some ? QString() : some.error().detail));
        QVERIFY(!some->isEmpty());
        const auto none = await(f.catalog.plotNames(CatalogFixture::set({u"gone"_s})));
        QVERIFY(none);
        QVERIFY(none->isEmpty());
    }

    void samplesAndTheirFiles()
    {
        CatalogFixture f;
        f.server.world.files["x.png"] = "picture";
        QVector<QJsonObject> &events = f.server.world.samples[baseline];
        for (QJsonObject &event : events)
            event["url"_L1] = QString(f.server.http.url().toString() + u"/files/x.png"_s);
        QJsonObject later = events.first();
        later["iter"_L1] = later["iter"_L1].toInt() + 5;
        later["url"_L1] = u"s3://bucket/x.png"_s;
        events.append(later);

        const RunPick set = CatalogFixture::set({baseline});
        const auto names = await(f.catalog.sampleNames(set));
        QVERIFY(textsOf(*names).contains(u"samples/img a"_s));
        const MetricName name = {later["metric"_L1].toString(), later["variant"_L1].toString()};
        QCOMPARE(await(f.catalog.samples(set, name, 1))->size(), 1);
        const auto samples = await(f.catalog.samples(set, name, 10));
        QVERIFY(samples->size() > 1);
        QCOMPARE(samples->first().iteration, later["iter"_L1].toInt());
        QCOMPARE(await(f.catalog.sampleFile(samples->first())).error().code, ErrorCode::NotAllowed);
        const auto file = await(f.catalog.sampleFile(samples->at(1)));
        QVERIFY(file);
        QCOMPARE(file->bytes, QByteArray("picture"));
        QCOMPARE(file->kind, MediaKind::Image);
        QCOMPARE(file->step, double(samples->at(1).iteration));
        f.server.world.files.clear();
        QCOMPARE(await(f.catalog.sampleFile(samples->at(1))).error().code, ErrorCode::NotFound);
        f.server.checkSchema();
    }

    void singleValues()
    {
        CatalogFixture f;
        const auto values = await(f.catalog.singleValues(CatalogFixture::set({baseline, wide})));
        QCOMPARE(values->size(), 2);
        QCOMPARE(values->at(0).name.text(), u"Summary/best_acc"_s);
        QCOMPARE(values->at(0).runs[RunId(baseline)], 0.45);
        QCOMPARE(values->at(1).runs[RunId(wide)], 30.0);
        f.server.checkSchema();
    }

    void parametersAndConfigurations()
    {
        CatalogFixture f;
        const auto entry = [](const QString &text) {
            return QJsonObject{
                {u"name"_s, u"a.yaml"_s}, {u"type"_s, u"yaml"_s}, {u"value"_s, text}};
        };
        (*f.server.world.task(baseline))["configuration"_L1] =
            QJsonObject{{u"a%2Eyaml"_s, entry(u"x: 1"_s)}};
        (*f.server.world.task(wide))["configuration"_L1] =
            QJsonObject{{u"a%2Eyaml"_s, entry(u"x: 2"_s)}};
        const RunPick set = CatalogFixture::set({baseline, wide});
        const auto parameters = await(f.catalog.parameters(set));
        const auto rate = std::ranges::find(*parameters, u"lr"_s, &RunParameter::name);
        QVERIFY(rate != parameters->end());
        QCOMPARE(rate->section, u"General"_s);
        QCOMPARE(rate->runs[RunId(baseline)], u"0.05"_s);
        QVERIFY(rate->differs);
        const auto optimizer = std::ranges::find(*parameters, u"opt"_s, &RunParameter::name);
        QVERIFY(!optimizer->differs);
        QVERIFY(std::ranges::none_of(*await(f.catalog.parameters(CatalogFixture::set({wide}))),
                                     &RunParameter::differs));

        const auto configurations = await(f.catalog.configurations(set));
        QCOMPARE(configurations->size(), 1);
        QCOMPARE(configurations->first().name, u"a.yaml"_s);
        QCOMPARE(configurations->first().runs[RunId(wide)], u"x: 2"_s);
        QVERIFY(configurations->first().differs);
        f.server.checkSchema();
    }

    void runsOfAFrame()
    {
        CatalogFixture f;
        const QString web = f.server.http.url().toString();
        const auto found = [&](const QString &query) {
            QStringList names;
            const auto runs = await(f.catalog.frameRuns(web + u"/widgets/?"_s + query));
            for (const RunCard &run : *runs)
                names << run.name + u' ' + run.project;
            return names;
        };
        QCOMPARE(found(u"type=scalar&metrics=loss&objects=gone&objects="_s + wide),
                 QStringList{u"wide Demo/Vision"_s});
        QCOMPARE(found(u"type=parcoords&project="_s + vision +
                       u"&page=0&page_size=1&order_by[]=-last_update&status[]=completed"_s),
                 QStringList{u"baseline Demo/Vision"_s});
        QVERIFY(!f.server.lastBody[u"reports.get_task_data"_s].contains(u"debug_images"_s));
        const QString model = f.server.world.addModel(u"net"_s, u"Nets"_s);
        QCOMPARE(found(u"type=plot&objectType=model&objects="_s + model),
                 QStringList{u"net Nets"_s});
        const QString all = web + u"/widgets/?type=scalar"_s;
        QCOMPARE(await(f.catalog.frameRuns(all)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(await(f.catalog.frameRuns(web)).error().code, ErrorCode::InvalidInput);
        QVERIFY(f.catalog.ownsFrame(all));
        QVERIFY(f.catalog.ownsFrame(u"/widgets?type=scalar&tasks=1"_s));
        QVERIFY(!f.catalog.ownsFrame(u"https://elsewhere/widgets/?type=scalar"_s));
        f.server.checkSchema();
    }

    void embedCodeNamesItsOwnServer()
    {
        CatalogFixture f;
        CountingIdSource ids;
        RunEmbed embed;
        embed.runs = CatalogFixture::set({wide});
        QVERIFY(!f.catalog.embedCode(embed, ids)); // nothing is chosen
        embed.metric = u"loss"_s;
        const auto code = f.catalog.embedCode(embed, ids);
        QVERIFY(code);
        QVERIFY(f.catalog.ownsFrame(code->section(u'"', 1, 1)));
    }
};

QTEST_GUILESS_MAIN(TestClearmlRunContents)
#include "test_clearml_run_contents.moc"
