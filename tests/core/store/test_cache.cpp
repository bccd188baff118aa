#include "core/base/fault_injector.h"
#include "core/store/cache.h"
#include "core/store/database.h"
#include "core/store/stored_run_cache.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;

namespace {

/// Bytes that no compression makes smaller.
QByteArray noise(int seed, qsizetype size)
{
    std::mt19937 random(static_cast<quint32>(seed));
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

} // namespace

/// cache.db: what is kept in it, what goes first, and that nothing that happens to its file is a
/// problem.
class CacheTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void givesBackWhatWasKept();
    void knowsAsOfWhen();
    void whatWasNotUsedForLongestGoesFirst();
    void staysBelowItsBound();
    void whatIsTooLargeIsNotKept();
    void isSharedByTwo();
    void anotherVersionIsBegunAnew();
    void damagedFileIsBegunAnew_data();
    void damagedFileIsBegunAnew();
    void damageFoundLaterIsGoneAtTheNextStart();
    void mayBeDeletedWhileOpen();
    void worksWithoutAFolder();
    void mayBeClosedWhileItIsAskedInMemory();
    void worksWithoutMemory();
    void anyFailureOfTheDiskIsSurvived();
    void keepsWhatSourcesOfRunsAnswered();

private:
    std::unique_ptr<Cache> open(qint64 largest = Cache::defaultLargest)
    {
        return Cache::open(m_path, m_clock, largest);
    }
    /// What is in the file: by a cache of its own, so that nothing is still on its way.
    QByteArray found(const QString &key)
    {
        const auto cache = open();
        const auto data = await(cache->find(key));
        return data ? data->bytes : nothing;
    }
    void keep(const QString &key, const QByteArray &bytes, qint64 largest = Cache::defaultLargest)
    {
        m_clock.advance(1000);
        open(largest)->keep(key, {bytes, m_clock.now()});
    }
    std::unique_ptr<Database> database()
    {
        return Database::open(m_path, Database::Access::ReadWrite, nullptr).value();
    }

    const QByteArray nothing = "(nothing)";
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    test::TestClock m_clock;
};

void CacheTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path() + u"/cache.db";
}

