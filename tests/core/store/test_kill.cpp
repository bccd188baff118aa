#include "bench/bench.h"
#include "core/store/library.h"
#include "support/store_operations.h"
#include "support/test_clock.h"
#include "support/typing.h"
#include "support/wait.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace plotleaf;

namespace {

/// At most so much typing may be gone.
constexpr qint64 lostMilliseconds = 1000;
constexpr int killsByDefault = 25;
/// They spend their time waiting, for the next key or for the disk.
constexpr size_t typistsAtOnce = 10;

int killsWanted()
{
    const int wanted = qEnvironmentVariableIntValue("PLOTLEAF_KILLS");
    return wanted > 0 ? wanted : killsByDefault;
}

quint32 typingSeed()
{
    bool isSet = false;
    const int seed = qEnvironmentVariableIntValue("PLOTLEAF_SEED", &isSet);
    return isSet ? static_cast<quint32>(seed) : QRandomGenerator::global()->generate();
}

void startVictim(QProcess &process, const QStringList &arguments)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationDirPath() + u"/store-victim", arguments);
}

/// A process that types into a report of its own until it has typed a random number of characters;
/// then it is killed.
class Typing : public QObject
{
public:
    explicit Typing(quint32 seed) : m_seed(seed)
    {
        std::mt19937 random(seed);
        m_killAfter = std::uniform_int_distribution<int>(1, 150)(random);
        const auto library = Library::open(m_folder.path(), m_clock, m_ids).value();
        m_id = *test::await(library->create({{}, u"Typed"_s, {}, {}, {}}));
        connect(&m_victim, &QProcess::readyReadStandardOutput, this, &Typing::readLines);
        startVictim(m_victim, {u"type"_s, m_folder.path(), m_id.toString(), QString::number(seed)});
    }

    /// Milliseconds of typing that are gone; known after faultAfterKill().
    qint64 lost() const { return m_lost; }

    /// Waits for the kill and says what is wrong with what is left; empty when all is well.
    QString faultAfterKill()
    {
        const bool isDead = QTest::qWaitFor(
            [this] { return m_victim.state() == QProcess::NotRunning; }, test::hangMs);
        if (!isDead || m_typedAt.size() <= m_killAfter)
            return u"the typist did not type: "_s + m_victim.errorString();
        const auto library = Library::open(m_folder.path(), m_clock, m_ids).value();
        const QString saved = test::await(library->report(m_id))->text;
        const QString found = test::await(library->recovered(m_id))->value_or(saved);
        if (found != test::typedText(found.size()))
            return u"not what was typed: "_s + found;
        // The kill may have cut off the last lines, so more may be found than is known to have been
        // typed.
        if (found.size() + 1 >= m_typedAt.size())
            return {};
        m_lost = m_typedAt.last() - m_typedAt.at(found.size() + 1);
        return m_lost <= lostMilliseconds ? QString()
                                          : u"%1 ms lost, seed %2"_s.arg(m_lost).arg(m_seed);
    }

private:
    void readLines()
    {
        while (m_victim.canReadLine())
            m_typedAt.append(m_victim.readLine().split(' ').value(1).trimmed().toLongLong());
        if (m_typedAt.size() > m_killAfter)
            m_victim.kill();
    }

    quint32 m_seed;
    int m_killAfter = 0;
    qint64 m_lost = 0;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    RandomIdSource m_ids;
    ReportId m_id;
    /// When which character was typed, in milliseconds of the typist's clock; the first is no
    /// character.
    QVector<qint64> m_typedAt{0};
    QProcess m_victim;
};

} // namespace

/// The process is killed (SIGKILL) at every step of the save protocol, and at random moments of
/// typing.
class KillTest : public QObject
{
    Q_OBJECT

private slots:
    void stepLeavesOldOrNewState_data();
    void stepLeavesOldOrNewState();
    void typingLosesAtMostASecond();
};

void KillTest::stepLeavesOldOrNewState_data()
{
    QTest::addColumn<QString>("operation");
    const bool isThorough = killsWanted() > killsByDefault;
    for (const test::StoreOperation &operation : test::storeOperations()) {
        const bool isSample =
            QStringList{u"journal"_s, u"save"_s, u"asset"_s}.contains(operation.name);
        if (isThorough || isSample)
            QTest::newRow(qPrintable(operation.name)) << operation.name;
    }
}

void KillTest::stepLeavesOldOrNewState()
{
    QFETCH(QString, operation);
    const QTemporaryDir folder;
    const QString original = folder.path() + u"/original";
    const QString work = folder.path() + u"/work";
    test::makeStoreForOperations(original);
    const QString before = test::storeState(original);
    QStringList states;
    for (int step = 1;; ++step) {
        test::copyStore(original, work);
        QProcess victim;
        startVictim(victim, {u"step"_s, work, operation, QString::number(step)});
        QVERIFY(victim.waitForFinished(test::hangMs));
        const bool survived = victim.readAllStandardOutput().contains("done");
        QCOMPARE(victim.exitStatus(), survived ? QProcess::NormalExit : QProcess::CrashExit);
        states.append(test::storeState(work));
        if (survived)
            break;
    }
    const QString after = states.last();
    QVERIFY(after != before);
    QVERIFY(states.size() > 3);
    for (qsizetype step = 0; step < states.size(); ++step)
        QVERIFY2(states.at(step) == before || states.at(step) == after,
                 qPrintable(u"killed before access %1:\n%2"_s.arg(step + 1).arg(states.at(step))));
}

void KillTest::typingLosesAtMostASecond()
{
    const quint32 seed = typingSeed();
    qInfo("PLOTLEAF_SEED=%u", seed);
    std::mt19937 random(seed);
    std::vector<std::unique_ptr<Typing>> typists;
    bench::Samples lost;
    for (int kill = 0; kill < killsWanted(); ++kill) {
        typists.push_back(std::make_unique<Typing>(static_cast<quint32>(random())));
        if (typists.size() < typistsAtOnce && kill + 1 < killsWanted())
            continue;
        for (const auto &typist : typists) {
            QCOMPARE(typist->faultAfterKill(), QString());
            lost.add(static_cast<double>(typist->lost()));
        }
        typists.clear();
    }
    printRow(u"store: typing lost when killed"_s, lost);
}

QTEST_GUILESS_MAIN(KillTest)
#include "test_kill.moc"
