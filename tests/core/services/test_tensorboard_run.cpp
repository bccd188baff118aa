#include "core/services/folders/event_file_writer.h"
#include "core/services/folders/masked_crc32c.h"
#include "core/services/folders/run_finder.h"
#include "core/services/folders/sample_choice.h"
#include "core/services/folders/tensorboard_format.h"
#include "core/services/folders/tensorboard_run.h"

#include "support/test_clock.h"
#include "support/test_paths.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

QString fixture(const QString &name)
{
    return plotleaf::testData() + u"/tensorboard/"_s + name;
}

QByteArray varint(quint64 number)
{
    QByteArray bytes;
    for (; number > 0x7F; number >>= 7)
        bytes.append(char(number | 0x80));
    return bytes.append(char(number));
}

/// A field of a protobuf message that holds bytes or a message, and one that holds a number.
QByteArray field(int number, const QByteArray &bytes)
{
    return varint(quint64(number) << 3 | 2) + varint(quint64(bytes.size())) + bytes;
}

QByteArray field(int number, int value)
{
    return varint(quint64(number) << 3) + varint(quint64(value));
}

/// A record of an event file: a histogram as TensorFlow 2 writes it, but with a single number that
/// the shape repeats.
QByteArray histogramOfOneNumber(int rows)
{
    const double half = 0.5;
    const QByteArray shape = field(2, field(1, rows)) + field(2, field(1, 3));
    const QByteArray tensor = field(1, 2) + field(2, shape) +
                              field(6, QByteArray(reinterpret_cast<const char *>(&half), 8));
    const QByteArray value =
        field(1, "w"_ba) + field(8, tensor) + field(9, field(1, field(1, "histograms"_ba)));
    const QByteArray event = field(2, rows) + field(5, field(1, value));
    const auto little = [](auto number) {
        QByteArray bytes(sizeof number, 0);
        qToLittleEndian(number, bytes.data());
        return bytes;
    };
    const QByteArray size = little(quint64(event.size()));
    return size + little(maskedCrc32c(size)) + event + little(maskedCrc32c(event));
}

} // namespace

class TensorboardRunTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryNumberType();
    void aRestartDropsLaterSteps();
    void readsTheKerasRunOf2020();
    void readsFilesInOrderOfTheirNames();
    void startsOverWhenAFileIsReplaced();
    void anOldListingIsNoTruncation();
    void countsWhatIsDamaged();
    void readsOurWritersMedia();
    void knowsWhenARunIsOver();
    void thinsOutManySamples();
    void findsAnyStepAmongMany();
    void aFileThatCannotBeReadIsPassedOver();
    void aHistogramIsNoLargerThanItsBytes();

private:
    void update(TensorboardRun &run)
    {
        const auto updated = run.update(m_cancelled);
        QVERIFY2(updated, qPrintable(updated ? QString() : updated.error().message));
    }

    std::atomic_bool m_cancelled = false;
    test::TestClock m_clock;
};

void TensorboardRunTest::readsEveryNumberType()
{
    TensorboardRun run(fixture(u"every-number-type"_s));
    update(run);
    const QStringList metrics = run.description(m_clock.now()).metrics;
    QCOMPARE(metrics.size(), 26);
    for (const QString &metric : metrics) {
        const auto series = run.series(metric);
        QVERIFY(series);
        const double expected = metric.startsWith(u"bool"_s) ? 1 : 96;
        QVERIFY2((*series)->value == std::vector<double>{expected}, qPrintable(metric));
        QCOMPARE((*series)->step, std::vector<double>{7});
    }
}

