#include "core/services/folders/event_file_reader.h"
#include "core/services/folders/event_file_writer.h"
#include "core/services/folders/masked_crc32c.h"

#include "support/test_clock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

struct Record
{
    qint64 offset = 0; ///< of the payload
    QByteArray payload;

    qint64 begin() const { return offset - 12; }
    qint64 end() const { return offset + payload.size() + 4; }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read the file");
    return file.readAll();
}

void overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the file");
}

QVector<Record> recordsOf(EventFileReader &reader)
{
    QVector<Record> records;
    const std::atomic_bool cancelled = false;
    const auto read = reader.readNew(
        [&](QByteArrayView payload, qint64 offset) {
            records.append({offset, payload.toByteArray()});
        },
        cancelled);
    if (!read)
        qFatal("cannot read the records");
    return records;
}

QVector<Record> recordsOf(const QString &path)
{
    EventFileReader reader(path);
    return recordsOf(reader);
}

QVector<QByteArray> payloads(const QVector<Record> &records)
{
    QVector<QByteArray> list;
    for (const Record &record : records)
        list.append(record.payload);
    return list;
}

} // namespace

class EventFileReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void checksumIsThatOfTheStandard();
    void readsBackWhatOurWriterWrote();
    void readsOnlyWhatIsNew();
    void truncatedAnywhereKeepsAllBefore();
    void truncatedAnywhereThenContinuedKeepsAllBehind();
    void oneDamagedByteCostsOneRecord();
    void aRemovedStretchCostsTheRecordsItTouches();
    void garbageIsPassedOver();
    void aShorterFileIsAnother();
    void aRecordIsReadAgainByItsPlace();
    void saysWhatIsWrongWithTheFile();
    void survivesAFileOfHostileHeaders();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    test::TestClock m_clock;
    QString m_original; ///< a small file from our writer
    QByteArray m_content;
    QVector<Record> m_records;
};

void EventFileReaderTest::initTestCase()
{
    auto writer = EventFileWriter::create(path(u"written"_s), m_clock);
    QVERIFY(writer);
    QVERIFY((*writer)->addScalar(u"loss"_s, 0, 1.5));
    QVERIFY((*writer)->addText(u"notes"_s, 1, u"some text"_s));
    QVERIFY((*writer)->addScalar(u"loss"_s, 2, 0.5));
    m_original = (*writer)->path();
    m_content = contentOf(m_original);
    m_records = recordsOf(m_original);
    QCOMPARE(m_records.size(), 4); // the version, then the three
}

void EventFileReaderTest::checksumIsThatOfTheStandard()
{
    // RFC 3720, B.4: 32 bytes of zeros and of ones; then masked as TensorFlow does.
    const auto masked = [](quint32 crc) { return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U; };
    QCOMPARE(maskedCrc32c(QByteArray(32, '\0')), masked(0x8A9136AAU));
    QCOMPARE(maskedCrc32c(QByteArray(32, '\xFF')), masked(0x62A8AB43U));
    QCOMPARE(maskedCrc32c(QByteArrayView("123456789")), masked(0xE3069283U));
}

void EventFileReaderTest::readsBackWhatOurWriterWrote()
{
    QCOMPARE(m_records.first().begin(), 0);
    for (qsizetype i = 1; i < m_records.size(); ++i)
        QCOMPARE(m_records[i].begin(), m_records[i - 1].end());
    QCOMPARE(m_records.last().end(), m_content.size());
    QVERIFY(m_records[2].payload.contains("some text"));
}

void EventFileReaderTest::readsOnlyWhatIsNew()
{
    const QString growing = path(u"growing"_s);
    overwrite(growing, {});
    EventFileReader reader(growing);
    QCOMPARE(recordsOf(reader).size(), 0);
    QVector<QByteArray> all;
    for (qsizetype size = 1; size <= m_content.size(); ++size) {
        overwrite(growing, m_content.first(size));
        const QVector<QByteArray> fresh = payloads(recordsOf(reader));
        const bool ends = std::any_of(m_records.begin(), m_records.end(),
                                      [&](const Record &record) { return record.end() == size; });
        QCOMPARE(fresh.size(), ends ? 1 : 0);
        all += fresh;
    }
    QCOMPARE(all, payloads(m_records));
    QCOMPARE(reader.damagedRecords(), 0);
}

void EventFileReaderTest::truncatedAnywhereKeepsAllBefore()
{
    const QString cut = path(u"cut"_s);
    for (qsizetype size = 0; size < m_content.size(); ++size) {
        overwrite(cut, m_content.first(size));
        QVector<QByteArray> expected;
        for (const Record &record : m_records) {
            if (record.end() <= size)
                expected.append(record.payload);
        }
        QCOMPARE(payloads(recordsOf(cut)), expected);
    }
}

