#include "support/clearml_catalog_fixture.h"

#include <QTest>

#include <algorithm>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace plotleaf::test::captured;
using namespace Qt::StringLiterals;

namespace {

RunListQuery queryFor(const QString &text)
{
    RunListQuery query;
    query.text = text;
    query.order = RunListQuery::Order::Name;
    query.descending = false;
    return query;
}

} // namespace

/// What a run browser asks a ClearML server to find runs, over HTTP.
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
