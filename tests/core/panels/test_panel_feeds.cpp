#include "support/panel_fixture.h"

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

const QString lossPanel = QStringLiteral("type: line\nruns: folder:runs\ny: loss\nrefresh: 0s\n");

QJsonArray yOf(const Figure &figure, int trace = 0)
{
    return figure.content["data"_L1].toArray()[trace].toObject()["y"_L1].toArray();
}

/// Shows the next figure after `act`.
template <typename Act>
Figure nextFigure(PanelFeed &feed, Act act)
{
    QSignalSpy spy(&feed, &PanelFeed::figureChanged);
    act();
    if (spy.isEmpty() && !spy.wait(hangMs))
        qFatal("no figure came");
    return *feed.figure();
}

} // namespace

class PanelFeedsTest : public QObject
{
    Q_OBJECT

private slots:
    void fromFenceToFigure()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});

        const Figure figure = fixture.figure(lossPanel);

        QCOMPARE(figure.kind, Figure::Kind::Plot);
        QCOMPARE(yOf(figure), (QJsonArray{3, 2, 1}));
        QCOMPARE(figure.revision, 1U);
        QCOMPARE(figure.asOf, QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC));
    }

    void aHiddenFeedAsksForNothing()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto feed = fixture.open(lossPanel);
        feed->setPixelWidth(300);
        feed->setRange({0, 1});
        fixture.source->tellChanged();
        QCoreApplication::processEvents();

        QCOMPARE(fixture.source->runsAsked, 0);
        QCOMPARE(fixture.source->seriesAsked, 0);
        QCOMPARE(fixture.source->followers, 0);
        QVERIFY(!feed->figure());
        QVERIFY(!feed->isSettled());
    }

    void aVisibleFeedFollows()
    {
        PanelFixture fixture;
        fixture.source->addRun(u"a"_s);
        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1});
        const auto feed = fixture.open(lossPanel);
        PanelFixture::settled(*feed);
        QCOMPARE(fixture.source->followers, 1);

        fixture.source->addSeries(u"a"_s, u"loss"_s, {3, 2, 1, 0.5});
        const Figure figure = nextFigure(*feed, [&] { fixture.source->tellChanged(); });
        QCOMPARE(yOf(figure), (QJsonArray{3, 2, 1, 0.5}));
        QCOMPARE(figure.revision, 2U);

        feed->setVisible(false);
        QCOMPARE(fixture.source->followers, 0);
    }
};

QTEST_GUILESS_MAIN(PanelFeedsTest)
#include "test_panel_feeds.moc"
