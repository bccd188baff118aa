#include "core/panels/panel_feeds.h"
#include "core/runs/run_sources.h"
#include "core/services/folders/event_file_writer.h"
#include "core/services/register_services.h"
#include "support/panel_fixture.h"
#include "support/unprivileged.h"

#include <QDir>
#include <QTemporaryDir>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// Feeds over real folders below `folder`.
struct FolderFixture
{
    QTemporaryDir folder;
    SystemClock clock;
    RunSources sources;
    std::unique_ptr<PanelFeeds> feeds;

    FolderFixture()
    {
        registerServices(sources, clock, folder.path());
        feeds = std::make_unique<PanelFeeds>(sources, clock, folder.path());
    }

    std::unique_ptr<PanelFeed> open(const QString &yaml) const
    {
        feeds->setDocument(panelDocument({{u"panel"_s, yaml}}));
        return feeds->open(u"0"_s);
    }
    std::unique_ptr<EventFileWriter> writer(const QString &run) const
    {
        return EventFileWriter::create(folder.filePath(run), clock).value();
    }
};

QJsonArray column(const Figure &figure)
{
    return figure.content["data"_L1][0]["y"_L1].toArray();
}

QJsonArray yOf(const std::optional<Figure> &figure)
{
    return figure ? figure->content["data"_L1][0]["y"_L1].toArray() : QJsonArray();
}

} // namespace

/// From event files on disk to figures, with nothing in between replaced.
class PanelsOnFoldersTest : public QObject
{
    Q_OBJECT

private slots:
    void aPanelFollowsWhatTrainingWrites()
    {
        const FolderFixture fixture;
        const auto writer = fixture.writer(u"runs/a"_s);
        QVERIFY(writer->addScalar(u"loss"_s, 0, 2));
        QVERIFY(writer->addScalar(u"loss"_s, 1, 1));
        const auto feed = fixture.open(u"type: line\nruns: ./runs\ny: loss\nrefresh: 0s\n"_s);
        QCOMPARE(yOf(PanelFixture::settled(*feed)), (QJsonArray{2, 1}));
        QVERIFY(feed->figure()->live);

        QVERIFY(writer->addScalar(u"loss"_s, 2, 0.5));
        QTRY_COMPARE_WITH_TIMEOUT(yOf(feed->figure()), (QJsonArray{2, 1, 0.5}), hangMs);
        const auto second = fixture.writer(u"runs/b"_s);
        QVERIFY(second->addScalar(u"loss"_s, 0, 3));
        QTRY_COMPARE_WITH_TIMEOUT(feed->figure()->content["data"_L1].toArray().size(), 2, hangMs);
    }

    void aFolderThatAppearsLater()
    {
        const FolderFixture fixture;
        const auto feed =
            fixture.open(u"type: scalar\nruns: folder:later\ny: loss\nrefresh: 0s\n"_s);
        const Figure missing = PanelFixture::settled(*feed);
        QCOMPARE(missing.content["title"_L1].toString(), u"There are no runs at this place"_s);
        QVERIFY2(messageOf(missing).contains(fixture.folder.filePath(u"later"_s)),
                 qPrintable(messageOf(missing)));

        const auto writer = fixture.writer(u"later/a"_s);
        QVERIFY(writer->addScalar(u"loss"_s, 0, 0.25));
        QTRY_COMPARE_WITH_TIMEOUT(feed->figure()->content["items"_L1][0]["text"_L1].toString(),
                                  u"0.25"_s, hangMs);
    }