void EventFileReaderTest::truncatedAnywhereThenContinuedKeepsAllBehind()
{
    const QString continued = path(u"continued"_s);
    for (qsizetype size = 0; size < m_content.size(); ++size) {
        overwrite(continued, m_content.first(size) + m_content);
        QVector<QByteArray> expected;
        bool onBoundary = size == 0;
        for (const Record &record : m_records) {
            if (record.end() <= size)
                expected.append(record.payload);
            onBoundary = onBoundary || record.end() == size;
        }
        EventFileReader reader(continued);
        QCOMPARE(payloads(recordsOf(reader)), expected + payloads(m_records));
        QCOMPARE(reader.damagedRecords(), onBoundary ? 0 : 1);
    }
}

void EventFileReaderTest::oneDamagedByteCostsOneRecord()
{
    const QString damaged = path(u"damaged"_s);
    for (qsizetype at = 0; at < m_content.size(); ++at) {
        QByteArray content = m_content;
        content[at] = static_cast<char>(content[at] ^ 0x10);
        overwrite(damaged, content);
        QVector<QByteArray> expected;
        for (const Record &record : m_records) {
            if (at < record.begin() || at >= record.end())
                expected.append(record.payload);
        }
        EventFileReader reader(damaged);
        QCOMPARE(payloads(recordsOf(reader)), expected);
        QCOMPARE(reader.damagedRecords(), 1);
    }
}

void EventFileReaderTest::aRemovedStretchCostsTheRecordsItTouches()
{
    const QString torn = path(u"torn"_s);
    constexpr qsizetype length = 7;
    for (qsizetype at = 0; at + length <= m_content.size(); ++at) {
        QByteArray content = m_content;
        content.remove(at, length);
        overwrite(torn, content);
        QVector<QByteArray> expected;
        for (const Record &record : m_records) {
            if (at + length <= record.begin() || at >= record.end())
                expected.append(record.payload);
        }
        QCOMPARE(payloads(recordsOf(torn)), expected);
    }
}

void EventFileReaderTest::garbageIsPassedOver()
{
    const QString garbage = path(u"garbage"_s);
    const QByteArray noise = QByteArray::fromHex("00ff13").repeated(700'000); // more than a buffer
    overwrite(garbage, m_content + noise + m_content + noise);
    EventFileReader reader(garbage);
    QCOMPARE(payloads(recordsOf(reader)), payloads(m_records) + payloads(m_records));
    QCOMPARE(reader.damagedRecords(), 2);
}

void EventFileReaderTest::aShorterFileIsAnother()
{
    const QString replaced = path(u"replaced"_s);
    overwrite(replaced, m_content);
    EventFileReader reader(replaced);
    recordsOf(reader);
    overwrite(replaced, m_content.first(30));
    const std::atomic_bool cancelled = false;
    const auto read = reader.readNew([](QByteArrayView, qint64) {}, cancelled);
    QCOMPARE(read.error().code, ErrorCode::Damaged);
}

void EventFileReaderTest::aRecordIsReadAgainByItsPlace()
{
    const Record &record = m_records[2];
    const auto again = EventFileReader::payloadAt(m_original, record.offset, record.payload.size());
    QVERIFY(again);
    QCOMPARE(*again, record.payload);
    const auto wrong =
        EventFileReader::payloadAt(m_original, record.offset + 1, record.payload.size());
    QCOMPARE(wrong.error().code, ErrorCode::Damaged);
    const auto behind = EventFileReader::payloadAt(m_original, m_content.size(), 10);
    QCOMPARE(behind.error().code, ErrorCode::Damaged);
}

void EventFileReaderTest::saysWhatIsWrongWithTheFile()
{
    const std::atomic_bool cancelled = false;
    EventFileReader missing(path(u"missing"_s));
    QCOMPARE(missing.readNew([](QByteArrayView, qint64) {}, cancelled).error().code,
             ErrorCode::NotFound);
    EventFileReader folder(m_folder.path());
    QCOMPARE(folder.readNew([](QByteArrayView, qint64) {}, cancelled).error().code, ErrorCode::Io);
    QCOMPARE(EventFileReader::payloadAt(path(u"missing"_s), 0, 1).error().code,
             ErrorCode::NotFound);
}

void EventFileReaderTest::survivesAFileOfHostileHeaders()
{
    // Every twelve bytes a right header that claims the rest of the file as its payload: verified
    // naively, this would take the square of its size.
    QByteArray content;
    constexpr int headers = 200'000;
    for (int i = 0; i < headers; ++i) {
        const auto length = static_cast<quint64>(headers - i - 2) * 12;
        QByteArray header(8, Qt::Uninitialized);
        qToLittleEndian<quint64>(length, header.data());
        QByteArray checksum(4, Qt::Uninitialized);
        qToLittleEndian<quint32>(maskedCrc32c(header), checksum.data());
        content += header + checksum;
    }
    const QString hostile = path(u"hostile"_s);
    overwrite(hostile, content);
    EventFileReader reader(hostile);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(recordsOf(reader).size(), 0);
    QVERIFY2(timer.elapsed() < 20'000, "reading takes the square of the size");
    QVERIFY(reader.damagedRecords() > 0);
}

QTEST_GUILESS_MAIN(EventFileReaderTest)
#include "test_event_file_reader.moc"
