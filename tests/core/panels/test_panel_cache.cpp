#include "core/panels/answer_keeper.h"
#include "core/panels/cached_source.h"
#include "core/panels/run_data_codec.h"
#include "core/store/cache.h"
#include "core/store/stored_run_cache.h"
#include "fakes/fake_run_cache.h"
#include "support/panel_fixture.h"
#include "support/wait.h"

#include <QTemporaryDir>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString lossPanel = u"type: line\nruns: folder:runs\ny: loss\nrefresh: 0s\n"_s;
const QDateTime yesterday(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);

QJsonArray lossOf(const Figure &figure)
{
    return figure.content["data"_L1][0]["y"_L1].toArray();
}

Run someRun()
{
    Run run;
    run.id = RunId(u"a/b"_s);
    run.name = u"Größe 📈"_s;
    run.state = RunState::Failed;
    run.created = yesterday;
    run.tags = {u"x"_s, QString()};
    run.config = {{u"lr"_s, 0.1}, {u"arch"_s, u"mlp"_s}, {u"flag"_s, true}};
    run.project = u"vision/resnet"_s;
    run.user = u"ana"_s;
    run.group = u"sweep 3"_s;
    run.jobType = u"train"_s;
    run.notes = u"several\nlines"_s;
    run.summary = {{u"loss"_s, std::numeric_limits<double>::quiet_NaN()},
                   {u"best"_s, std::numeric_limits<double>::infinity()}};
    run.metrics = {u"loss"_s};
    run.media = {u"digits"_s};
    run.histograms = {u"weights"_s};
    return run;
}

} // namespace

