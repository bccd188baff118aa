#include "core/runs/run_sources.h"
#include "support/page_driver.h"
#include "support/panel_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

QString lineFence(const QString &more)
{
    return u"```panel\ntype: line\nruns: folder:runs\n%1```\n"_s.arg(more);
}

} // namespace

/// Plots as plotly draws them in the real page.
class PlotsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<PageDriver> m_driver;

    void addRuns(int count, const QString &name, double scale)
    {
        for (int run = 0; run < count; ++run) {
            std::vector<double> values;
            values.reserve(500);
            for (int i = 0; i < 500; ++i)
                values.push_back(scale * std::sin(i / 40.0 + run));
            m_fixture->source->addRun(name.arg(run));
            m_fixture->source->addSeries(name.arg(run), u"loss"_s, values);
        }
    }

    /// Draws the panel and returns what the script says about the plot once it is there.
    QJsonValue plot(const QString &fence, const QString &script)
    {
        const QByteArray text = fence.toUtf8();
        m_fixture->feeds->setDocument(markdown(text));
        m_driver->show(text);
        const QString ask =
            u"(() => { const plot = document.querySelector('.js-plotly-plot');"
            "return plot?.querySelector('.js-line') ? JSON.stringify([%1]) : ''; })()"_s.arg(
                script);
        QString answer;
        while (answer.isEmpty()) // each question lets the page go on
            answer = m_driver->evaluate(ask).toString();
        return QJsonDocument::fromJson(answer.toUtf8()).array().first();
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_driver = std::make_unique<PageDriver>();
        m_driver->page.setFeeds(m_fixture->feeds.get());
    }
    void cleanup() { m_driver.reset(); }

    void usualPlotsAreDrawnOnce_data()
    {
        QTest::addColumn<int>("runs");
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QString>("more");
        QTest::newRow("one line") << 1 << u"run-%1"_s << 1.0 << u"y: loss\n"_s;
        QTest::newRow("small numbers") << 1 << u"run-%1"_s << 0.0012 << u"y: loss\n"_s;
        QTest::newRow("large numbers") << 1 << u"run-%1"_s << 123456.0 << u"y: loss\n"_s;
        QTest::newRow("wall time") << 1 << u"run-%1"_s << 1.0 << u"y: loss\nx: wall\n"_s;
        QTest::newRow("logarithmic")
            << 1 << u"run-%1"_s << 100.0 << u"y: loss\nscale: {y: log}\n"_s;
        QTest::newRow("legend") << 4 << u"run-%1"_s << 1.0 << u"y: loss\n"_s;
        QTest::newRow("legend of two rows") << 12 << u"resnet-%1"_s << 1.0 << u"y: loss\n"_s;
        QTest::newRow("long names") << 5 << u"vision-transformer-large-batch-%1"_s << 1.0
                                    << u"y: loss\nsmooth: ema:0.6\n"_s;
        QTest::newRow("no legend") << 4 << u"run-%1"_s << 1.0 << u"y: loss\nlegend: none\n"_s;
        QTest::newRow("half") << 2 << u"run-%1"_s << 1.0 << u"y: loss\nwidth: half\n"_s;
    }

    /// plotly draws a plot a second time where labels or legend did not fit into the margins it was
    /// given; it counts that here.
    void usualPlotsAreDrawnOnce()
    {
        QFETCH(int, runs);
        QFETCH(QString, name);
        QFETCH(double, scale);
        QFETCH(QString, more);
        addRuns(runs, name, scale);
        const QJsonValue drawn = plot(
            lineFence(more), u"{again: plot._fullLayout._redrawFromAutoMarginCount !== undefined,"
                             "size: plot._fullLayout._size, base: plot._fullLayout.margin}"_s);
        QVERIFY2(!drawn["again"_L1].toBool(true),
                 QJsonDocument(drawn.toObject()).toJson(QJsonDocument::Compact).constData());
    }

    void longLabelsStillFit()
    {
        addRuns(1, u"run-%1"_s, 1);
        const QJsonValue plotted =
            plot(lineFence(u"y: loss\nrange: {y: [100001.5, 100001.9]}\n"_s),
                 u"{margin: plot._fullLayout._size.l,"
                 "label: Math.max(...Array.from(plot.querySelectorAll('.ytick text'),"
                 "(text) => text.getBoundingClientRect().width))}"_s);
        QVERIFY(plotted["label"_L1].toDouble() > 46);
        QVERIFY(plotted["margin"_L1].toDouble() > plotted["label"_L1].toDouble());
    }

    /// What plotly calls to write a line is ours, which is four times as fast.
    void pathsAreWrittenByUs()
    {
        addRuns(1, u"run-%1"_s, 1);
        const QString path =
            plot(lineFence(u"y: loss\n"_s), u"[[1.23456, 2], [3, 4]].join('L')"_s).toString();
        QCOMPARE(path, u"1.23,2L3,4"_s);
    }
};

int main(int argc, char *argv[])
{
    return runPageTest<PlotsTest>(argc, argv);
}

#include "test_plots.moc"
