// Run folders of W&B from strangers: whatever the bytes are, reading them ends, and what it finds
// can be asked for.
//
// The first byte chooses: 0 takes the input as the log itself (blocks and damage); 1 frames it as
// records of right checksums, parted at each "\xFE\xFE" (records, JSON, console); 2 takes it as
// each of the files beside the log, and as a table and a medium.

#include "core/services/folders/wandb_run.h"
#include "tests/support/wandb_log_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstddef>
#include <cstdint>

using namespace plotleaf;

namespace {

QByteArray framedRecords(QByteArrayView records)
{
    test::WandbLogFile log;
    while (!records.isEmpty()) {
        qsizetype end = records.indexOf("\xFE\xFE");
        if (end < 0)
            end = records.size();
        log.addRecord(records.first(end).toByteArray());
        records = records.sliced(std::min(end + 2, records.size()));
    }
    return log.bytes();
}

/// A log that names a table and an image.
QByteArray logOfFiles()
{
    test::WandbLogFile log;
    log.addRow(0, {test::wandbItem("t", R"({"_type":"table-file","path":"x"})"),
                   test::wandbItem("i", R"({"_type":"image-file","path":"x"})")});
    return log.bytes();
}

qint64 writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) ? file.write(bytes) : 0;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    static const QTemporaryDir folder;
    const QDir directory(folder.path());
    directory.mkpath(QStringLiteral("files"));
    const QByteArrayView input(reinterpret_cast<const char *>(data + 1),
                               static_cast<qsizetype>(size - 1));
    QVector<RunFile> files;
    const auto add = [&](const QString &name, const QByteArray &bytes) {
        files.append({name, writeFile(directory.filePath(name), bytes), {}});
    };
    add(QStringLiteral("run-x.wandb"), data[0] == 0   ? input.toByteArray()
                                       : data[0] == 1 ? framedRecords(input)
                                                      : logOfFiles());
    if (data[0] == 2) {
        for (const QString &name : WandbSideFiles::names())
            add(QStringLiteral("files/") + name, input.toByteArray());
        writeFile(directory.filePath(QStringLiteral("files/x")), input.toByteArray());
    }

    WandbRun run(folder.path());
    const std::atomic_bool cancelled = false;
    if (!run.update(files, cancelled))
        return 0;
    const Run description = run.description(QDateTime::fromSecsSinceEpoch(1'700'000'000));
    for (const QString &metric : description.metrics)
        (void)run.series(metric);
    for (const QString &key : description.media)
        (void)run.media(key, {});
    for (const QString &key : description.histograms)
        (void)run.histograms(key, {});
    for (const QString &key : run.tableKeys())
        (void)run.tables(key, {});
    (void)run.console();
    (void)run.metricDefinitions();
    (void)run.warnings();
    return 0;
}