void TensorboardRunTest::aRestartDropsLaterSteps()
{
    TensorboardRun run(fixture(u"restart"_s));
    update(run);
    const auto loss = run.series(u"loss"_s);
    // The second session began again at 5, the third said that it starts at 6 and wrote from 7 on.
    QCOMPARE((*loss)->step, (std::vector<double>{0, 1, 2, 3, 4, 5, 7, 8}));
    QCOMPARE((*loss)->value, (std::vector<double>{1, 1, 1, 1, 1, 2, 3, 3}));
    // Only the session start can tell that this one, which was not written again, is out of date
    // behind step 5.
    const auto other = run.series(u"only/first"_s);
    QCOMPARE((*other)->step, (std::vector<double>{0, 1, 2, 3, 4, 5}));
}

void TensorboardRunTest::readsTheKerasRunOf2020()
{
    TensorboardRun run(fixture(u"keras"_s));
    update(run);
    const auto accuracy = run.series(u"epoch_val_acc"_s);
    QCOMPARE((*accuracy)->size(), 17U);
    QVERIFY((*accuracy)->value.back() > 0 && (*accuracy)->value.back() <= 1);
    QCOMPARE(run.warnings(), QStringList());
}

void TensorboardRunTest::readsFilesInOrderOfTheirNames()
{
    QTemporaryDir folder;
    auto first = EventFileWriter::create(folder.path(), m_clock);
    m_clock.advance(10'000);
    auto second = EventFileWriter::create(folder.path(), m_clock);
    QVERIFY(first && second);
    QVERIFY((*second)->addScalar(u"loss"_s, 5, 2.0));
    QVERIFY((*first)->addScalar(u"loss"_s, 4, 1.0));
    TensorboardRun run(folder.path());
    update(run);
    QCOMPARE((*run.series(u"loss"_s))->step, (std::vector<double>{4, 5}));
    const quint64 revision = run.revision();
    update(run);
    QCOMPARE(run.revision(), revision);
    QVERIFY((*second)->addScalar(u"loss"_s, 6, 3.0));
    update(run);
    QVERIFY(run.revision() > revision);
    QCOMPARE((*run.series(u"loss"_s))->value, (std::vector<double>{1, 2, 3}));
}

void TensorboardRunTest::startsOverWhenAFileIsReplaced()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"events.out.tfevents.1"_s));
    const auto replaceBy = [&](const QString &other) {
        file.remove();
        QVERIFY(QFile::copy(other, file.fileName()));
    };
    replaceBy(fixture(u"restart/events.out.tfevents.1700000000.a"_s));
    TensorboardRun run(folder.path());
    update(run);
    QCOMPARE((*run.series(u"loss"_s))->size(), 10U);
    replaceBy(fixture(u"restart/events.out.tfevents.1700000100.b"_s));
    update(run);
    QCOMPARE((*run.series(u"loss"_s))->step, (std::vector<double>{5, 6, 7}));
    file.remove();
    update(run);
    QCOMPARE(run.series(u"loss"_s).error().code, ErrorCode::NotFound);
}

