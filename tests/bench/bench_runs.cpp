#include "bench/bench.h"
#include "core/runs/curve.h"
#include "core/runs/smoothing.h"
#include "core/services/folders/event_file_writer.h"
#include "core/services/folders/masked_crc32c.h"
#include "core/services/folders/run_finder.h"
#include "core/services/folders/tensorboard_run.h"
#include "core/services/folders/wandb_run.h"
#include "support/test_clock.h"
#include "support/wandb_log_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cmath>
#include <cstdlib>
#include <random>

// Runs on disk and the way of a million points to the screen.

using namespace plotleaf;
using namespace plotleaf::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int points = 1'000'000;
constexpr size_t pixels = 1000;
constexpr int wandbSteps = 100'000;

void orDie(const Result<void> &result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().message));
        std::exit(1);
    }
}

Points randomWalk()
{
    std::mt19937 random(1);
    std::normal_distribution<double> step(0, 1);
    Points walk;
    double y = 0;
    for (int i = 0; i < points; ++i)
        walk.append(i, y += step(random));
    return walk;
}

/// How fast event files are read: a million scalars, and how long the next one takes.
void benchReading()
{
    const QTemporaryDir folder;
    const test::TestClock clock;
    auto writer = EventFileWriter::create(folder.path(), clock);
    if (!writer)
        orDie(writer.error());
    for (int i = 0; i < points; ++i)
        orDie((*writer)->addScalar(u"train/loss"_s, i, 1.0 / (i + 1)));
    const double megabytes = static_cast<double>(QFileInfo((*writer)->path()).size()) / 1e6;

    const std::atomic_bool cancelled = false;
    Samples first;
    for (int round = 0; round < 5; ++round) {
        TensorboardRun run(folder.path());
        first.time([&] { orDie(run.update(cancelled)); });
    }
    printRow(u"event file, 1,000,000 scalars: first read"_s, first);
    printValue(u"event file: reading speed"_s, megabytes / (first.quantile(0.5) / 1e3), "MB/s");

    TensorboardRun run(folder.path());
    orDie(run.update(cancelled));
    Samples next;
    for (int i = 0; i < 200; ++i) {
        orDie((*writer)->addScalar(u"train/loss"_s, points + i, 0));
        next.time([&] {
            orDie(run.update(cancelled));
            (void)run.series(u"train/loss"_s);
        });
    }
    printRow(u"event file, 1,000,000 scalars: one more"_s, next);

    const QByteArray block(64 << 20, 'x');
    Samples checksum;
    for (int round = 0; round < 10; ++round)
        checksum.time([&] { (void)maskedCrc32c(block); });
    printValue(u"event file: checksum"_s, 64.0 / (checksum.quantile(0.5) / 1e3), "MiB/s");
}

