#include "core/services/clearml/browser/clearml_catalog.h"
#include "fakes/clearml/captured_world.h"
#include "support/clearml_fixture.h"

#include <QTest>

#include <algorithm>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString baseline = u"f304f40dab074373a820433938a9911c"_s;
const QString wide = u"6d97c910038243a381f25fc726378d58"_s;
const QString early = u"a64624216a974d52bd544a0b967b01b3"_s;
const QString vision = u"2f5b81ca6e4f44ac91706052754ceeb5"_s;

struct CatalogFixture : ClearmlFixture
{
    ClearmlCatalog catalog{u"clearml/prod"_s, client};

    CatalogFixture() { fillCapturedWorld(server.world); }

    static RunPick set(const QStringList &ids, RunKind kind = RunKind::Run)
    {
        RunPick runs = {kind, {}};
        for (const QString &id : ids)
            runs.ids.append(RunId(id));
        return runs;
    }
    RunPage page(const RunListQuery &query)
    {
        const auto answer = await(catalog.runs(query));
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        return *answer;
    }
    QStringList names(const RunListQuery &query)
    {
        QStringList result;
        for (const RunCard &run : page(query).runs)
            result << run.name;
        return result;
    }
    QStringList paths(const QFuture<Result<QVector<RunProject>>> &answer)
    {
        QStringList result;
        const auto projects = await(answer);
        for (const RunProject &project : *projects)
            result << project.path;
        return result;
    }
};

RunListQuery queryFor(const QString &text)
{
    RunListQuery query;
    query.text = text;
    query.order = RunListQuery::Order::Name;
    query.descending = false;
    return query;
}

QStringList textsOf(const QVector<MetricName> &names)
{
    QStringList texts;
    for (const MetricName &name : names)
        texts << name.text();
    return texts;
}

} // namespace

/// What a run browser asks a ClearML server, over HTTP.
class TestClearmlCatalog : public QObject
{
    Q_OBJECT

private slots:
    void projectsComeLevelByLevelWithTheServersCounts()
    {
        CatalogFixture f;
        f.server.world.addProject(u"Demo"_s);
        f.server.world.addTask(u"deep"_s, u"Demo/Vision/Deep"_s);
        (*f.server.world.task(f.server.world.addTask(
            u"old"_s, u"Demo/Vision"_s)))["system_tags"_L1] = QJsonArray{u"archived"_s};
        const auto top = await(f.catalog.projects({}));
        QVERIFY2(top, qPrintable(top ? QString() : top.error().detail));
        const auto demo = std::ranges::find(*top, u"Demo"_s, &RunProject::path);
        QVERIFY(demo != top->end());
        QCOMPARE(demo->runs, 12); // eleven of the captures and "deep", without the archived one
        QCOMPARE(demo->children, 1);
        QVERIFY(std::ranges::none_of(
            *top, [](const RunProject &project) { return project.path.contains(u".reports"_s); }));
        const auto below = await(f.catalog.projects(demo->id));
        QCOMPARE(below->size(), 1);
        QCOMPARE(below->first().id, vision);
        QCOMPARE(below->first().name(), u"Vision"_s);
        QCOMPARE(f.paths(f.catalog.projects(vision)), QStringList{u"Demo/Vision/Deep"_s});
        f.server.checkSchema();
    }

    void projectsAreFoundByAPartOfTheirPath()
    {
        CatalogFixture f;
        f.server.world.addProject(u"Demo/a+b"_s);
        QCOMPARE(f.paths(f.catalog.findProjects(u"o/vis"_s)), QStringList{u"Demo/Vision"_s});
        QCOMPARE(f.paths(f.catalog.findProjects(u"A+B"_s)), QStringList{u"Demo/a+b"_s});
        QVERIFY(f.paths(f.catalog.findProjects(u"nowhere"_s)).isEmpty());
        f.server.checkSchema();
    }

    void moreProjectsThanOneAnswerHolds()
    {
        CatalogFixture f;
        for (int i = 0; i < 620; ++i)
            f.server.world.addProject(u"many/project %1"_s.arg(i));
        const QStringList paths =
            f.paths(f.catalog.projects(f.server.world.projectNamed(u"many"_s)));
        QCOMPARE(paths.size(), 620);
        QCOMPARE(paths[10], u"many/project 10"_s); // as people sort
    }

    void anEmptyProject()
    {
        CatalogFixture f;
        RunListQuery query;
        query.project = f.server.world.addProject(u"Empty"_s);
        const RunPage page = f.page(query);
        QVERIFY(page.runs.isEmpty());
        QVERIFY(!page.hasMore);
        QVERIFY(f.paths(f.catalog.projects(query.project)).isEmpty());
    }

