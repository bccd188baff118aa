#include "core/markdown/markdown_parser.h"
#include "core/panels/panel_feeds.h"
#include "core/runs/run_sources.h"
#include "core/services/register_services.h"

#include "support/test_clock.h"
#include "support/test_paths.h"
#include "support/wait.h"

#include <QDir>
#include <QFile>

using namespace plotleaf;
using namespace Qt::StringLiterals;
using plotleaf::test::await;
using plotleaf::test::hangMs;

namespace {

const QString resources = plotleaf::sourceDir() + u"/resources"_s;

MarkdownDocumentPtr documentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return std::make_shared<const MarkdownDocument>(MarkdownParser::parse(file.readAll()));
}

} // namespace

class DemoWorkspaceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_sources.emplace();
        registerServices(*m_sources, m_clock, resources + u"/demo"_s);
    }

    void holdsTwoRecordedRuns()
    {
        const auto source = m_sources->source(u"folder:runs"_s);
        QVERIFY(source);
        const auto runs = await((*source)->runs());
        QCOMPARE(runs->size(), 2);
        QCOMPARE(runs->at(0).name, u"lr-0.01"_s);
        QCOMPARE(runs->at(1).name, u"lr-0.1"_s);
        for (const Run &run : *runs) {
            QCOMPARE(run.config.value(u"batch_size"_s), 48.0);
            const auto loss = await((*source)->series(run.id, u"train/loss"_s));
            QCOMPARE((*loss)->size(), 840U);
            QVERIFY((*loss)->value.front() > 2 && (*loss)->value.back() < 0.5);
        }
        QCOMPARE((*source)->warnings(), QStringList());
    }

    void everyPanelOfTheWelcomeReportShowsData()
    {
        const MarkdownDocumentPtr document = documentOf(resources + u"/demo/welcome.md"_s);
        QVERIFY(document->problems.isEmpty());
        PanelFeeds feeds(*m_sources, m_clock, resources + u"/demo"_s);
        feeds.setDocument(document);
        QList<Figure::Kind> kinds;
        for (const MarkdownPanel &panel : document->panels) {
            const std::unique_ptr<PanelFeed> feed = feeds.open(panel.key);
            QSignalSpy settled(feed.get(), &PanelFeed::settled);
            feed->setPixelWidth(600);
            feed->setVisible(true);
            QVERIFY(feed->isSettled() || settled.wait(hangMs));
            const Figure figure = feed->figure().value();
            QVERIFY2(figure.kind != Figure::Kind::Message, qPrintable(panel.source));
            QVERIFY2(figure.notes.isEmpty(), qPrintable(figure.notes.join(u'\n')));
            QVERIFY(!figure.live);
            kinds.append(figure.kind);
        }
        for (const auto kind :
             {Figure::Kind::Plot, Figure::Kind::Scalar, Figure::Kind::Table, Figure::Kind::Media})
            QVERIFY(kinds.contains(kind));
    }

    void everyTemplateIsSound()
    {
        const QDir folder(resources + u"/templates"_s);
        const QStringList names = folder.entryList({u"*.md"_s}, QDir::Files);
        QCOMPARE(names.size(), 4); // and the empty one, which needs no file
        PanelFeeds feeds(*m_sources, m_clock, resources + u"/demo"_s);
        for (const QString &name : names) {
            const MarkdownDocumentPtr document = documentOf(folder.filePath(name));
            QVERIFY(document->problems.isEmpty());
            feeds.setDocument(document);
            for (const MarkdownPanel &panel : document->panels) {
                const std::unique_ptr<PanelFeed> feed = feeds.open(panel.key);
                QSignalSpy settled(feed.get(), &PanelFeed::settled);
                feed->setVisible(true);
                QVERIFY(feed->isSettled() || settled.wait(hangMs));
                QVERIFY2(feed->figure()->kind == Figure::Kind::Plot, qPrintable(panel.source));
            }
        }
    }

private:
    test::TestClock m_clock;
    std::optional<RunSources> m_sources;
};

QTEST_GUILESS_MAIN(DemoWorkspaceTest)
#include "test_demo_workspace.moc"
