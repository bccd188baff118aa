#include "core/services/folders/folder_index.h"
#include "core/services/folders/run_finder.h"
#include "core/services/folders/wandb_format.h"

#include "support/test_clock.h"
#include "support/wandb_log_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class WandbFormatTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }

    void aRunOfSeveralDirectoriesIsOne()
    {
        addLog(u"wandb/run-20260102_100000-abc/run-abc.wandb"_s);
        addLog(u"wandb/offline-run-20260101_100000-abc/run-abc.wandb"_s);
        addLog(u"wandb/run-20260101_100000-my-own-id/run-my-own-id.wandb"_s);
        addLog(u"elsewhere/wandb/run-20260103_100000-abc/run-abc.wandb"_s);
        addFile(u"wandb/run-20260102_100000-abc/files/config.yaml"_s);
        QVERIFY(
            QFile::link(u"run-20260102_100000-abc"_s, m_folder->filePath(u"wandb/latest-run"_s)));
        QCOMPARE(ids(), QStringList({u"elsewhere/wandb/run-20260103_100000-abc"_s,
                                     u"wandb/offline-run-20260101_100000-abc"_s,
                                     u"wandb/run-20260101_100000-my-own-id"_s}));
        const RunLocation place = placeOf(u"wandb/offline-run-20260101_100000-abc"_s);
        QCOMPARE(place.path, m_folder->filePath(u"wandb"_s));
        QCOMPARE(namesOf(place), QStringList({u"offline-run-20260101_100000-abc/run-abc.wandb"_s,
                                              u"run-20260102_100000-abc/run-abc.wandb"_s,
                                              u"run-20260102_100000-abc/files/config.yaml"_s}));
        QVERIFY(!findRun(m_folder->path(), u"wandb/run-20260102_100000-abc"_s, m_formats));
    }

    void nobodyElseLooksIntoARunDirectory()
    {
        addLog(u"wandb/run-20260101_100000-abc/run-abc.wandb"_s);
        for (const QString &part : {u"files"_s, u"logs"_s, u"tmp/code"_s, u"files/train"_s})
            addFile(u"wandb/run-20260101_100000-abc/"_s + part + u"/events.out.tfevents.1"_s);
        addFile(u"logs/events.out.tfevents.1"_s);
        QCOMPARE(ids(), QStringList({u"logs"_s, u"wandb/run-20260101_100000-abc"_s}));
        // Nor where the directory is the root, or a link to one.
        const QString directory = m_folder->filePath(u"wandb/run-20260101_100000-abc"_s);
        QCOMPARE(idsIn(directory), QStringList{u"."_s});
        QTemporaryDir elsewhere;
        QVERIFY(QFile::link(directory, elsewhere.filePath(u"best"_s)));
        QVERIFY(QFile::link(directory, elsewhere.filePath(u"run-20260101_100000-abc"_s)));
        QCOMPARE(idsIn(elsewhere.path()).size(), 1);
    }

    void aRunIsFoundFromWhereverItIsLookedFor()
    {
        addLog(u"wandb/run-20260101_100000-abc/run-abc.wandb"_s);
        addLog(u"wandb/run-20260101_110000-abc/run-abc.wandb"_s);
        addLog(u"copies/best.wandb"_s);
        addLog(u"copies/other.wandb"_s);
        addLog(u".wandb/run-20260101_100000-hid/run-hid.wandb"_s);
        const QStringList all = ids();
        QCOMPARE(all, QStringList({u".wandb/run-20260101_100000-hid"_s, u"copies/best.wandb"_s,
                                   u"copies/other.wandb"_s, u"wandb/run-20260101_100000-abc"_s}));
        const auto found = findRuns(m_folder->path(), m_formats, m_cancelled);
        for (const FoundRun &run : found->runs) {
            const RunLocation place = placeOf(run.place.id);
            QCOMPARE(place.path, run.place.path);
            QCOMPARE(namesOf(place), namesOf(run.place));
        }
        QCOMPARE(idsIn(m_folder->filePath(u"wandb"_s)), QStringList{u"run-20260101_100000-abc"_s});
        QCOMPARE(idsIn(m_folder->filePath(u"wandb/run-20260101_110000-abc"_s)),
                 QStringList{u"."_s});
    }

    void aFolderThatIsOnlyNamedSoIsNoRun()
    {
        addFile(u"wandb/run-20260101_100000-abc/events.out.tfevents.1"_s);
        addFile(u"wandb/run-2026-abc/run-abc.txt"_s);
        QCOMPARE(ids(), QStringList{u"wandb/run-20260101_100000-abc"_s}); // TensorBoard's
    }

    void theLogMayBeGone()
    {
        addFile(u"wandb/run-20260101_100000-abc/files/wandb-summary.json"_s, "{\"loss\": 1}");
        QCOMPARE(ids(), QStringList{u"wandb/run-20260101_100000-abc"_s});
        FolderIndex index(m_folder->path(), m_pool);
        QVERIFY(index.refresh(m_clock.now()));
        QCOMPARE(index.runs(m_clock.now())[0].summary, QVariantMap({{u"loss"_s, 1}}));
    }

    void theIndexFollowsARunThatIsResumed()
    {
        addLog(u"wandb/run-20260101_100000-abc/run-abc.wandb"_s, 0);
        FolderIndex index(m_folder->path(), m_pool);
        const auto before = index.refresh(m_clock.now());
        QVERIFY(before);
        QCOMPARE(*index.refresh(m_clock.now()), *before);
        const RunId id(u"wandb/run-20260101_100000-abc"_s);
        QCOMPARE((*index.series(id, u"loss"_s))->size(), 1U);
        addLog(u"wandb/run-20260101_110000-abc/run-abc.wandb"_s, 1);
        QCOMPARE((*index.series(id, u"loss"_s))->size(), 2U);
        QVERIFY(*index.refresh(m_clock.now()) != *before);
        QCOMPARE(index.runs(m_clock.now()).size(), 1);
        QCOMPARE(index.runs(m_clock.now())[0].name, u"abc"_s);
        QVERIFY(index.watchPaths(10).contains(m_folder->filePath(u"wandb"_s)));
    }

private:
    void addFile(const QString &name, const QByteArray &bytes = "data")
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void addLog(const QString &name, int step = 0)
    {
        WandbLogFile log;
        log.addRun("abc", 1'700'000'000);
        log.addNumber(step, "loss", "1");
        addFile(name, log.bytes());
    }

    QStringList ids() { return idsIn(m_folder->path()); }
    QStringList idsIn(const QString &root)
    {
        QStringList ids;
        const auto found = findRuns(root, m_formats, m_cancelled);
        for (const FoundRun &run : found->runs)
            ids << run.place.id;
        return ids;
    }

    RunLocation placeOf(const QString &id)
    {
        const auto found = findRun(m_folder->path(), id, m_formats);
        return found ? found->place : RunLocation();
    }

    static QStringList namesOf(const RunLocation &place)
    {
        QStringList names;
        for (const RunFile &file : place.files)
            names << file.name;
        return names;
    }

    const RunFormats m_formats;
    const std::atomic_bool m_cancelled = false;
    QThreadPool m_pool;
    TestClock m_clock;
    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(WandbFormatTest)
#include "test_wandb_format.moc"
