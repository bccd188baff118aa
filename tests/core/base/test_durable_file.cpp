#include "core/base/durable_file.h"
#include "core/base/fault_injector.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

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
    void aNewFileIsLikeAnyOther();
    void aReplacedFileKeepsItsPermissions_data();
    void aReplacedFileKeepsItsPermissions();
    void aLinkStaysALink();
    void aLinkInALinkedFolderLeadsWhereTheSystemSays();
    void aLinkToNothingIsFollowed();
    void aCircleOfLinksIsAnError();

private:
    static uint modeOf(const QString &path)
    {
        struct stat info = {};
        return stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
    }

    QByteArray content() const { return contentOf(m_path); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
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

void DurableFileTest::aNewFileIsLikeAnyOther()
{
    for (const mode_t mask : {mode_t(022), mode_t(077), mode_t(002)}) {
        const mode_t before = umask(mask);
        const bool written = writeDurably(m_path, "new").isOk();
        umask(before);
        QVERIFY(written);
        QCOMPARE(modeOf(m_path), 0666 & ~mask);
        QVERIFY(QFile::remove(m_path));
    }
}

void DurableFileTest::aReplacedFileKeepsItsPermissions_data()
{
    QTest::addColumn<uint>("mode");
    QTest::newRow("private") << 0600U;
    QTest::newRow("of a group") << 0664U;
    QTest::newRow("a program") << 0755U;
}

void DurableFileTest::aReplacedFileKeepsItsPermissions()
{
    QFETCH(uint, mode);
    QVERIFY(writeDurably(m_path, "old").isOk());
    QCOMPARE(chmod(QFile::encodeName(m_path).constData(), mode), 0);
    QVERIFY(writeDurably(m_path, "new").isOk());
    QCOMPARE(content(), "new"_ba);
    QCOMPARE(modeOf(m_path), mode);
}

void DurableFileTest::aLinkStaysALink()
{
    const QString folder = m_folder->path() + u"/elsewhere";
    QVERIFY(QDir().mkpath(folder));
    const QString target = folder + u"/report.md";
    QVERIFY(writeDurably(target, "old").isOk());
    // To a link beside it, which says its target relative to itself.
    QVERIFY(QFile::link(u"elsewhere/report.md"_s, m_folder->path() + u"/middle"));
    QVERIFY(QFile::link(m_folder->path() + u"/middle", m_path));
    QVERIFY(writeDurably(m_path, "new").isOk());
    QVERIFY(QFileInfo(m_path).isSymbolicLink());
    QVERIFY(QFileInfo(m_folder->path() + u"/middle").isSymbolicLink());
    QVERIFY(!QFileInfo(target).isSymbolicLink());
    QCOMPARE(content(), "new"_ba);
    QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{u"report.md"_s});
}

void DurableFileTest::aLinkInALinkedFolderLeadsWhereTheSystemSays()
{
    const QString there = m_folder->path() + u"/disk/team";
    QVERIFY(QDir().mkpath(there + u"/exports"));
    QVERIFY(writeDurably(there + u"/report.md", "old").isOk());
    QVERIFY(writeDurably(m_folder->path() + u"/report.md", "another").isOk());
    QVERIFY(QFile::link(u"../report.md"_s, there + u"/exports/report.md"));
    // From here its `..` is not the folder that the text of the path says.
    QVERIFY(QFile::link(there + u"/exports", m_folder->path() + u"/exports"));
    QVERIFY(writeDurably(m_folder->path() + u"/exports/report.md", "new").isOk());
    QCOMPARE(contentOf(there + u"/report.md"), "new"_ba);
    QCOMPARE(contentOf(m_folder->path() + u"/report.md"), "another"_ba);
}

void DurableFileTest::aLinkToNothingIsFollowed()
{
    QVERIFY(QFile::link(u"later.md"_s, m_path));
    QVERIFY(writeDurably(m_path, "new").isOk());
    QVERIFY(QFileInfo(m_path).isSymbolicLink());
    QVERIFY(!QFileInfo(m_folder->path() + u"/later.md").isSymbolicLink());
    QCOMPARE(content(), "new"_ba);
}

void DurableFileTest::aCircleOfLinksIsAnError()
{
    QVERIFY(QFile::link(u"other"_s, m_path));
    QVERIFY(QFile::link(QFileInfo(m_path).fileName(), m_folder->path() + u"/other"));
    QCOMPARE(writeDurably(m_path, "new").error().code, ErrorCode::Io);
    QVERIFY(QFileInfo(m_path).isSymbolicLink());
}

QTEST_GUILESS_MAIN(DurableFileTest)
#include "test_durable_file.moc"
