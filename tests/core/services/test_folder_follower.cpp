#include "core/services/folders/folder_follower.h"

#include "support/wait.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;
using plotleaf::test::hangMs;

/// When a folder is looked into again.
class FolderFollowerTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfWhatIsWritten()
    {
        Followed followed(folder());
        write();
        QVERIFY(followed.changes.wait(hangMs));
    }

    /// A look that takes long is not repeated for each line that a run writes.
    void restsWhereLookingIsDear()
    {
        Followed cheap(folder());
        Followed dear(folder());
        dear.follower.lookBegins();
        dear.follower.lookEnds(60'000);
        for (int i = 0; i < 3; ++i) {
            cheap.changes.clear();
            write();
            QVERIFY(cheap.changes.wait(hangMs));
        }
        QCOMPARE(dear.changes.size(), 0);
    }

    void tellsNothingWhileALookGoesOn()
    {
        Followed idle(folder());
        Followed looking(folder());
        looking.follower.lookBegins();
        write();
        QVERIFY(idle.changes.wait(hangMs));
        QCOMPARE(looking.changes.size(), 0);
        // But the look may have been past the place by then.
        looking.follower.lookEnds(0);
        QVERIFY(looking.changes.wait(hangMs));
    }

    void aStoppedOneTellsNothing()
    {
        Followed active(folder());
        Followed stopped(folder());
        stopped.follower.lookBegins();
        stopped.follower.stop();
        stopped.follower.lookEnds(0);
        write();
        QVERIFY(active.changes.wait(hangMs));
        QVERIFY(!stopped.follower.isActive());
        QCOMPARE(stopped.changes.size(), 0);
    }

private:
    struct Followed
    {
        FolderFollower follower;
        QSignalSpy changes{&follower, &FolderFollower::maybeChanged};

        explicit Followed(const QString &path)
        {
            follower.start();
            follower.setPaths({path});
        }
    };

    QString folder() const { return m_folder.path(); }

    void write()
    {
        QFile file(m_folder.filePath(QString::number(++m_written)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    QTemporaryDir m_folder;
    int m_written = 0;
};

QTEST_GUILESS_MAIN(FolderFollowerTest)
#include "test_folder_follower.moc"