    void cardsOfRuns()
    {
        CatalogFixture f;
        (*f.server.world.task(baseline))["comment"_L1] = u"the first"_s;
        const auto cards = await(f.catalog.cards(CatalogFixture::set({wide, u"gone"_s, baseline})));
        QCOMPARE(cards->size(), 2);
        QCOMPARE(cards->at(0).id, RunId(wide));
        const RunCard card = cards->at(1);
        QCOMPARE(card.name, u"baseline"_s);
        QCOMPARE(card.project, u"Demo/Vision"_s);
        QCOMPARE(card.state, RunState::Finished);
        QCOMPARE(card.status, u"completed"_s);
        QCOMPARE(card.user, u"Default User"_s);
        QCOMPARE(card.description, u"the first"_s);
        QCOMPARE(card.lastIteration, 29);
        QVERIFY(card.tags.contains(u"k0.5"_s));
        QVERIFY(card.updated.isValid());
        QCOMPARE(f.catalog.webPage(card),
                 QUrl(f.server.http.url().toString() + u"/projects/*/tasks/"_s + baseline + u'/'));
        f.server.checkSchema();
    }

    void runsAreSearchedAsInTheWebApp()
    {
        CatalogFixture f;
        f.server.world.addTask(u"Resnet (a)"_s, u"Nets"_s, {u"keep"_s});
        f.server.world.addTask(u"other"_s, u"Nets"_s, {u"resnet"_s});
        QCOMPARE(f.names(queryFor(u"resnet"_s)), (QStringList{u"Resnet (a)"_s, u"other"_s}));
        QCOMPARE(f.names(queryFor(u"t (a"_s)), QStringList{u"Resnet (a)"_s});
        QCOMPARE(f.names(queryFor(baseline)), QStringList{u"baseline"_s});
        RunListQuery pattern = queryFor(u"^res.*\\)$"_s);
        pattern.textIsPattern = true;
        QCOMPARE(f.names(pattern), QStringList{u"Resnet (a)"_s});
        pattern.text = u"("_s;
        QCOMPARE(await(f.catalog.runs(pattern)).error().code, ErrorCode::InvalidInput);
        f.server.checkSchema();
    }

    void runsAreNarrowedByTagsAndStates()
    {
        CatalogFixture f;
        RunListQuery query = queryFor({});
        query.project = vision;
        query.tags = {u"k0.5"_s, u"k0.7"_s};
        query.states = {RunState::Finished};
        QCOMPARE(f.names(query), (QStringList{u"baseline"_s, u"wide"_s}));
        query.allTags = true;
        QVERIFY(f.names(query).isEmpty());
        query.tags = {u"k0.7"_s, u"demo"_s};
        QCOMPARE(f.names(query), QStringList{u"wide"_s});
        query.states = {RunState::Running};
        QVERIFY(f.names(query).isEmpty());
        (*f.server.world.task(wide))["status"_L1] = u"queued"_s;
        QCOMPARE(f.names(query), QStringList{u"wide"_s});
        // A minus in front is a part of the tag.
        f.server.world.addTask(u"minus"_s, u"Demo/Vision"_s, {u"-x"_s});
        query.tags = {u"-x"_s};
        QCOMPARE(f.names(query), QStringList{u"minus"_s});
        f.server.checkSchema();
    }

    void archivedRunsAndReportsAreLeftOut()
    {
        CatalogFixture f;
        QVERIFY(f.names(queryFor(u"rep "_s)).isEmpty());
        QCOMPARE(f.names(queryFor(u"tagged keep"_s)).size(), 1);
        for (QJsonObject &task : f.server.world.tasks) {
            if (task["name"_L1] == u"tagged keep"_s)
                task["system_tags"_L1] = QJsonArray{u"archived"_s};
        }
        QVERIFY(f.names(queryFor(u"tagged keep"_s)).isEmpty());
    }

    void orders()
    {
        CatalogFixture f;
        const QString first = f.server.world.addTask(u"run b"_s, u"Order"_s);
        f.server.world.addTask(u"run a"_s, u"Order"_s);
        f.server.world.goOn(first, {u"loss"_s, u"train"_s, 1, 1795306896524, 1});
        RunListQuery query;
        query.project = f.server.world.projectNamed(u"Order"_s);
        QCOMPARE(f.names(query), (QStringList{u"run b"_s, u"run a"_s})); // changed last
        query.order = RunListQuery::Order::Created;
        QCOMPARE(f.names(query), (QStringList{u"run a"_s, u"run b"_s}));
        query.order = RunListQuery::Order::Name;
        QCOMPARE(f.names(query), (QStringList{u"run b"_s, u"run a"_s}));
        query.descending = false;
        QCOMPARE(f.names(query), (QStringList{u"run a"_s, u"run b"_s}));
    }