void CacheTest::givesBackWhatWasKept()
{
    const QByteArray binary = noise(1, 100'000) + '\0';
    QCOMPARE(found(u"a"_s), nothing);
    {
        const auto cache = open();
        cache->keep(u"a"_s, {"first", m_clock.now()});
        cache->keep(u"a"_s, {"second", m_clock.now()});
        cache->keep(u"empty"_s, {{}, m_clock.now()});
        cache->keep(u"binary"_s, {binary, m_clock.now()});
    }
    QCOMPARE(found(u"a"_s), QByteArray("second"));
    QCOMPARE(found(u"empty"_s), QByteArray());
    QCOMPARE(found(u"binary"_s), binary);
    open()->forget(u"a"_s);
    QCOMPARE(found(u"a"_s), nothing);
    QCOMPARE(found(u"binary"_s), binary);
}

void CacheTest::knowsAsOfWhen()
{
    const QDateTime before = m_clock.now().addMSecs(1000);
    keep(u"a"_s, "bytes");
    m_clock.advance(3'600'000);
    const auto cache = open();
    QCOMPARE(await(cache->find(u"a"_s))->asOf, before);
    // Being read makes it no younger.
    QCOMPARE(await(cache->find(u"a"_s))->asOf, before);
}

void CacheTest::whatWasNotUsedForLongestGoesFirst()
{
    constexpr qsizetype size = 10'000;
    for (int i = 0; i < 9; ++i)
        keep(u"entry %1"_s.arg(i), noise(i, size));
    m_clock.advance(1000);
    QCOMPARE(found(u"entry 0"_s), noise(0, size));
    constexpr qint64 largest = 95'000;
    keep(u"entry 9"_s, noise(9, size), largest);
    QCOMPARE(found(u"entry 1"_s), nothing);
    QCOMPARE(found(u"entry 0"_s), noise(0, size));
    for (int i = 3; i < 10; ++i)
        QCOMPARE(found(u"entry %1"_s.arg(i)), noise(i, size));
}

void CacheTest::staysBelowItsBound()
{
    constexpr qint64 largest = 1'000'000;
    {
        const auto cache = open(largest);
        for (int i = 0; i < 200; ++i) {
            m_clock.advance(1000);
            cache->keep(QString::number(i), {noise(i, 50'000), m_clock.now()});
        }
    }
    QVERIFY(*database()->number(u"SELECT sum(bytes) FROM entries"_s) <= largest);
    QVERIFY(*database()->number(u"SELECT count(*) FROM entries"_s) >= 15);
    QCOMPARE(found(u"199"_s), noise(199, 50'000));
    // Room is used again; what the file costs beyond its entries is small.
    QVERIFY2(QFileInfo(m_path).size() < largest * 3 / 2,
             qPrintable(QString::number(QFileInfo(m_path).size())));
}

void CacheTest::whatIsTooLargeIsNotKept()
{
    keep(u"a"_s, "old", 80'000);
    keep(u"b"_s, "other", 80'000);
    keep(u"a"_s, noise(1, 10'001), 80'000);
    QCOMPARE(found(u"a"_s), nothing); // not the old one, which would be wrong
    QCOMPARE(found(u"b"_s), QByteArray("other"));
    keep(u"a"_s, noise(1, 10'000), 80'000);
    QCOMPARE(found(u"a"_s), noise(1, 10'000));
}

void CacheTest::isSharedByTwo()
{
    const auto one = open();
    const auto two = open();
    for (int i = 0; i < 50; ++i) {
        one->keep(u"one %1"_s.arg(i), {"1", m_clock.now()});
        two->keep(u"two %1"_s.arg(i), {"2", m_clock.now()});
    }
    open()->forget(u"one 0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found(u"one 49"_s), QByteArray("1"), test::hangMs);
    QTRY_COMPARE_WITH_TIMEOUT(found(u"two 49"_s), QByteArray("2"), test::hangMs);
    QCOMPARE(await(one->find(u"two 49"_s))->bytes, QByteArray("2"));
}

void CacheTest::anotherVersionIsBegunAnew()
{
    keep(u"a"_s, "bytes");
    QVERIFY(database()->run(u"PRAGMA user_version = 4711"_s).isOk());
    QCOMPARE(found(u"a"_s), nothing);
    keep(u"a"_s, "bytes");
    QCOMPARE(found(u"a"_s), QByteArray("bytes"));
}

void CacheTest::damagedFileIsBegunAnew_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("letter") << QByteArray("This is a letter, not a database. ").repeated(200);
    QTest::newRow("empty") << QByteArray();
    init();
    keep(u"a"_s, noise(1, 50'000));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray sound = file.readAll();
    QTest::newRow("cut in the header") << sound.left(50);
    QTest::newRow("cut") << sound.left(6000);
    QTest::newRow("noise behind the header") << QByteArray(sound.left(100) + noise(2, 50'000));
}

void CacheTest::damagedFileIsBegunAnew()
{
    QFETCH(QByteArray, content);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    keep(u"a"_s, "bytes");
    // At the latest after the damage has been met once.
    keep(u"a"_s, "bytes");
    QCOMPARE(found(u"a"_s), QByteArray("bytes"));
}

/// The page that holds the entry is damaged, everything that is looked at when opening is sound.
void CacheTest::damageFoundLaterIsGoneAtTheNextStart()
{
    for (int i = 0; i < 50; ++i)
        keep(QString::number(i), noise(i, 20'000));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = 4096LL * 8; at < file.size(); at += 4096) {
        file.seek(at);
        file.write(QByteArray(4096, '\x5a'));
    }
    file.close();
    for (int i = 0; i < 50; ++i) {
        const QByteArray bytes = found(QString::number(i));
        QVERIFY2(bytes == nothing || bytes == noise(i, 20'000), "damaged bytes were handed out");
    }
    keep(u"new"_s, "bytes");
    keep(u"new"_s, "bytes");
    QCOMPARE(found(u"new"_s), QByteArray("bytes"));
}

void CacheTest::mayBeDeletedWhileOpen()
{
    {
        const auto cache = open();
        cache->keep(u"a"_s, {"bytes", m_clock.now()});
        (void)await(cache->find(u"a"_s));
        for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_path + suffix);
        cache->keep(u"b"_s, {"bytes", m_clock.now()});
        (void)await(cache->find(u"b"_s));
    }
    keep(u"c"_s, "bytes");
    QCOMPARE(found(u"c"_s), QByteArray("bytes"));
}

void CacheTest::worksWithoutAFolder()
{
    const auto cache = Cache::open(m_folder->path() + u"/no/such/folder/cache.db"_s, m_clock);
    cache->keep(u"a"_s, {"bytes", m_clock.now()});
    // In memory writer and reader are one thread: what was kept is there.
    QCOMPARE(await(cache->find(u"a"_s))->bytes, QByteArray("bytes"));
}

void CacheTest::mayBeClosedWhileItIsAskedInMemory()
{
    auto cache = Cache::open(m_folder->path() + u"/no/such/folder/cache.db"_s, m_clock);
    cache->keep(u"a"_s, {noise(1, 100'000), m_clock.now()});
    QVector<QFuture<std::optional<CachedData>>> answers;
    for (int i = 0; i < 200; ++i)
        answers.append(cache->find(u"a"_s));
    cache.reset();
    for (const auto &answer : std::as_const(answers))
        QCOMPARE(answer.result()->bytes, noise(1, 100'000));
}

void CacheTest::worksWithoutMemory()
{
    FaultInjector faults;
    faults.failAt(1, true);
    const auto cache = Cache::open(m_path, m_clock, Cache::defaultLargest, &faults);
    cache->keep(u"a"_s, {"bytes", m_clock.now()});
    QVERIFY(!await(cache->find(u"a"_s)));
    cache->forget(u"a"_s);
}

void CacheTest::anyFailureOfTheDiskIsSurvived()
{
    int accesses = 0;
    // The first round, in which nothing fails, tells how many accesses there are.
    for (int access = 0; access <= accesses; ++access) {
        FaultInjector faults;
        faults.failAt(access);
        {
            const auto cache = Cache::open(m_path, m_clock, 100'000, &faults);
            for (int i = 0; i < 12; ++i)
                cache->keep(QString::number(i), {noise(i, 10'000), m_clock.now()});
            const auto data = await(cache->find(u"3"_s));
            QVERIFY(!data || data->bytes == noise(3, 10'000));
        }
        accesses = std::max(accesses, faults.count());
        keep(u"after"_s, "bytes");
        QCOMPARE(found(u"after"_s), QByteArray("bytes"));
    }
    QVERIFY(accesses > 40);
}

void CacheTest::keepsWhatSourcesOfRunsAnswered()
{
    const QDateTime fetched = m_clock.now().addDays(-1);
    {
        StoredRunCache runs(open());
        const auto as = [](const char *bytes) { return [bytes] { return QByteArray(bytes); }; };
        runs.save(u"folder:/runs"_s, u"runs"_s, as("old"), fetched.addDays(-1));
        runs.save(u"folder:/runs"_s, u"runs"_s, as("list"), fetched);
        runs.save(u"folder:/runs"_s, u"runs"_s, as(""), fetched.addDays(1));
        runs.save(u"a"_s, u"bc"_s, as("one"), fetched);
        runs.save(u"ab"_s, u"c"_s, as("two"), fetched);
    }
    StoredRunCache runs(open());
    const auto list = await(runs.load(u"folder:/runs"_s, u"runs"_s));
    QCOMPARE(list->bytes, QByteArray("list"));
    QCOMPARE(list->fetched, fetched);
    QCOMPARE(await(runs.load(u"a"_s, u"bc"_s))->bytes, QByteArray("one"));
    QVERIFY(!await(runs.load(u"folder:/runs"_s, u"series"_s)));
}

QTEST_GUILESS_MAIN(CacheTest)
#include "test_cache.moc"
