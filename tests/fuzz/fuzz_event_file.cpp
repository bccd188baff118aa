// Event files from strangers: whatever the bytes are, reading them ends, and what it finds can be
// asked for.
//
// Checksums would keep a fuzzer out of everything behind them. So the first byte chooses: 0 takes
// the input as the file itself (framing and resynchronisation), anything else frames it as records
// of right checksums (events and tensors), parted at each "\xFE\xFE".

#include "core/services/folders/masked_crc32c.h"
#include "core/services/folders/tensorboard_run.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <cstddef>
#include <cstdint>

using namespace plotleaf;

namespace {

void appendChecksum(QByteArray &file, QByteArrayView of)
{
    QByteArray checksum(4, Qt::Uninitialized);
    qToLittleEndian<quint32>(maskedCrc32c(of), checksum.data());
    file += checksum;
}

QByteArray framed(QByteArrayView payloads)
{
    QByteArray file;
    while (!payloads.isEmpty()) {
        qsizetype end = payloads.indexOf("\xFE\xFE");
        if (end < 0)
            end = payloads.size();
        const QByteArrayView payload = payloads.first(end);
        QByteArray length(8, Qt::Uninitialized);
        qToLittleEndian<quint64>(static_cast<quint64>(end), length.data());
        file += length;
        appendChecksum(file, length);
        file.append(payload.data(), payload.size());
        appendChecksum(file, payload);
        payloads = payloads.sliced(std::min(end + 2, payloads.size()));
    }
    return file;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    static const QTemporaryDir folder;
    const QByteArrayView input(reinterpret_cast<const char *>(data + 1),
                               static_cast<qsizetype>(size - 1));
    QFile file(folder.filePath(QStringLiteral("events.out.tfevents.1")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return 0;
    file.write(data[0] == 0 ? input.toByteArray() : framed(input));
    file.close();

    TensorboardRun run(folder.path());
    const std::atomic_bool cancelled = false;
    if (!run.update(cancelled))
        return 0;
    const Run description = run.description(QDateTime::fromSecsSinceEpoch(1'700'000'000));
    for (const QString &metric : description.metrics)
        (void)run.series(metric);
    for (const QString &key : description.media)
        (void)run.media(key);
    for (const QString &key : description.histograms)
        (void)run.histograms(key);
    return 0;
}