    void projectsBelowOnlyWhereWanted()
    {
        CatalogFixture f;
        f.server.world.addTask(u"deep"_s, u"Demo/Vision/Deep"_s);
        RunListQuery query = queryFor(u"deep"_s);
        query.project = vision;
        QCOMPARE(f.names(query), QStringList{u"deep"_s});
        query.withChildren = false;
        QVERIFY(f.names(query).isEmpty());
    }

    void tenThousandRunsPageByPage()
    {
        CatalogFixture f;
        for (int i = 0; i < 10'000; ++i)
            f.server.world.addTask(u"run %1"_s.arg(i), u"Large"_s);
        RunListQuery query;
        query.project = f.server.world.projectNamed(u"Large"_s);
        query.pageSize = 500;
        QSet<RunId> seen;
        RunPage page;
        do {
            page = f.page(query);
            for (const RunCard &run : std::as_const(page.runs))
                seen.insert(run.id);
            ++query.page;
        } while (page.hasMore);
        QCOMPARE(seen.size(), 10'000);
        QCOMPARE(query.page, 21); // the last page is full, so another may follow
        query.page = 0;
        query.pageSize = 10'000; // the server gives 500 at most
        QCOMPARE(f.page(query).runs.size(), 500);
        QVERIFY(f.page(query).hasMore);
    }

    void models()
    {
        CatalogFixture f;
        const QString id = f.server.world.addModel(u"net"_s, u"Demo/Vision"_s, {u"best"_s});
        f.server.world.addModel(u"draft"_s, u"Demo/Vision"_s);
        (*f.server.world.model(id))["ready"_L1] = true;
        f.server.world.goOn(id, {u"loss"_s, u"train"_s, 1, 1795306896524, 2});
        RunListQuery query = queryFor({});
        query.kind = RunKind::Model;
        QCOMPARE(f.names(query), (QStringList{u"draft"_s, u"net"_s}));
        query.states = {RunState::Finished};
        QCOMPARE(f.names(query), QStringList{u"net"_s});
        query.states = {RunState::Unknown};
        QCOMPARE(f.names(query), QStringList{u"draft"_s});
        query.states = {RunState::Failed};
        QVERIFY(f.names(query).isEmpty());
        const RunPick set = CatalogFixture::set({id}, RunKind::Model);
        QCOMPARE(await(f.catalog.metrics(set))->first().runs[RunId(id)].last, 2.0);
        const auto curves = await(f.catalog.curves(set, u"loss"_s, {}));
        QCOMPARE(curves->first().series->value, std::vector<double>{2});
        QVERIFY(await(f.catalog.sampleNames(set))->isEmpty());
        QVERIFY(await(f.catalog.plotNames(set))->isEmpty());
        f.server.checkSchema();
    }

    void tagsThereAre()
    {
        CatalogFixture f;
        const auto tags = await(f.catalog.tags());
        QVERIFY(tags->contains(u"k0.5"_s));
        QVERIFY(std::ranges::is_sorted(*tags));
        f.server.checkSchema();
    }

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
        QCOMPARE(await(f.catalog.sampleFile(samples->first())).error().code,
                 ErrorCode::InvalidInput);
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

    void noAccessAndNoServer()
    {
        CatalogFixture f;
        f.server.http.add(
            {FakeFault::Kind::Refuse,
             "projects.get_all_ex",
             {403, "application/json",
              R"({"meta":{"result_code":403,"result_subcode":20,"result_msg":"no"}})"}});
        QCOMPARE(await(f.catalog.projects({})).error().code, ErrorCode::NotAllowed);
        f.server.http.setReachable(false);
        QCOMPARE(await(f.catalog.runs({})).error().code, ErrorCode::Network);
        f.client->stop();
        QCOMPARE(await(f.catalog.tags()).error().code, ErrorCode::Cancelled);
    }

    void aCatalogMayGoWhileItAsks()
    {
        CatalogFixture f;
        f.server.http.add({FakeFault::Kind::Hold, "tasks.get_all_ex"});
        auto catalog = std::make_unique<ClearmlCatalog>(u"clearml"_s, f.client);
        const QFuture<Result<RunPage>> answer = catalog->runs({});
        QTRY_VERIFY(f.server.http.isHolding());
        catalog.reset();
        f.server.http.release();
        QVERIFY(await(answer));
    }
};

QTEST_GUILESS_MAIN(TestClearmlCatalog)
#include "test_clearml_catalog.moc"