/// The log of 100,000 steps of ten metrics, as wandb-core writes it: a summary and a row for each.
test::WandbLogFile wandbLog()
{
    constexpr int metrics = 10;
    test::WandbLogFile log;
    log.addRun("bench", 1'700'000'000);
    for (int step = 0; step < wandbSteps; ++step) {
        QByteArrayList items;
        for (int i = 0; i < metrics; ++i)
            items << test::wandbNestedItem({"train/metric_" + QByteArray::number(i)},
                                           QByteArray::number(std::sin(step * 0.001 + i), 'g', 16));
        items << test::wandbNestedItem({"_runtime"}, QByteArray::number(step * 0.25))
              << test::wandbNestedItem({"_step"}, QByteArray::number(step));
        log.addSummary(items);
        log.addRow(step, items);
    }
    return log;
}

/// How fast W&B's logs are read, and how long one more step takes.
void benchWandb()
{
    const QTemporaryDir folder;
    test::WandbLogFile log = wandbLog();
    qsizetype written = log.bytes().size();
    QFile file(folder.filePath(u"run-bench.wandb"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(log.bytes()) != written || !file.flush())
        std::exit(1);
    const std::atomic_bool cancelled = false;
    const auto read = [&](WandbRun &run) {
        orDie(run.update({{u"run-bench.wandb"_s, file.size(), {}}}, cancelled));
    };
    Samples first;
    for (int round = 0; round < 5; ++round) {
        WandbRun run(folder.path());
        first.time([&] { read(run); });
    }
    printRow(u"W&B log, 100,000 steps of 10 metrics: first read"_s, first);
    printValue(u"W&B log: reading speed"_s,
               static_cast<double>(written) / 1e6 / (first.quantile(0.5) / 1e3), "MB/s");

    WandbRun run(folder.path());
    read(run);
    Samples next;
    for (int i = 0; i < 200; ++i) {
        log.addNumber(wandbSteps + i, "train/metric_0", "0.5");
        file.write(log.bytes().sliced(written));
        written = log.bytes().size();
        file.flush();
        next.time([&] {
            read(run);
            (void)run.series(u"train/metric_0"_s);
        });
    }
    printRow(u"W&B log, 100,000 steps of 10 metrics: one more"_s, next);
}

void benchFinding()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 1000; ++i) {
        const QString run = folder.filePath(u"run%1"_s.arg(i));
        QDir().mkpath(run);
        for (int k = 0; k < 100; ++k) {
            QFile file(run + (k ? u"/checkpoint%1"_s.arg(k) : u"/events.out.tfevents.1"_s));
            if (!file.open(QIODevice::WriteOnly))
                std::exit(1);
        }
    }
    const RunFormats formats;
    const std::atomic_bool cancelled = false;
    Samples found;
    for (int round = 0; round < 10; ++round)
        found.time([&] { (void)findRuns(folder.path(), formats, cancelled); });
    printRow(u"run folder, 100,000 files: find 1,000 runs"_s, found);
}

void benchDrawing(const Points &walk)
{
    Samples made;
    for (int round = 0; round < 10; ++round) {
        Points copy = walk;
        made.time([&] { const Curve curve(std::move(copy)); });
    }
    printRow(u"series, 1,000,000 points: index"_s, made);

    const Curve curve(walk);
    Samples whole;
    for (int round = 0; round < 100; ++round)
        whole.time([&] { (void)curve.reduce(pixels); });
    printRow(u"series, 1,000,000 points: reduce to 1,000 pixels"_s, whole);

    std::mt19937 random(2);
    std::uniform_real_distribution<double> logWidth(1, 6);
    std::uniform_real_distribution<double> start(0, points);
    Samples zoomed;
    for (int round = 0; round < 1000; ++round) {
        const double from = start(random);
        const XRange range{from, from + std::pow(10, logWidth(random))};
        zoomed.time([&] { (void)curve.reduce(pixels, range); });
    }
    printRow(u"series, 1,000,000 points: zoom"_s, zoomed);
}

void benchSmoothing(const Points &walk)
{
    struct Kind
    {
        QString name;
        Smoothing smoothing;
    };
    for (const Kind &kind : {Kind{u"exponential"_s, {Smoothing::Type::Exponential, 0.9}},
                             Kind{u"time weighted"_s, {Smoothing::Type::TimeWeighted, 0.9}},
                             Kind{u"average of 1,000"_s, {Smoothing::Type::Average, 1000}},
                             Kind{u"gaussian of 1,000"_s, {Smoothing::Type::Gaussian, 1000}},
                             Kind{u"gaussian of 10"_s, {Smoothing::Type::Gaussian, 10}}}) {
        Samples samples;
        for (int round = 0; round < 5; ++round)
            samples.time([&] { (void)smoothed(walk, kind.smoothing); });
        printRow(u"series, 1,000,000 points: smooth, "_s + kind.name, samples);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Points walk = randomWalk();
    benchDrawing(walk);
    benchSmoothing(walk);
    benchReading();
    benchWandb();
    benchFinding();
    return 0;
}
