#include "core/runs/run_sources.h"
#include "support/page_driver.h"
#include "support/test_clock.h"

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// Two runs whose loss a test can change, and which counts who follows it.
class FakeSource : public RunSource
{
public:
    QString name() const override { return u"fake"_s; }
    QFuture<Result<QVector<Run>>> runs() override
    {
        Run run;
        run.id = RunId(u"r"_s);
        run.name = u"the run"_s;
        run.metrics = {u"loss"_s};
        return QtFuture::makeReadyFuture(Result<QVector<Run>>(QVector<Run>{run}));
    }
    QFuture<Result<SeriesPtr>> series(const RunId &, const QString &) override
    {
        auto series = std::make_shared<Series>();
        for (int i = 0; i < points; ++i) {
            series->step.push_back(i);
            series->wall.push_back(i);
            series->value.push_back(1.0 / (i + 1));
        }
        return QtFuture::makeReadyFuture(Result<SeriesPtr>(SeriesPtr(series)));
    }
    QFuture<Result<QVector<MediaSample>>>
    media(const RunId &, const QString &, const SampleSteps &) override
    {
        return QtFuture::makeReadyFuture(Result<QVector<MediaSample>>(QVector<MediaSample>()));
    }
    QFuture<Result<QVector<HistogramSample>>>
    histograms(const RunId &, const QString &, const SampleSteps &) override
    {
        return QtFuture::makeReadyFuture(
            Result<QVector<HistogramSample>>(QVector<HistogramSample>()));
    }
    QStringList warnings() const override { return {}; }
    void setFollowed(bool isFollowed) override
    {
        followers += isFollowed ? 1 : -1;
        followed += isFollowed ? 1 : 0;
    }
    bool isEnded() const override { return ended; }

    int points = 10;
    int followers = 0;
    int followed = 0; ///< how often anybody began to
    bool ended = false;
};

QByteArray scalarPanel(const QByteArray &title)
{
    return "```panel\ntype: scalar\ntitle: " + title + "\nruns:\n  source: fake\ny: loss\n```\n\n";
}

} // namespace

class PanelBridgeTest : public QObject
{
    Q_OBJECT

    TestClock m_clock;
    std::shared_ptr<FakeSource> m_source;
    std::shared_ptr<FakeSource> m_server;
    bool m_isServerThere = true;
    std::unique_ptr<RunSources> m_sources;
    std::unique_ptr<PanelFeeds> m_feeds;
    std::unique_ptr<PageDriver> m_driver;

    void show(const QByteArray &text)
    {
        m_feeds->setDocument(markdown(text));
        m_driver->show(text);
    }

    QString panelText() { return m_driver->text(u".pl-panel"_s); }

private slots:
    void init()
    {
        m_source = std::make_shared<FakeSource>();
        m_sources = std::make_unique<RunSources>();
        m_server = std::make_shared<FakeSource>();
        m_isServerThere = true;
        m_sources->addMaker([this](const QString &spec) -> std::shared_ptr<RunSource> {
            if (spec == u"server"_s)
                return m_isServerThere ? m_server : nullptr;
            return m_source;
        });
        m_feeds = std::make_unique<PanelFeeds>(*m_sources, m_clock, QString());
        m_driver = std::make_unique<PageDriver>();
        m_driver->page.setFeeds(m_feeds.get());
    }

    void cleanup()
    {
        m_driver.reset();
        m_feeds.reset();
        m_sources.reset();
    }

    void aPanelShowsItsFigure()
    {
        show(scalarPanel("The loss"));
        QTRY_VERIFY_WITH_TIMEOUT(panelText().contains(u"0.1"_s), hangMs);
        QVERIFY(panelText().contains(u"The loss"_s));
    }

    void newDataArrive()
    {
        show(scalarPanel("The loss"));
        QTRY_VERIFY_WITH_TIMEOUT(panelText().contains(u"0.1"_s), hangMs);
        m_source->points = 20;
        emit m_source->changed();
        QTRY_VERIFY_WITH_TIMEOUT(panelText().contains(u"0.05"_s), hangMs);
    }

    void aPanelSurvivesEditsAroundIt()
    {
        show("before\n\n" + scalarPanel("The loss"));
        QTRY_VERIFY_WITH_TIMEOUT(panelText().contains(u"0.1"_s), hangMs);
        m_driver->evaluate(u"document.querySelector('.pl-panel').kept = true"_s);
        show("BEFORE\n\nmore\n\n" + scalarPanel("The loss") + "behind\n");
        QVERIFY(m_driver->evaluate(u"document.querySelector('.pl-panel').kept"_s).toBool());
        QVERIFY(panelText().contains(u"0.1"_s));
    }

    void onlyPanelsOnScreenAreFollowed()
    {
        show(QByteArray("text\n\n").repeated(300) + scalarPanel("Far below"));
        QCOMPARE(m_source->followers, 0);
        m_driver->page.scrollToLine(600);
        QTRY_COMPARE_WITH_TIMEOUT(m_source->followers, 1, hangMs);
        m_driver->page.scrollToLine(0);
        QTRY_COMPARE_WITH_TIMEOUT(m_source->followers, 0, hangMs);
    }

    void aPanelThatIsGoneIsClosed()
    {
        show(scalarPanel("The loss"));
        QTRY_COMPARE_WITH_TIMEOUT(m_source->followers, 1, hangMs);
        show("text\n");
        QCOMPARE(m_source->followers, 0);
    }

    void aPanelThatIsNoneSaysSo()
    {
        show("```panel\ntype: lime\n```\n");
        QTRY_VERIFY_WITH_TIMEOUT(panelText().contains(u"lime"_s), hangMs);
    }

    void panelsComeBackAfterAReload()
    {
        show(scalarPanel("The loss"));
        QTRY_VERIFY_WITH_TIMEOUT(panelText().contains(u"0.1"_s), hangMs);
        const QByteArray text = scalarPanel("The loss");
        m_driver->page.clear();
        QCOMPARE(m_source->followers, 0);
        show(text);
        QTRY_VERIFY_WITH_TIMEOUT(panelText().contains(u"0.1"_s), hangMs);
    }

    void onlyPanelsThatLostTheirSourceAreOpenedAnew()
    {
        m_isServerThere = false;
        show(scalarPanel("The loss") + scalarPanel("Elsewhere").replace("fake", "server"));
        QTRY_VERIFY_WITH_TIMEOUT(panelText().contains(u"0.1"_s), hangMs);
        const QString second = u"document.querySelectorAll('.pl-panel')[1].textContent"_s;
        QTRY_VERIFY_WITH_TIMEOUT(m_driver->evaluate(second).toString().contains(u"server"_s),
                                 hangMs);
        QCOMPARE(m_source->followed, 1);
        m_isServerThere = true;
        m_sources->announceChange();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->followed, 1, hangMs);
        QCOMPARE(m_source->followed, 1); // the healthy one was left alone
        // An end is a loss too.
        m_source->ended = true;
        m_sources->announceChange();
        QTRY_COMPARE_WITH_TIMEOUT(m_source->followed, 2, hangMs);
        QCOMPARE(m_server->followed, 1);
    }

    void takingTheFeedsAwayClosesThem()
    {
        show(scalarPanel("The loss"));
        QTRY_COMPARE_WITH_TIMEOUT(m_source->followers, 1, hangMs);
        m_driver->page.setFeeds(nullptr);
        QCOMPARE(m_source->followers, 0);
    }
};

int main(int argc, char *argv[])
{
    return runPageTest<PanelBridgeTest>(argc, argv);
}
#include "test_panel_bridge.moc"
