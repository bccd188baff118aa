#include "core/services/folders/run_finder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class RunFinderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }

    void findsRunsAtAnyDepthInNaturalOrder()
    {
        for (const QString &name : {u"run10"_s, u"run2"_s, u"a/b/c"_s})
            addRun(name);
        addRun(u".hidden"_s);
        QVERIFY(QDir(m_folder->path()).mkpath(u"empty"_s));
        QCOMPARE(ids(), QStringList({u"a/b/c"_s, u"run2"_s, u"run10"_s}));
    }

    void theRootItselfMayBeARun()
    {
        addRun(u"."_s);
        addRun(u"validation"_s);
        QCOMPARE(ids(), QStringList({u"."_s, u"validation"_s}));
    }

    void ordersTheFilesOfARun()
    {
        for (const QString &name :
             {u"events.out.tfevents.2.b"_s, u"events.out.tfevents.1.z"_s, u"model.ckpt"_s})
            addFile(name);
        const auto found = findRuns(m_folder->path(), m_formats, m_cancelled);
        QCOMPARE(found->runs.size(), 1);
        QCOMPARE(found->runs[0].place.files.size(), 2);
        QCOMPARE(found->runs[0].place.files[0].name, u"events.out.tfevents.1.z"_s);
        QCOMPARE(found->runs[0].place.files[0].size, 4);
    }

    void oneRunIsFoundByItsId()
    {
        for (const QString &name : {u"."_s, u"a/b"_s})
            addRun(name);
        for (const QString &id : {u"."_s, u"a/b"_s}) {
            const auto found = findRun(m_folder->path(), id, m_formats);
            QVERIFY2(found, qPrintable(id));
            QCOMPARE(found->place.id, id);
            QCOMPARE(found->place.files.size(), 1);
        }
        for (const QString &id :
             {u"a"_s, u"a/b/c"_s, u"missing"_s, QString(u"../"_s + m_folder->path())})
            QVERIFY2(!findRun(m_folder->path(), id, m_formats), qPrintable(id));
    }

    void linksInALoopEnd()
    {
        addRun(u"a/run"_s);
        link(m_folder->path(), u"a/up"_s);
        link(m_folder->filePath(u"a"_s), u"a/run/self"_s);
        QCOMPARE(ids(), QStringList({u"a/run"_s}));
    }

    void aLinkToElsewhereIsFollowedAndATwinCountsOnce()
    {
        QTemporaryDir elsewhere;
        QVERIFY(QDir(elsewhere.path()).mkpath(u"far"_s));
        QFile file(elsewhere.filePath(u"far/events.out.tfevents.1"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        addRun(u"real"_s);
        link(elsewhere.path(), u"linked"_s);
        link(m_folder->filePath(u"real"_s), u"alias"_s);
        QCOMPARE(ids(), QStringList({u"linked/far"_s, u"real"_s}));
    }

    void saysWhenThereIsNoFolder()
    {
        const auto missing = findRuns(m_folder->filePath(u"missing"_s), m_formats, m_cancelled);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(missing.error().message.contains(u"missing"_s));
        addFile(u"events.out.tfevents.1"_s);
        const QString file = m_folder->filePath(u"events.out.tfevents.1"_s);
        QCOMPARE(findRuns(file, m_formats, m_cancelled).error().code, ErrorCode::NotFound);
    }

    void canBeCancelled()
    {
        const std::atomic_bool cancelled = true;
        QCOMPARE(findRuns(m_folder->path(), m_formats, cancelled).error().code,
                 ErrorCode::Cancelled);
    }

    void thousandsOfFilesAreNoMatter()
    {
        for (int i = 0; i < 20'000; ++i)
            addFile(u"checkpoint-%1"_s.arg(i));
        for (int i = 0; i < 500; ++i)
            addRun(u"run%1"_s.arg(i));
        const QStringList found = ids();
        QCOMPARE(found.size(), 500);
        QCOMPARE(found.last(), u"run499"_s);
    }

private:
    void addFile(const QString &name)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("data"), 4);
    }

    void addRun(const QString &name)
    {
        QVERIFY(QDir(m_folder->path()).mkpath(name));
        addFile(name + u"/events.out.tfevents.1"_s);
    }

    void link(const QString &target, const QString &name)
    {
        QVERIFY(QFile::link(target, m_folder->filePath(name)));
    }

    QStringList ids()
    {
        const auto found = findRuns(m_folder->path(), m_formats, m_cancelled);
        QStringList list;
        for (const FoundRun &run : found->runs)
            list.append(run.place.id);
        return list;
    }

    std::optional<QTemporaryDir> m_folder;
    const RunFormats m_formats;
    std::atomic_bool m_cancelled = false;
};

QTEST_GUILESS_MAIN(RunFinderTest)
#include "test_run_finder.moc"