void TensorboardRunTest::anOldListingIsNoTruncation()
{
    QTemporaryDir folder;
    auto first = EventFileWriter::create(folder.path(), m_clock);
    QVERIFY((*first)->addScalar(u"loss"_s, 1, 1.0));
    const QVector<RunFile> old = filesOf(TensorboardFormat(), folder.path());
    QVERIFY((*first)->addScalar(u"loss"_s, 2, 2.0));
    m_clock.advance(10'000);
    auto second = EventFileWriter::create(folder.path(), m_clock);
    QVERIFY((*second)->addScalar(u"loss"_s, 3, 3.0));
    TensorboardRun run(folder.path());
    update(run);
    const quint64 revision = run.revision();
    QVERIFY(run.update(old, m_cancelled));
    QCOMPARE((*run.series(u"loss"_s))->step, (std::vector<double>{1, 2, 3}));
    QCOMPARE(run.revision(), revision);
}

void TensorboardRunTest::countsWhatIsDamaged()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"events.out.tfevents.1"_s);
    QVERIFY(QFile::copy(fixture(u"restart/events.out.tfevents.1700000000.a"_s), path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (const qint64 at : {150, 300}) {
        QVERIFY(file.seek(at));
        QCOMPARE(file.write("????"), 4);
    }
    file.close();
    TensorboardRun run(folder.path());
    update(run);
    QCOMPARE(run.warnings(), QStringList(u"events.out.tfevents.1: 2 damaged record(s) skipped"_s));
    QCOMPARE((*run.series(u"loss"_s))->size(), 8U);
}

void TensorboardRunTest::readsOurWritersMedia()
{
    QTemporaryDir folder;
    auto writer = EventFileWriter::create(folder.path(), m_clock);
    QVERIFY(writer);
    HistogramSample histogram;
    histogram.limits = {1, 2, 4};
    histogram.counts = {5, 0, 7};
    histogram.min = 0.5;
    histogram.max = 3.5;
    QVERIFY((*writer)->addHistogram(u"weights"_s, 3, histogram));
    QVERIFY((*writer)->addText(u"notes"_s, 3, u"# Größe"_s));
    QVERIFY((*writer)->addPng(u"picture"_s, 4, "\x89PNG and so on"));
    QVERIFY((*writer)->addHparams({{u"lr"_s, 0.5}, {u"name"_s, u"x"_s}, {u"on"_s, false}}));

    TensorboardRun run(folder.path());
    update(run);
    const auto histograms = run.histograms(u"weights"_s);
    QCOMPARE(histograms->at(0).limits, histogram.limits);
    QCOMPARE(histograms->at(0).counts, histogram.counts);
    QCOMPARE(histograms->at(0).min, 0.5);
    QCOMPARE(histograms->at(0).max, 3.5);
    QCOMPARE(histograms->at(0).step, 3.0);
    const auto notes = run.media(u"notes"_s);
    QCOMPARE(QString::fromUtf8(notes->at(0).bytes), u"# Größe"_s);
    QCOMPARE(notes->at(0).mimeType, u"text/markdown"_s);
    QCOMPARE(run.media(u"picture"_s)->at(0).mimeType, u"image/png"_s);
    QCOMPARE(run.description(m_clock.now()).config,
             QVariantMap({{u"lr"_s, 0.5}, {u"name"_s, u"x"_s}, {u"on"_s, false}}));
    QCOMPARE(run.media(u"weights"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(run.histograms(u"notes"_s).error().code, ErrorCode::NotFound);
}

void TensorboardRunTest::knowsWhenARunIsOver()
{
    QTemporaryDir folder;
    auto writer = EventFileWriter::create(folder.path(), m_clock);
    QVERIFY((*writer)->addScalar(u"loss"_s, 0, 1));
    TensorboardRun run(folder.path());
    const auto state = [&] {
        update(run);
        return run.description(m_clock.now()).state;
    };
    QCOMPARE(state(), RunState::Running);
    // Clocks differ, but not by years.
    QCOMPARE(run.description(m_clock.now().addSecs(-60)).state, RunState::Running);
    QCOMPARE(run.description(m_clock.now().addYears(-1)).state, RunState::Finished);
    m_clock.advance(4 * 60'000);
    QCOMPARE(state(), RunState::Running);
    m_clock.advance(60'000);
    QCOMPARE(state(), RunState::Finished);
    QVERIFY((*writer)->addScalar(u"loss"_s, 1, 1));
    QCOMPARE(state(), RunState::Running);
    QVERIFY((*writer)->addEnd(true));
    QCOMPARE(state(), RunState::Finished);
    QVERIFY((*writer)->addScalar(u"loss"_s, 2, 1));
    QCOMPARE(state(), RunState::Running);
    QVERIFY((*writer)->addEnd(false));
    QCOMPARE(state(), RunState::Failed);
}

void TensorboardRunTest::thinsOutManySamples()
{
    QTemporaryDir folder;
    auto writer = EventFileWriter::create(folder.path(), m_clock);
    constexpr int written = static_cast<int>(maxSamplesRead) * 2;
    for (int step = 0; step < written; ++step)
        QVERIFY((*writer)->addText(u"notes"_s, step, QString::number(step)));
    TensorboardRun run(folder.path());
    update(run);
    const auto notes = run.media(u"notes"_s);
    QCOMPARE(static_cast<size_t>(notes->size()), maxSamplesRead);
    QCOMPARE(notes->first().step, 0.0);
    QCOMPARE(notes->last().step, written - 1.0);
    for (qsizetype i = 1; i < notes->size(); ++i)
        QVERIFY(notes->at(i).step - notes->at(i - 1).step <= 3);
}

void TensorboardRunTest::findsAnyStepAmongMany()
{
    QTemporaryDir folder;
    auto writer = EventFileWriter::create(folder.path(), m_clock);
    constexpr int written = static_cast<int>(maxSamplesRead) * 2;
    for (int step = 0; step < written; ++step) {
        QVERIFY((*writer)->addText(u"notes"_s, 10 * step, QString::number(step)));
        QVERIFY((*writer)->addHistogram(u"w"_s, 10 * step, {0, 0, {1}, {double(step)}, 0, 1}));
    }
    TensorboardRun run(folder.path());
    update(run);
    for (const int step : {0, 1, 2, 3, 1000, 1001, written - 1}) {
        for (const double wanted : {10.0 * step, 10.0 * step + 9}) {
            const auto notes = run.media(u"notes"_s, SampleSteps::atOrBefore(wanted));
            QCOMPARE(notes->size(), 1);
            QCOMPARE(notes->first().bytes, QByteArray::number(step));
            const auto histograms = run.histograms(u"w"_s, SampleSteps::atOrBefore(wanted));
            QCOMPARE(histograms->size(), 1);
            QCOMPARE(histograms->first().counts.front(), double(step));
        }
    }
    QCOMPARE(run.media(u"notes"_s, SampleSteps::last())->first().step, 10.0 * (written - 1));
    QVERIFY(run.media(u"notes"_s, SampleSteps::atOrBefore(-1))->isEmpty());
}

void TensorboardRunTest::aFileThatCannotBeReadIsPassedOver()
{
    QTemporaryDir folder;
    const QString a = fixture(u"restart/events.out.tfevents.1700000000.a"_s);
    const QString b = fixture(u"restart/events.out.tfevents.1700000100.b"_s);
    const QVector<RunFile> files{{QFileInfo(a).fileName(), QFileInfo(a).size(), {}},
                                 {QFileInfo(b).fileName(), QFileInfo(b).size(), {}}};
    QVERIFY(QFile::copy(b, folder.filePath(files[1].name)));
    TensorboardRun run(folder.path());
    const auto read = run.update(files, m_cancelled);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotFound);
    QVERIFY2(read.error().message.contains(files[0].name), qPrintable(read.error().message));
    QCOMPARE((*run.series(u"loss"_s))->step, (std::vector<double>{5, 6, 7}));

    // When it can be, it counts as the earlier one.
    QVERIFY(QFile::copy(a, folder.filePath(files[0].name)));
    QVERIFY(run.update(files, m_cancelled));
    QCOMPARE((*run.series(u"loss"_s))->step, (std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7}));
}

void TensorboardRunTest::aHistogramIsNoLargerThanItsBytes()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"events.out.tfevents.1"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(histogramOfOneNumber(30));
    file.write(histogramOfOneNumber(349'525));
    file.close();
    TensorboardRun run(folder.path());
    update(run);
    QCOMPARE(run.warnings(), QStringList());
    const auto histograms = run.histograms(u"w"_s);
    QVERIFY(histograms);
    QCOMPARE(histograms->size(), 1);
    QCOMPARE(histograms->at(0).counts, std::vector<double>(30, 0.5));
}

QTEST_GUILESS_MAIN(TensorboardRunTest)
#include "test_tensorboard_run.moc"
