#include "core/services/folders/event_file_writer.h"
#include "core/services/folders/folder_index.h"
#include "core/services/folders/folder_source.h"

#include "support/test_clock.h"
#include "support/unprivileged.h"
#include "support/wait.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace plotleaf;
using namespace Qt::StringLiterals;
using plotleaf::test::await;
using plotleaf::test::hangMs;

namespace {

/// Holds whoever asks for the time until it is released.
class HeldClock final : public Clock
{
public:
    QDateTime now() const override
    {
        m_asked.release();
        m_gate.acquire();
        m_gate.release();
        return QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
    }
    void waitUntilAsked() const { m_asked.acquire(); }
    void release() const { m_gate.release(); }

private:
    mutable QSemaphore m_asked;
    mutable QSemaphore m_gate;
};

} // namespace

/// What happens to files while they are followed.
class FolderChangesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        // So that a process without privileges gets in.
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::permissions(m_folder->path()) |
                                                            QFile::ReadGroup | QFile::ExeGroup |
                                                            QFile::ReadOther | QFile::ExeOther));
        m_source = std::make_unique<FolderSource>(u"folder:x"_s, m_folder->path(), m_clock);
    }

    void cleanup()
    {
        m_source.reset();
        m_folder.reset();
    }

    void aTruncatedFileIsReadAnew()
    {
        const QString file = write(u"run"_s, {1, 2, 3, 4});
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{1, 2, 3, 4}));
        QVERIFY(QFile::resize(file, QFileInfo(file).size() / 2));
        const std::vector<double> left = lossOf(u"run"_s);
        QVERIFY(!left.empty() && left.size() < 4);
        QCOMPARE(left.front(), 1.0);
        QVERIFY(QFile::resize(file, 0));
        QVERIFY(lossOf(u"run"_s).empty());
    }

    void aReadingThatIsCancelledIsNoAnswer()
    {
        write(u"run"_s, {1, 2});
        QThreadPool pool;
        FolderIndex index(m_folder->path(), pool);
        QVERIFY(index.refresh(m_clock.now()));
        index.cancel();
        QCOMPARE(index.series(RunId(u"run"_s), u"loss"_s).error().code, ErrorCode::Cancelled);
        QCOMPARE(index.refresh(m_clock.now()).error().code, ErrorCode::Cancelled);
        QCOMPARE(index.runs(m_clock.now()).size(), 1);
    }

    /// Half a path may be that of a whole disk.
    void aSearchThatNobodyWaitsForEnds()
    {
        QFile damaged(write(u"run"_s, {1, 2}));
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.seek(damaged.size() - 1);
        damaged.putChar('x');
        damaged.close();
        HeldClock clock;
        FolderSource source(u"folder:x"_s, m_folder->path(), clock);
        QFuture<Result<QVector<Run>>> other = source.runs();
        QFuture<Result<QVector<Run>>> runs = source.runs();
        clock.waitUntilAsked();
        other.cancel();
        QCoreApplication::processEvents();
        runs.cancel();
        QCoreApplication::processEvents();
        clock.release();
        QTRY_VERIFY_WITH_TIMEOUT(other.isFinished() && runs.isFinished(), hangMs);
        QCOMPARE(source.warnings(), QStringList());

        // Who asks from now on has an answer, and who still waits keeps the search going.
        QFuture<Result<QVector<Run>>> left = source.runs();
        QFuture<Result<QVector<Run>>> stays = source.runs();
        left.cancel();
        QCOMPARE(await(stays)->size(), 1);
        QCOMPARE(source.warnings().size(), 1);
    }

    void followersKeepASearchGoing()
    {
        write(u"run"_s, {1, 2});
        HeldClock clock;
        FolderSource source(u"folder:x"_s, m_folder->path(), clock);
        source.setFollowed(true);
        clock.waitUntilAsked();
        QFuture<Result<QVector<Run>>> runs = source.runs();
        source.setFollowed(false);
        source.setFollowed(true);
        clock.release();
        QCOMPARE(await(runs)->size(), 1);
        source.setFollowed(false);
    }

    void aLargerFileOfTheSameNameIsAnotherOne()
    {
        const QString file = write(u"run"_s, {1, 2});
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{1, 2}));
        const QString other = write(u"elsewhere"_s, {7, 8, 9});
        QVERIFY(QFileInfo(other).size() > QFileInfo(file).size());
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(other, file));
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{7, 8, 9}));
        QCOMPARE(m_source->warnings(), QStringList());
    }

    void rotationGoesOnInTheNextFile()
    {
        write(u"run"_s, {1, 2});
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{1, 2}));
        m_clock.advance(60'000);
        write(u"run"_s, {3, 4}, 2);
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{1, 2, 3, 4}));
    }

    void anOlderFileThatTurnsUpComesFirst()
    {
        const QString late = write(u"run"_s, {3, 4}, 2);
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{3, 4}));
        const QString early = write(u"elsewhere"_s, {1, 2});
        QVERIFY(
            QFile::rename(early, QFileInfo(late).path() + u"/events.out.tfevents.0000000001"_s));
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{1, 2, 3, 4}));
    }

    void aDeletedRunIsGoneAndTheOthersStay()
    {
        write(u"a"_s, {1});
        write(u"b"_s, {2});
        QCOMPARE(idsOf(), QStringList({u"a"_s, u"b"_s}));
        QSignalSpy changed(m_source.get(), &FolderSource::changed);
        m_source->setFollowed(true);
        QVERIFY(QDir(m_folder->filePath(u"a"_s)).removeRecursively());
        QVERIFY(!changed.isEmpty() || changed.wait(hangMs));
        QCOMPARE(idsOf(), QStringList(u"b"_s));
        const auto gone = await(m_source->series(RunId(u"a"_s), u"loss"_s));
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
        m_source->setFollowed(false);
    }

    void aRenamedRunHasItsNewName()
    {
        write(u"before"_s, {1, 2});
        QCOMPARE(idsOf(), QStringList(u"before"_s));
        QVERIFY(QDir(m_folder->path()).rename(u"before"_s, u"after"_s));
        QCOMPARE(idsOf(), QStringList(u"after"_s));
        QCOMPARE(lossOf(u"after"_s), (std::vector<double>{1, 2}));
    }

    void aFolderThatGoesAndComesBackIsTold()
    {
        write(u"run"_s, {1});
        QCOMPARE(idsOf(), QStringList(u"run"_s));
        QSignalSpy changed(m_source.get(), &FolderSource::changed);
        m_source->setFollowed(true);
        const QString aside = m_folder->path() + u"-aside"_s;
        QVERIFY(QDir().rename(m_folder->path(), aside));
        QVERIFY(!changed.isEmpty() || changed.wait(hangMs));
        QCOMPARE(await(m_source->runs()).error().code, ErrorCode::NotFound);
        changed.clear();
        QVERIFY(QDir().rename(aside, m_folder->path()));
        QVERIFY(!changed.isEmpty() || changed.wait(hangMs));
        QCOMPARE(idsOf(), QStringList(u"run"_s));
        m_source->setFollowed(false);
    }

    void aFileThatMayNotBeReadIsAWarningAndTheOthersAreRead()
    {
        const QString secret = write(u"secret"_s, {1});
        write(u"open"_s, {2});
        QVERIFY(QFile::setPermissions(secret, {}));
        const test::Unprivileged unprivileged;
        QCOMPARE(idsOf(), QStringList({u"open"_s, u"secret"_s}));
        QCOMPARE(lossOf(u"open"_s), (std::vector<double>{2}));
        QCOMPARE(m_source->warnings().size(), 1);
        QVERIFY(m_source->warnings().first().contains(secret));
        const auto refused = await(m_source->series(RunId(u"secret"_s), u"loss"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Io);
    }

    void aWarningIsAChange()
    {
        write(u"run"_s, {1});
        const QString empty = m_folder->filePath(u"empty"_s);
        QVERIFY(QDir().mkpath(empty));
        QThreadPool pool;
        FolderIndex index(m_folder->path(), pool);
        const auto seen = [&] {
            const test::Unprivileged unprivileged;
            return *index.refresh(m_clock.now());
        };
        const quint64 before = seen();
        QCOMPARE(seen(), before);
        const QFile::Permissions usual = QFile::permissions(empty);
        QVERIFY(QFile::setPermissions(empty, {}));
        QVERIFY(seen() != before);
        QCOMPARE(index.warnings().size(), 1);
        QVERIFY(QFile::setPermissions(empty, usual));
        QCOMPARE(seen(), before);
    }

    void whatWasReadStaysWhenAFileMayNotBeReadAnyMore()
    {
        const QString file = write(u"run"_s, {1, 2});
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{1, 2}));
        append(file);
        QVERIFY(QFile::setPermissions(file, {}));
        const test::Unprivileged unprivileged;
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{1, 2}));
        QCOMPARE(idsOf(), QStringList(u"run"_s));
        QCOMPARE(m_source->warnings().size(), 1);
    }

    void aFolderThatMayNotBeReadIsAnError()
    {
        write(u"run"_s, {1});
        QVERIFY(QFile::setPermissions(m_folder->path(), {}));
        {
            const test::Unprivileged unprivileged;
            const auto runs = await(m_source->runs());
            QVERIFY(!runs);
            QCOMPARE(runs.error().code, ErrorCode::NotAllowed);
        }
        QVERIFY(QFile::setPermissions(m_folder->path(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void whatIsNoFileIsNotOpened()
    {
        write(u"run"_s, {1});
        // Opening a pipe that nobody writes to would never end.
        const QString pipe = m_folder->filePath(u"run/events.out.tfevents.9.pipe"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(QFile::link(pipe, m_folder->filePath(u"run/events.out.tfevents.9.link"_s)));
        QVERIFY(QFile::link(m_folder->filePath(u"nowhere"_s),
                            m_folder->filePath(u"run/events.out.tfevents.8.dangling"_s)));
        QVERIFY(QDir(m_folder->path()).mkpath(u"run/events.out.tfevents.7.folder"_s));
        QCOMPARE(idsOf(), QStringList(u"run"_s));
        QCOMPARE(lossOf(u"run"_s), (std::vector<double>{1}));
        QCOMPARE(m_source->warnings(), QStringList());
    }

    void tenThousandFiles()
    {
        QFile pattern(write(u"pattern"_s, {1, 2}));
        QVERIFY(pattern.open(QIODevice::ReadOnly));
        const QByteArray bytes = pattern.readAll();
        for (int run = 0; run < 500; ++run) {
            const QString folder = m_folder->filePath(u"many/%1"_s.arg(run));
            QVERIFY(QDir().mkpath(folder));
            for (int part = 0; part < 20; ++part) {
                QFile copy(folder +
                           u"/events.out.tfevents.%1"_s.arg(part, 10, 10, QLatin1Char('0')));
                QVERIFY(copy.open(QIODevice::WriteOnly));
                QCOMPARE(copy.write(bytes), bytes.size());
            }
        }
        const auto runs = await(m_source->runs());
        QVERIFY(runs);
        QCOMPARE(runs->size(), 501);
        QCOMPARE(runs->at(2).name, u"many/2"_s);
        QCOMPARE(lossOf(u"many/499"_s), (std::vector<double>{1, 2}));
        m_source->setFollowed(true);
        QCOMPARE(await(m_source->runs())->size(), 501);
        m_source->setFollowed(false);
    }

private:
    /// Values from `firstStep` on; the path of the file.
    QString write(const QString &run, const std::vector<double> &loss, int firstStep = 0)
    {
        m_clock.advance(1000);
        auto writer = EventFileWriter::create(m_folder->filePath(run), m_clock);
        if (!writer)
            qFatal("no writer");
        for (size_t i = 0; i < loss.size(); ++i) {
            if (!(*writer)->addScalar(u"loss"_s, firstStep + qint64(i), loss[i]))
                qFatal("cannot write");
        }
        return (*writer)->path();
    }

    static void append(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write("more"), 4);
    }

    QStringList idsOf()
    {
        const auto runs = await(m_source->runs());
        QStringList ids;
        if (runs) {
            for (const Run &run : *runs)
                ids << run.id.toString();
        }
        return ids;
    }

    std::vector<double> lossOf(const QString &run)
    {
        (void)await(m_source->runs());
        const auto series = await(m_source->series(RunId(run), u"loss"_s));
        return series ? (*series)->value : std::vector<double>();
    }

    test::TestClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FolderSource> m_source;
};

QTEST_GUILESS_MAIN(FolderChangesTest)
#include "test_folder_changes.moc"