/// What the cache keeps of sources, and how panels show it.
class PanelCacheTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_cache = std::make_unique<FakeRunCache>();
        m_fixture->feeds->setCache(m_cache.get());
        m_fixture->source->addRun(u"a"_s);
        m_fixture->source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
    }

    void cleanup()
    {
        m_fixture.reset();
        m_cache.reset();
    }

    void whatASourceAnswersIsKept()
    {
        m_fixture->figure(lossPanel);
        QTRY_COMPARE_WITH_TIMEOUT(m_cache->keys(),
                                  (QStringList{u"folder:/reports/runs | runs"_s,
                                               u"folder:/reports/runs | series a loss"_s}),
                                  hangMs);
        const auto entry =
            m_cache->entries.value({u"folder:/reports/runs"_s, u"series\na\nloss"_s});
        QCOMPARE(entry.fetched, m_fixture->clock.now());
        const auto answer = decodeAnswer(entry.bytes);
        QVERIFY(answer);
        QCOMPARE(answer->series->value, (std::vector<double>{3, 2, 1}));
    }

    void errorsAreNotKept()
    {
        m_fixture->source->fail({ErrorCode::Network, u"no network"_s, {}});
        m_fixture->figure(lossPanel);
        QCOMPARE(m_cache->entries.size(), 0);
    }

    void aPanelShowsTheCacheFirstAndTheSourceThen()
    {
        keep({9, 8});
        m_fixture->source->holdBack();
        const auto feed = m_fixture->open(lossPanel);
        const QSignalSpy changes(feed.get(), &PanelFeed::figureChanged);
        feed->setVisible(true);
        QTRY_VERIFY_WITH_TIMEOUT(feed->figure(), hangMs);
        QCOMPARE(lossOf(*feed->figure()), (QJsonArray{9, 8}));
        QCOMPARE(feed->figure()->asOf, yesterday);
        QVERIFY(!feed->figure()->live);
        QVERIFY2(!feed->isSettled(), "printing waits for the source");

        m_fixture->source->release();
        PanelFixture::settled(*feed);
        QCOMPARE(lossOf(*feed->figure()), (QJsonArray{3, 2, 1}));
        QCOMPARE(feed->figure()->asOf, m_fixture->source->run(u"a"_s).updated);
        QCOMPARE(changes.size(), 2);
    }

    void withoutASourceTheCacheStaysAndSaysWhy()
    {
        keep({9, 8});
        m_fixture->source->fail({ErrorCode::Network, u"There is no network."_s, {}});
        const Figure figure = m_fixture->figure(lossPanel);
        QCOMPARE(lossOf(figure), (QJsonArray{9, 8}));
        QCOMPARE(figure.asOf, yesterday);
        QVERIFY2(figure.stale.startsWith(u"There is no network."_s), qPrintable(figure.stale));
        QVERIFY(figure.toJson().contains("stale"_L1));
    }

    void anEmptyCacheShowsNothing()
    {
        m_fixture->source->holdBack();
        const auto feed = m_fixture->open(lossPanel);
        feed->setVisible(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->source->isAsked(), hangMs);
        QVERIFY(!feed->figure());
        m_fixture->source->release();
        QCOMPARE(lossOf(PanelFixture::settled(*feed)), (QJsonArray{3, 2, 1}));
    }

    void aDamagedCacheShowsNothing()
    {
        keep({9, 8});
        for (auto &entry : m_cache->entries)
            entry.bytes.chop(3);
        const auto feed = m_fixture->open(lossPanel);
        const QSignalSpy changes(feed.get(), &PanelFeed::figureChanged);
        QCOMPARE(lossOf(PanelFixture::settled(*feed)), (QJsonArray{3, 2, 1}));
        QCOMPARE(changes.size(), 1);
    }

    void theCacheIsAskedOncePerPanel()
    {
        keep({9, 8});
        const auto feed = m_fixture->open(lossPanel);
        PanelFixture::settled(*feed);
        const int loads = m_cache->loads;
        feed->setVisible(false);
        feed->setVisible(true);
        m_fixture->source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1, 0});
        m_fixture->source->tellChanged();
        QTRY_COMPARE_WITH_TIMEOUT(lossOf(*feed->figure()), (QJsonArray{3, 2, 1, 0}), hangMs);
        QCOMPARE(m_cache->loads, loads);
    }

    void aPanelMayGoWhileTheCacheIsAsked()
    {
        keep({9, 8});
        m_cache->holdBack();
        auto feed = m_fixture->open(lossPanel);
        feed->setVisible(true);
        feed.reset();
        m_cache->release();
        QCOMPARE(lossOf(m_fixture->figure(lossPanel)), (QJsonArray{3, 2, 1}));
    }

    void whatWasThereStaysWhenTheSourceGoes()
    {
        m_fixture->feeds->setCache(nullptr);
        const auto feed = m_fixture->open(lossPanel);
        PanelFixture::settled(*feed);
        m_fixture->source->fail({ErrorCode::NotFound, u"There is no folder “runs”."_s, {}});
        m_fixture->source->tellChanged();
        QTRY_VERIFY_WITH_TIMEOUT(!feed->figure()->stale.isEmpty(), hangMs);
        QCOMPARE(lossOf(*feed->figure()), (QJsonArray{3, 2, 1}));
        QVERIFY(feed->figure()->stale.startsWith(u"There is no folder “runs”."_s));
        QVERIFY(!feed->figure()->live);
        // Other text, other panel: what the old one showed is not taken for the new one's.
        m_fixture->feeds->setDocument(panelDocument({{u"panel"_s, lossPanel + u"title: x"_s}}));
        const auto again = m_fixture->feeds->open(u"0"_s);
        QCOMPARE(PanelFixture::settled(*again).kind, Figure::Kind::Message);
    }

    void aSourceThatComesBackIsShown()
    {
        const auto feed = m_fixture->open(lossPanel);
        PanelFixture::settled(*feed);
        m_fixture->source->fail({ErrorCode::Network, u"no"_s, {}});
        m_fixture->source->tellChanged();
        QTRY_VERIFY_WITH_TIMEOUT(!feed->figure()->stale.isEmpty(), hangMs);
        m_fixture->source->recover();
        m_fixture->source->addSeries(u"a"_s, u"loss"_s, {1});
        m_fixture->source->tellChanged();
        QTRY_VERIFY_WITH_TIMEOUT(feed->figure()->stale.isEmpty(), hangMs);
        QCOMPARE(lossOf(*feed->figure()), (QJsonArray{1}));
    }

    void runsWithoutTheirSeriesAreNotShown()
    {
        keep({9, 8});
        m_cache->entries.remove({u"folder:/reports/runs"_s, u"series\na\nloss"_s});
        m_fixture->source->holdBack();
        const auto feed = m_fixture->open(lossPanel);
        const QSignalSpy changes(feed.get(), &PanelFeed::figureChanged);
        feed->setVisible(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_cache->loads, 2, hangMs);
        m_fixture->source->release();
        QCOMPARE(lossOf(PanelFixture::settled(*feed)), (QJsonArray{3, 2, 1}));
        QCOMPARE(changes.size(), 1);
        feed->setVisible(false);
        // Without a network it is the network that is missing, not values.
        m_cache->entries.remove({u"folder:/reports/runs"_s, u"series\na\nloss"_s});
        m_fixture->source->fail({ErrorCode::Network, u"There is no network."_s, {}});
        const Figure offline = m_fixture->figure(lossPanel + u"title: x\n"_s);
        QCOMPARE(offline.kind, Figure::Kind::Message);
        QVERIFY2(messageOf(offline).contains(u"There is no network."_s),
                 qPrintable(messageOf(offline)));
        // Nor is anything chosen by what is not known.
        const Figure filtered = m_fixture->figure(
            u"type: table\nruns: {source: folder:runs, filter: metrics.loss.last != 5}\ny: acc"_s);
        QVERIFY2(messageOf(filtered).contains(u"There is no network."_s),
                 qPrintable(messageOf(filtered)));
    }

    void whatHasWaitedIsKeptWhenAReportIsClosed_data()
    {
        QTest::addColumn<bool>("feedsFirst");
        QTest::newRow("the page goes first") << false;
        QTest::newRow("the feeds go first") << true;
    }

    void whatHasWaitedIsKeptWhenAReportIsClosed()
    {
        QFETCH(bool, feedsFirst);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cache.db"_s);
        {
            StoredRunCache stored(Cache::open(path, m_fixture->clock));
            m_fixture->feeds->setCache(&stored);
            auto feed = m_fixture->open(lossPanel);
            PanelFixture::settled(*feed);
            m_fixture->source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1, 0});
            m_fixture->source->tellChanged();
            QTRY_COMPARE_WITH_TIMEOUT(lossOf(*feed->figure()), (QJsonArray{3, 2, 1, 0}), hangMs);
            if (feedsFirst)
                m_fixture->feeds.reset();
            feed.reset();
            m_fixture->feeds.reset();
        }
        StoredRunCache again(Cache::open(path, m_fixture->clock));
        const auto entry = await(again.load(u"folder:/reports/runs"_s, u"series\na\nloss"_s));
        QVERIFY(entry);
        const auto answer = decodeAnswer(entry->bytes);
        QVERIFY(answer);
        QCOMPARE(answer->series->value, (std::vector<double>{3, 2, 1, 0}));
    }

    void samplesOfEachStepAreKeptApart()
    {
        QSet<QString> keys;
        for (const SampleSteps &steps :
             {SampleSteps(), SampleSteps::last(), SampleSteps::atOrBefore(7),
              SampleSteps::atOrBefore(0.1), SampleSteps::atOrBefore(0.1 + 1e-16)})
            keys << cacheKey({RunDataRequest::Kind::Media, RunId(u"a"_s), u"digits"_s, steps});
        QCOMPARE(keys.size(), 5);
    }

    void savingWhileARunWritesIsPaced()
    {
        AnswerKeeper keeper(std::make_shared<RunCacheDoor>(RunCacheDoor{m_cache.get()}), u"s"_s,
                            m_fixture->clock);
        keeper.setFollowed(true);
        const RunDataRequest request{RunDataRequest::Kind::Series, RunId(u"a"_s), u"loss"_s};
        const auto offer = [&](double value) {
            RunDataAnswer answer;
            answer.series = std::make_shared<const Series>(Series{{0}, {0}, {value}});
            keeper.keep(request, QtFuture::makeReadyFuture(answer));
        };
        const auto kept = [&] {
            const auto answer =
                decodeAnswer(m_cache->entries.value({u"s"_s, cacheKey(request)}).bytes);
            return answer ? answer->series->value.front() : -1;
        };
        offer(1);
        QTRY_COMPARE_WITH_TIMEOUT(kept(), 1.0, hangMs);
        offer(2);
        offer(3);
        m_fixture->clock.advance(29'000);
        offer(4);
        // Nothing comes of them before their turn: what is saved next overtakes them.
        keeper.keepRuns(QtFuture::makeReadyFuture(Result<QVector<Run>>(QVector<Run>{})));
        QTRY_COMPARE_WITH_TIMEOUT(m_cache->saves, 2, hangMs);
        QCOMPARE(kept(), 1.0);
        m_fixture->clock.advance(2'000);
        offer(5);
        QTRY_COMPARE_WITH_TIMEOUT(kept(), 5.0, hangMs);
        offer(6);
        keeper.keepRuns(QtFuture::makeReadyFuture(Result<QVector<Run>>(QVector<Run>{someRun()})));
        QCoreApplication::processEvents();
        QCOMPARE(kept(), 5.0);
        keeper.setFollowed(false);
        QCOMPARE(kept(), 6.0);
        // Nobody would save it later.
        offer(7);
        QTRY_COMPARE_WITH_TIMEOUT(kept(), 7.0, hangMs);
    }

    void afterTheFeedsNothingIsKeptOrRecalled()
    {
        const auto door = std::make_shared<RunCacheDoor>(RunCacheDoor{m_cache.get()});
        AnswerKeeper keeper(door, u"s"_s, m_fixture->clock);
        CachedSource recalled(door, u"s"_s);
        keeper.keepRuns(QtFuture::makeReadyFuture(Result<QVector<Run>>(QVector<Run>{someRun()})));
        QTRY_COMPARE_WITH_TIMEOUT(m_cache->saves, 1, hangMs);
        QVERIFY(await(recalled.runs()));
        keeper.keepRuns(QtFuture::makeReadyFuture(Result<QVector<Run>>(QVector<Run>{})));
        door->cache = nullptr;
        QCoreApplication::processEvents(); // the answer that was under way
        keeper.setFollowed(false);
        QVERIFY(!await(recalled.runs()));
        QCOMPARE(m_cache->saves, 1);
    }

    void everythingComesBackAsItWas()
    {
        const auto runs = decodeRuns(encodeRuns({someRun(), Run()}));
        QVERIFY(runs);
        QCOMPARE(runs->size(), 2);
        const Run &run = runs->first();
        QCOMPARE(run.id.toString(), u"a/b"_s);
        QCOMPARE(run.name, someRun().name);
        QCOMPARE(run.state, RunState::Failed);
        QCOMPARE(run.created, yesterday);
        QVERIFY(!run.updated.isValid());
        QCOMPARE(run.tags, someRun().tags);
        QCOMPARE(run.config, someRun().config);
        QCOMPARE(run.project, someRun().project);
        QCOMPARE(run.user, someRun().user);
        QCOMPARE(run.group, someRun().group);
        QCOMPARE(run.jobType, someRun().jobType);
        QCOMPARE(run.notes, someRun().notes);
        QVERIFY(std::isnan(run.summary.value(u"loss"_s).toDouble()));
        QCOMPARE(run.summary.value(u"best"_s), QVariant(std::numeric_limits<double>::infinity()));
        QCOMPARE(run.metrics, someRun().metrics);
        QCOMPARE(run.media, someRun().media);
        QCOMPARE(run.histograms, someRun().histograms);

        RunDataAnswer media;
        MediaSample sample;
        sample.key = u"digits"_s;
        sample.kind = MediaKind::Audio;
        sample.step = 3;
        sample.index = 2;
        sample.mimeType = u"audio/wav"_s;
        sample.bytes = QByteArray("a\0b", 3);
        sample.caption = u"c"_s;
        media.media = std::make_shared<const QVector<MediaSample>>(QVector<MediaSample>{sample});
        const auto heard = decodeAnswer(encodeAnswer(media));
        QVERIFY(heard && heard->media && heard->media->size() == 1);
        QCOMPARE(heard->media->first().bytes, sample.bytes);
        QCOMPARE(heard->media->first().kind, MediaKind::Audio);
        QCOMPARE(heard->media->first().index, 2);

        RunDataAnswer histograms;
        histograms.histograms = std::make_shared<const QVector<HistogramSample>>(
            QVector<HistogramSample>{{1, 2, {0.5, 1}, {3, 4}, -1, 1}});
        const auto read = decodeAnswer(encodeAnswer(histograms));
        QVERIFY(read && read->histograms);
        QCOMPARE(read->histograms->first().counts, (std::vector<double>{3, 4}));
        QCOMPARE(read->histograms->first().min, -1.0);

        RunDataAnswer series;
        series.series = std::make_shared<const Series>(
            Series{{0, 1}, {2, 3}, {std::nan(""), std::numeric_limits<double>::infinity()}});
        const auto numbers = decodeAnswer(encodeAnswer(series));
        QVERIFY(std::isnan(numbers->series->value[0]));
        QVERIFY(std::isinf(numbers->series->value[1]));

        RunDataAnswer error;
        error.error = Error{ErrorCode::Io, {}, {}};
        QVERIFY(encodeAnswer(error).isEmpty());
    }

    void damagedBytesAreNothing()
    {
        const unsigned seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        RunDataAnswer series;
        series.series = std::make_shared<const Series>(Series{{0, 1, 2}, {0, 1, 2}, {5, 6, 7}});
        for (const QByteArray &whole : {encodeRuns({someRun()}), encodeAnswer(series)}) {
            for (qsizetype size = 0; size < whole.size(); ++size) {
                QVERIFY(!decodeRuns(whole.first(size)));
                QVERIFY(!decodeAnswer(whole.first(size)));
            }
            QVERIFY(!decodeRuns(whole + 'x'));
            for (int i = 0; i < 2000; ++i) {
                QByteArray damaged = whole;
                for (unsigned changes = 1 + random() % 3; changes > 0; --changes)
                    damaged[qsizetype(random() % quint32(damaged.size()))] = char(random());
                // Must end, and without reserving what a damaged length asks for.
                (void)decodeRuns(damaged);
                (void)decodeAnswer(damaged);
            }
        }
    }

private:
    /// The cache has these values since yesterday.
    void keep(const std::vector<double> &loss)
    {
        Series series;
        series.value = loss;
        series.step.resize(loss.size());
        series.wall.resize(loss.size());
        std::iota(series.step.begin(), series.step.end(), 0);
        RunDataAnswer answer;
        answer.series = std::make_shared<const Series>(series);
        Run run = m_fixture->source->run(u"a"_s);
        run.state = RunState::Running;
        const QString source = u"folder:/reports/runs"_s;
        m_cache->entries.insert({source, runsCacheKey()},
                                {encodeRuns({run}), yesterday.addSecs(5)});
        m_cache->entries.insert({source, u"series\na\nloss"_s}, {encodeAnswer(answer), yesterday});
    }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<FakeRunCache> m_cache;
};

QTEST_GUILESS_MAIN(PanelCacheTest)
#include "test_panel_cache.moc"
