#include "core/services/folders/wandb_log_reader.h"

#include "support/wandb_log_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

class WandbLogReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_path = m_folder->filePath(u"run-x.wandb"_s);
    }

    void recordsOfAnyLengthComeBack()
    {
        // Around the ends of blocks, where parts and padding begin.
        const qsizetype block = WandbLogFile::blockSize;
        WandbLogFile log;
        QByteArrayList records;
        std::mt19937 random(7);
        for (const qsizetype size : {qsizetype(0), qsizetype(1), block - 50, block - 7 - 7 - 1,
                                     block - 7, block - 6, 3 * block, qsizetype(5)})
            records << QByteArray(size, static_cast<char>(random()));
        for (int left = 0; left < 20; ++left) {
            const qsizetype used = log.bytes().size() % block;
            records << QByteArray(std::max<qsizetype>(0, block - used - 7 - left), 'a' + left);
        }
        for (const QByteArray &record : records)
            log.addRecord(record);
        write(log.bytes());
        WandbLogReader reader(m_path);
        QCOMPARE(read(reader), records);
        QCOMPARE(reader.damagedRecords(), 0);
        for (qsizetype i = 0; i < records.size(); ++i)
            QCOMPARE(*WandbLogReader::recordAt(m_path, m_offsets[i]), records[i]);
    }

    void aFileThatGrowsByteByByteIsNeverDamaged()
    {
        WandbLogFile log;
        QByteArrayList records;
        for (int i = 0; i < 12; ++i) {
            records << QByteArray(6000 * (i % 3) + i, static_cast<char>('a' + i));
            log.addRecord(records.last());
        }
        WandbLogReader reader(m_path);
        QByteArrayList found;
        for (qsizetype size = 0; size <= log.bytes().size();
             size += size < 40 || size > log.bytes().size() - 40 ? 1 : 13) {
            write(log.bytes().first(size));
            found += read(reader);
            QCOMPARE(reader.damagedRecords(), 0);
        }
        write(log.bytes());
        found += read(reader);
        QCOMPARE(found, records);
    }

    void aDamagedChunkCostsItsRecordOnly()
    {
        WandbLogFile log;
        QList<qsizetype> begins;
        for (int i = 0; i < 10; ++i) {
            begins << log.bytes().size();
            log.addRecord(QByteArray(100, static_cast<char>('a' + i)));
        }
        QByteArray bytes = log.bytes();
        bytes[begins[3] + 50] ^= 1; // payload
        write(bytes);
        WandbLogReader reader(m_path);
        QCOMPARE(read(reader).size(), 9);
        QCOMPARE(reader.damagedRecords(), 1);
    }

    void aDamagedLengthCostsTheBlock()
    {
        WandbLogFile log;
        QByteArrayList records;
        for (int i = 0; i < 1000; ++i) {
            records << QByteArray::number(i).rightJustified(100, '.');
            log.addRecord(records.last());
        }
        QByteArray bytes = log.bytes();
        bytes[7 + 4] = 90; // of the first record: leads into the middle of it
        write(bytes);
        WandbLogReader reader(m_path);
        const QByteArrayList found = read(reader);
        QCOMPARE(reader.damagedRecords(), 1);
        QVERIFY(!found.isEmpty() && found.size() < 1000 - 300 && found.size() > 1000 - 320);
        QCOMPARE(found, records.last(found.size()));
    }

    void aRecordWithoutItsBeginningOrItsEndIsPassedOver()
    {
        WandbLogFile log;
        log.addChunk(3, "middle");
        log.addChunk(4, "last");
        log.addRecord("one");
        log.addChunk(2, "first");
        log.addRecord("two");
        write(log.bytes());
        WandbLogReader reader(m_path);
        QCOMPARE(read(reader), QByteArrayList({"one", "two"}));
        QCOMPARE(reader.damagedRecords(), 2);
    }

    void damageAtTheEndIsLookedAtAgain()
    {
        WandbLogFile log;
        log.addRecord("one");
        const qsizetype begin = log.bytes().size();
        log.addRecord("two");
        QByteArray bytes = log.bytes();
        bytes[begin + 8] ^= 1;
        write(bytes);
        WandbLogReader reader(m_path);
        QCOMPARE(read(reader), QByteArrayList{"one"});
        QCOMPARE(reader.damagedRecords(), 1);
        write(log.bytes()); // a network disk had not yet all of it
        QCOMPARE(read(reader), QByteArrayList{"two"});
        QCOMPARE(reader.damagedRecords(), 0);
    }

    void zerosAreNoDamage()
    {
        WandbLogFile log;
        log.addRecord("one");
        QByteArray bytes = log.bytes();
        bytes.append(WandbLogFile::blockSize - bytes.size(), '\0');
        const QByteArray reserved = bytes;
        WandbLogFile rest;
        rest.addRecord("two");
        bytes += rest.bytes().mid(7);
        write(reserved);
        WandbLogReader reader(m_path);
        QCOMPARE(read(reader), QByteArrayList{"one"});
        write(bytes);
        QCOMPARE(read(reader), QByteArrayList{"two"});
        QCOMPARE(reader.damagedRecords(), 0);
    }

    void aHeaderThatIsNotWandbsCostsTheFirstBlock()
    {
        WandbLogFile log;
        for (int i = 0; i < 400; ++i)
            log.addRecord(QByteArray(100, 'x'));
        QByteArray bytes = log.bytes();
        bytes[0] = '?';
        write(bytes);
        WandbLogReader reader(m_path);
        const qsizetype found = read(reader).size();
        QVERIFY2(found > 80 && found < 110, qPrintable(QString::number(found)));
        QCOMPARE(reader.damagedRecords(), 1);
    }

    void anotherFileIsToldApart()
    {
        WandbLogFile log;
        log.addRecord("one");
        log.addRecord("two");
        write(log.bytes());
        WandbLogReader reader(m_path);
        QCOMPARE(read(reader).size(), 2);
        write(log.bytes().first(20));
        QCOMPARE(reader.readNew([](auto, auto) {}, m_cancelled).error().code, ErrorCode::Damaged);
        WandbLogFile other;
        other.addRecord("three");
        other.addRecord("four");
        other.addRecord("five");
        write(other.bytes());
        QCOMPARE(reader.readNew([](auto, auto) {}, m_cancelled).error().code, ErrorCode::Damaged);
        QVERIFY(QFile::remove(m_path));
        QCOMPARE(reader.readNew([](auto, auto) {}, m_cancelled).error().code, ErrorCode::NotFound);
        QCOMPARE(WandbLogReader::recordAt(m_path, 7).error().code, ErrorCode::NotFound);
    }

    void aPlaceThatHoldsSomethingElseIsRefused()
    {
        WandbLogFile log;
        log.addRecord(QByteArray(40'000, 'x'));
        write(log.bytes());
        QCOMPARE(WandbLogReader::recordAt(m_path, 7)->size(), 40'000);
        QCOMPARE(WandbLogReader::recordAt(m_path, 8).error().code, ErrorCode::Damaged);
        QCOMPARE(WandbLogReader::recordAt(m_path, WandbLogFile::blockSize).error().code,
                 ErrorCode::Damaged); // the last part of it
        write(log.bytes().first(35'000));
        QCOMPARE(WandbLogReader::recordAt(m_path, 7).error().code, ErrorCode::Damaged);
    }

    void aRecordThatIsTooLongIsGivenUp()
    {
        const QByteArray full(WandbLogFile::blockSize - 7, 'x');
        const auto chunk = [&full](int kind) {
            WandbLogFile log;
            log.addChunk(kind, full);
            return log.bytes().mid(7);
        };
        WandbLogFile log;
        log.addRecord(QByteArray(WandbLogFile::blockSize - 14, 'a')); // to the end of the block
        QByteArray bytes = log.bytes() + chunk(2);
        const QByteArray middle = chunk(3);
        for (qint64 size = 0; size <= WandbLogReader::maxRecord; size += full.size())
            bytes += middle;
        WandbLogFile rest;
        rest.addRecord("end");
        bytes += chunk(4) + rest.bytes().mid(7);
        write(bytes);
        WandbLogReader reader(m_path);
        QCOMPARE(read(reader).size(), 2);
        QCOMPARE(reader.damagedRecords(), 1);
        QCOMPARE(WandbLogReader::recordAt(m_path, WandbLogFile::blockSize).error().code,
                 ErrorCode::Damaged);
    }

private:
    void write(const QByteArray &bytes)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    /// What is new; their places in m_offsets.
    QByteArrayList read(WandbLogReader &reader)
    {
        QByteArrayList records;
        m_offsets.clear();
        const auto result = reader.readNew(
            [&](QByteArrayView record, qint64 offset) {
                records << record.toByteArray();
                m_offsets << offset;
            },
            m_cancelled);
        Q_ASSERT(result && *result == records.size());
        return records;
    }

    std::atomic_bool m_cancelled = false;
    std::optional<QTemporaryDir> m_folder;
    QString m_path;
    QList<qint64> m_offsets;
};

QTEST_GUILESS_MAIN(WandbLogReaderTest)
#include "test_wandb_log_reader.moc"
