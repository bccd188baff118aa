#include "support/sync_world.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace plotleaf;

namespace {

constexpr int worldsByDefault = 6;
constexpr int eventsPerWorld = 60;

quint32 firstWorldSeed()
{
    bool isSet = false;
    const int seed = qEnvironmentVariableIntValue("PLOTLEAF_SEED", &isSet);
    return isSet ? static_cast<quint32>(seed) : QRandomGenerator::global()->generate() % 1'000'000;
}

} // namespace

/// Whatever happens on the way: in the end all agree, no text is missing from the revisions, and
/// nothing is deleted that nobody deleted. plotleaf-fuzz-sync runs as many worlds as one likes.
class SyncWorldsTest : public QObject
{
    Q_OBJECT

private slots:
    void endWell_data();
    void endWell();
};

void SyncWorldsTest::endWell_data()
{
    QTest::addColumn<quint32>("seed");
    const quint32 first = firstWorldSeed();
    for (quint32 seed = first; seed < first + worldsByDefault; ++seed)
        QTest::addRow("PLOTLEAF_SEED=%u", seed) << seed;
}

void SyncWorldsTest::endWell()
{
    QFETCH(quint32, seed);
    test::SyncWorld world(seed);
    world.live(eventsPerWorld);
    const QString problem = world.problemInTheEnd();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_GUILESS_MAIN(SyncWorldsTest)
#include "test_sync_worlds.moc"
