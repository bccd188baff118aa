#include "core/sync/round_lock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;

/// One round of a workspace at a time, whoever runs it.
class RoundLockTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static bool takes(RoundLock &lock)
    {
        const Result<bool> locked = lock.tryLock();
        return locked && *locked;
    }

private slots:
    void oneAtATime()
    {
        RoundLock second(m_folder.path(), u"clearml/prod"_s);
        {
            RoundLock first(m_folder.path(), u"clearml/prod"_s);
            QVERIFY(takes(first));
            QVERIFY(!takes(second));
        }
        QVERIFY(takes(second));
    }

    void workspacesDoNotWaitForEachOther()
    {
        RoundLock first(m_folder.path(), u"clearml/prod"_s);
        RoundLock second(m_folder.path(), u"clearml.prod"_s);
        QVERIFY(takes(first));
        QVERIFY(takes(second));
    }

    void aFolderThatTakesNoFile()
    {
        RoundLock lock(m_folder.filePath(u"none"_s), u"clearml/prod"_s);
        const Result<bool> locked = lock.tryLock();
        QVERIFY(!locked);
        QCOMPARE(locked.error().code, ErrorCode::Io);
        QVERIFY(locked.error().message.contains(u"none"_s));
    }
};

QTEST_GUILESS_MAIN(RoundLockTest)
#include "test_round_lock.moc"
