#include "core/services/folders/folder_source.h"
#include "core/services/folders/live_demo_run.h"

#include "support/test_clock.h"
#include "support/wait.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace plotleaf;
using namespace Qt::StringLiterals;
using plotleaf::test::await;
using plotleaf::test::hangMs;

class LiveDemoRunTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }
    void writesABelievableRun();
    void isFollowedWhileItWrites();
    void stopsWhenAsked();
    void saysWhyItCannotStart();
    void followersAreCounted();
    void aFolderThatAppearsLaterIsNoticed();

private:
    std::optional<QTemporaryDir> m_folder;
    test::TestClock m_clock;
};

void LiveDemoRunTest::writesABelievableRun()
{
    constexpr int steps = 200;
    LiveDemoRun live(m_clock);
    QSignalSpy ended(&live, &LiveDemoRun::ended);
    QSignalSpy progressed(&live, &LiveDemoRun::progressed);
    QVERIFY(live.start(m_folder->filePath(u"live"_s), 1, steps, 0));
    QVERIFY(live.isRunning());
    QVERIFY(ended.wait(hangMs));
    QVERIFY(!live.isRunning());
    QCOMPARE(progressed.size(), steps);

    FolderSource source(u"folder:x"_s, m_folder->path(), m_clock);
    const auto runs = await(source.runs());
    QCOMPARE(runs->size(), 1);
    const Run run = runs->first();
    QCOMPARE(run.name, u"live"_s);
    QCOMPARE(run.state, RunState::Finished);
    QCOMPARE(run.metrics, QStringList({u"lr"_s, u"train/grad_norm"_s, u"train/loss"_s,
                                       u"val/accuracy"_s, u"val/loss"_s}));
    QCOMPARE(run.config.value(u"batch_size"_s), 64.0);
    QCOMPARE(run.histograms, QStringList(u"weights/layer1"_s));
    const auto loss = *await(source.series(run.id, u"train/loss"_s));
    QCOMPARE(loss->size(), static_cast<size_t>(steps));
    QVERIFY(loss->value.front() > 1.5 && loss->value.back() < 0.2);
    const auto accuracy = *await(source.series(run.id, u"val/accuracy"_s));
    QVERIFY(accuracy->value.front() < 0.2 && accuracy->value.back() > 0.9);
}

void LiveDemoRunTest::isFollowedWhileItWrites()
{
    const QString folder = m_folder->filePath(u"live"_s);
    auto writer = EventFileWriter::create(folder, m_clock);
    QVERIFY(writer);
    FolderSource source(u"folder:x"_s, m_folder->path(), m_clock);
    QCOMPARE(await(source.runs())->size(), 1);
    QSignalSpy changed(&source, &FolderSource::changed);
    source.setFollowed(true);
    for (int step = 0; step < 3; ++step) {
        const qsizetype before = changed.size();
        QVERIFY((*writer)->addScalar(u"loss"_s, step, 1.0 / (step + 1)));
        QVERIFY(changed.size() > before || changed.wait(hangMs));
        const auto series = await(source.series(RunId(u"live"_s), u"loss"_s));
        QVERIFY(series);
        QCOMPARE((*series)->size(), static_cast<size_t>(step + 1));
    }
    // A second run beside it.
    const qsizetype before = changed.size();
    auto second = EventFileWriter::create(m_folder->filePath(u"second"_s), m_clock);
    QVERIFY(second);
    QVERIFY(changed.size() > before || changed.wait(hangMs));
    QCOMPARE(await(source.runs())->size(), 2);
    // The clock alone ends a run that went silent.
    m_clock.advance(6 * 60'000);
    QVERIFY(changed.wait(hangMs));
    QCOMPARE(await(source.runs())->first().state, RunState::Finished);
    source.setFollowed(false);
}

void LiveDemoRunTest::stopsWhenAsked()
{
    LiveDemoRun live(m_clock);
    QSignalSpy progressed(&live, &LiveDemoRun::progressed);
    QVERIFY(live.start(m_folder->path(), 2, 1'000'000, 0));
    QVERIFY(progressed.wait(hangMs));
    live.stop();
    QVERIFY(!live.isRunning());
    FolderSource source(u"folder:x"_s, m_folder->path(), m_clock);
    QCOMPARE(await(source.runs())->first().state, RunState::Finished);
}

void LiveDemoRunTest::saysWhyItCannotStart()
{
    LiveDemoRun live(m_clock);
    QCOMPARE(live.start(m_folder->path(), 1, 0).error().code, ErrorCode::InvalidInput);
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto refused = live.start(file.fileName() + u"/below"_s, 1);
    QCOMPARE(refused.error().code, ErrorCode::Io);
    QVERIFY(refused.error().message.contains(u"below"_s));
    QVERIFY(!live.isRunning());
}

void LiveDemoRunTest::followersAreCounted()
{
    auto writer = EventFileWriter::create(m_folder->filePath(u"live"_s), m_clock);
    FolderSource source(u"folder:x"_s, m_folder->path(), m_clock);
    QVERIFY(await(source.runs()));
    QSignalSpy changed(&source, &FolderSource::changed);
    source.setFollowed(true);
    source.setFollowed(true);
    source.setFollowed(false);
    QVERIFY((*writer)->addScalar(u"loss"_s, 0, 1));
    QVERIFY(changed.wait(hangMs));
    source.setFollowed(false);
}

void LiveDemoRunTest::aFolderThatAppearsLaterIsNoticed()
{
    const QString later = m_folder->filePath(u"later"_s);
    FolderSource source(u"folder:x"_s, later, m_clock);
    QCOMPARE(await(source.runs()).error().code, ErrorCode::NotFound);
    QSignalSpy changed(&source, &FolderSource::changed);
    source.setFollowed(true);
    auto writer = EventFileWriter::create(later + u"/run"_s, m_clock);
    QVERIFY(writer);
    QVERIFY(changed.wait(hangMs));
    QCOMPARE(await(source.runs())->size(), 1);
    source.setFollowed(false);
}

QTEST_GUILESS_MAIN(LiveDemoRunTest)
#include "test_live_demo_run.moc"
