#include "core/base/durable_file.h"
#include "core/base/fault_injector.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;

/// A file is replaced whole or not at all.
class DurableFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesAndReplaces();
    void leavesOldOrNewBytesWhateverFails();
    void saysWhyItCannotWrite();

private:
    QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "missing"_ba;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void DurableFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path() + u"/übung 数.bin";
}

void DurableFileTest::writesAndReplaces()
{
    const QByteArray bytes = QByteArray("\0\r\n\xff", 4).repeated(100'000);
    QVERIFY(writeDurably(m_path, "first").isOk());
    QVERIFY(writeDurably(m_path, bytes).isOk());
    QCOMPARE(content(), bytes);
    QVERIFY(writeDurably(m_path, {}).isOk());
    QCOMPARE(content(), QByteArray());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

void DurableFileTest::leavesOldOrNewBytesWhateverFails()
{
    FaultInjector faults;
    bool isDone = false;
    int failures = 0;
    for (int access = 1; !isDone; ++access) {
        QVERIFY(writeDurably(m_path, "old").isOk());
        faults.failAt(access);
        isDone = writeDurably(m_path, "new", &faults).isOk();
        QVERIFY(content() == (isDone ? "new" : "old") || content() == "new");
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
        failures += isDone ? 0 : 1;
    }
    // Open, write, sync, rename, sync of the folder.
    QCOMPARE(failures, 5);
}

void DurableFileTest::saysWhyItCannotWrite()
{
    const auto written = writeDurably(m_folder->path() + u"/no/such/folder/file", "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Io);
    QVERIFY(written.error().message.contains(u"/no/such/folder/file"));
}

QTEST_GUILESS_MAIN(DurableFileTest)
#include "test_durable_file.moc"
