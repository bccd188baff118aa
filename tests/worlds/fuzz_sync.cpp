#include "support/sync_world.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

// plotleaf-fuzz-sync COUNT [SEED [EVENTS]]: so many worlds of tests/support/sync_world.h, from that
// seed on. Prints what goes wrong with the seed that repeats it, and ends with 1 if anything did.

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.value(1, QStringLiteral("100")).toInt();
    const quint32 first = arguments.value(2, QStringLiteral("1")).toUInt();
    const int events = arguments.value(3, QStringLiteral("60")).toInt();
    QElapsedTimer timer;
    timer.start();
    int failed = 0;
    for (quint32 seed = first; seed < first + static_cast<quint32>(count); ++seed) {
        plotleaf::test::SyncWorld world(seed);
        world.live(events);
        const QString problem = world.problemInTheEnd();
        if (problem.isEmpty())
            continue;
        ++failed;
        std::printf("seed %u: %s\n", seed, qPrintable(problem));
        std::fflush(stdout);
    }
    std::printf("%d worlds of %d events in %lld s, %d failed\n", count, events,
                static_cast<long long>(timer.elapsed() / 1000), failed);
    return failed == 0 ? 0 : 1;
}