    void aFolderThatGoesLeavesWhatWasThere()
    {
        const FolderFixture fixture;
        QVERIFY(fixture.writer(u"runs/a"_s)->addScalar(u"loss"_s, 0, 2));
        const auto feed = fixture.open(u"type: line\nruns: folder:runs\ny: loss\nrefresh: 0s\n"_s);
        QCOMPARE(yOf(PanelFixture::settled(*feed)), (QJsonArray{2}));
        QDir folder(fixture.folder.path());
        QVERIFY(folder.rename(u"runs"_s, u"aside"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!feed->figure()->stale.isEmpty(), hangMs);
        QCOMPARE(yOf(feed->figure()), (QJsonArray{2}));
        QVERIFY2(feed->figure()->stale.contains(folder.filePath(u"runs"_s)),
                 qPrintable(feed->figure()->stale));
        QVERIFY(folder.rename(u"aside"_s, u"runs"_s));
        QTRY_VERIFY_WITH_TIMEOUT(feed->figure()->stale.isEmpty(), hangMs);
    }

    void runsThatGoLeaveWhatWasThere()
    {
        const FolderFixture fixture;
        QVERIFY(fixture.writer(u"runs/a"_s)->addScalar(u"loss"_s, 0, 2));
        const auto feed = fixture.open(u"type: line\nruns: folder:runs\ny: loss\nrefresh: 0s\n"_s);
        PanelFixture::settled(*feed);
        QVERIFY(QDir(fixture.folder.filePath(u"runs/a"_s)).removeRecursively());
        QTRY_VERIFY_WITH_TIMEOUT(!feed->figure()->stale.isEmpty(), hangMs);
        QCOMPARE(yOf(feed->figure()), (QJsonArray{2}));
    }

    void damageIsSmallPrint()
    {
        const FolderFixture fixture;
        QString path;
        {
            const auto writer = fixture.writer(u"runs/a"_s);
            for (int step = 0; step < 50; ++step)
                QVERIFY(writer->addScalar(u"loss"_s, step, step));
            path = writer->path();
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        QCOMPARE(file.write("damage"), 6);
        file.close();
        const Figure figure =
            PanelFixture::settled(*fixture.open(u"type: line\nruns: folder:runs\ny: loss"_s));
        QVERIFY(column(figure).size() >= 48);
        QCOMPARE(figure.notes.size(), 1);
        QVERIFY2(figure.notes.first().contains(u"damaged"_s), qPrintable(figure.notes.first()));
    }

    void aFolderThatMayNotBeReadSaysSo()
    {
        const FolderFixture fixture;
        QVERIFY(fixture.writer(u"runs/a"_s)->addScalar(u"loss"_s, 0, 2));
        QVERIFY(QFile::setPermissions(fixture.folder.path(),
                                      QFile::permissions(fixture.folder.path()) | QFile::ReadGroup |
                                          QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther));
        QVERIFY(QFile::setPermissions(fixture.folder.filePath(u"runs"_s), {}));
        const Unprivileged unprivileged;
        const Figure figure =
            PanelFixture::settled(*fixture.open(u"type: line\nruns: folder:runs\ny: loss"_s));
        QCOMPARE(figure.content["title"_L1].toString(), u"The runs cannot be read"_s);
        QVERIFY(messageOf(figure).contains(u"may not be read"_s));
    }

    void parametersOfTheFolderAboveMakeGroups()
    {
        const FolderFixture fixture;
        for (const QString &arch : {u"cnn"_s, u"mlp"_s}) {
            QVERIFY(fixture.writer(u"runs/"_s + arch)->addHparams({{u"arch"_s, arch}}));
            for (int seed = 1; seed <= 2; ++seed) {
                const auto writer = fixture.writer(u"runs/%1/seed-%2"_s.arg(arch).arg(seed));
                QVERIFY(writer->addScalar(u"loss"_s, 0, seed));
            }
        }
        const Figure figure = PanelFixture::settled(
            *fixture.open(u"type: scalar\nruns: folder:runs\ny: loss\ngroup: config.arch"_s));
        const QJsonArray items = figure.content["items"_L1].toArray();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0]["label"_L1].toString(), u"arch: cnn"_s);
        QCOMPARE(items[0]["text"_L1].toString(), u"1.50 ± 0.50"_s);
    }

    void everyKindReadsItsData()
    {
        const FolderFixture fixture;
        const auto writer = fixture.writer(u"runs/a"_s);
        QVERIFY(writer->addScalar(u"loss"_s, 0, 2));
        QVERIFY(writer->addText(u"note"_s, 0, u"hello"_s));
        QVERIFY(writer->addPng(u"digits"_s, 3, "png"_ba));
        QVERIFY(writer->addHistogram(u"weights"_s, 1, {0, 0, {0, 1}, {4, 2}, -1, 1}));
        QVERIFY(writer->addHparams({{u"lr"_s, 0.1}}));
        QVERIFY(writer->addEnd(true));

        const auto figure = [&](const QString &yaml) {
            return PanelFixture::settled(*fixture.open(yaml + u"\nruns: folder:runs"_s));
        };
        const Figure table = figure(u"type: table"_s);
        QCOMPARE(table.content["rows"_L1][0].toArray(), (QJsonArray{u"a"_s, u"0.1"_s, u"2"_s}));
        QVERIFY(!table.live);
        QCOMPARE(figure(u"type: media\nkind: text"_s).content["items"_L1][0]["text"_L1].toString(),
                 u"hello"_s);
        QCOMPARE(figure(u"type: media\nkey: digits"_s).content["items"_L1][0]["step"_L1].toDouble(),
                 3.0);
        QCOMPARE(figure(u"type: figure\nbins: 2"_s).content["data"_L1][0]["z"_L1].toArray(),
                 (QJsonArray{QJsonArray{4}, QJsonArray{2}}));
        const Figure filtered = PanelFixture::settled(*fixture.open(
            u"type: line\ny: loss\nruns: {source: folder:runs, filter: config.lr > 1}"_s));
        QCOMPARE(filtered.content["title"_L1].toString(), u"No run matches"_s);
    }
};

QTEST_GUILESS_MAIN(PanelsOnFoldersTest)
#include "test_panels_on_folders.moc"
