#include "support/library_fixture.h"
#include "support/other_language.h"
#include "ui/widgets/notifier.h"
#include "ui/window/demo.h"

#include <QDir>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

class DemoFixture : public LibraryFixture
{
public:
    DemoFixture()
    {
        QObject::connect(&notifier, &Notifier::posted, &notifier,
                         [this](const Notice &notice) { told.append(notice.text); });
        QObject::connect(&demo, &Demo::openRequested, &demo,
                         [this](const ReportId &id) { opened.append(id); });
    }
    bool waitForOpened(int count)
    {
        return QTest::qWaitFor([&] { return opened.size() == count; }, hangMs);
    }
    Report report(const ReportId &id) { return await(library->report(id)).value(); }
    QStringList runs() const
    {
        return QDir(folder.filePath(u"runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

    Notifier notifier;
    Demo demo{*library, clock, notifier};
    QVector<ReportId> opened;
    QStringList told;
};

} // namespace

class TestDemo : public QObject
{
    Q_OBJECT

private slots:
    void firstStartHasTheWelcomeReport();
    void deletedWelcomeIsMadeAnewOnlyWhenAsked();
    void welcomeSpeaksThePersonsLanguage();
    void runsThatAreThereAreLeftAlone();
    void runsThatCannotBeCopiedAreTold();
    void liveRunIsWrittenAndShown();
    void liveTextSpeaksThePersonsLanguage();
};

void TestDemo::firstStartHasTheWelcomeReport()
{
    DemoFixture f;
    f.demo.offerOnce();
    QVERIFY(f.waitForOpened(1));
    const Report welcome = f.report(f.opened.first());
    QCOMPARE(welcome.summary.name, u"Welcome to Plotleaf"_s);
    QVERIFY(!welcome.summary.description.isEmpty());
    QCOMPARE(welcome.summary.tags.size(), 1);
    QVERIFY(welcome.text.contains(u"```panel"_s));
    QCOMPARE(f.runs(), QStringList({u"lr-0.01"_s, u"lr-0.1"_s}));
    // Not at the second start, not even where it was deleted; but it is found again.
    f.demo.offerOnce();
    f.demo.openWelcome();
    QVERIFY(f.waitForOpened(2));
    QCOMPARE(f.opened.last(), f.opened.first());
    QCOMPARE(await(f.library->find({})).value().total, 1);
    QCOMPARE(f.told, QStringList());
}

void TestDemo::deletedWelcomeIsMadeAnewOnlyWhenAsked()
{
    DemoFixture f;
    f.demo.offerOnce();
    QVERIFY(f.waitForOpened(1));
    QVERIFY(await(f.library->setArchived(f.opened.first(), true)));
    QVERIFY(await(f.library->remove(f.opened.first())));
    f.demo.offerOnce();
    QCOMPARE(await(f.library->find({})).value().total, 0);
    f.demo.openWelcome();
    QVERIFY(f.waitForOpened(2));
    QVERIFY(f.opened.last() != f.opened.first());
    QCOMPARE(f.report(f.opened.last()).summary.name, u"Welcome to Plotleaf"_s);
}

void TestDemo::welcomeSpeaksThePersonsLanguage()
{
    DemoFixture f;
    const OtherLanguage german(u"de"_s);
    f.demo.openWelcome();
    QVERIFY(f.waitForOpened(1));
    QCOMPARE(f.report(f.opened.first()).summary.name, u"Willkommen bei Plotleaf"_s);
}

void TestDemo::runsThatAreThereAreLeftAlone()
{
    DemoFixture f;
    QVERIFY(QDir().mkpath(f.folder.filePath(u"runs/mine"_s)));
    QFile file(f.folder.filePath(u"runs/mine/events.out.tfevents.1"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    f.demo.openWelcome();
    QVERIFY(f.waitForOpened(1));
    QCOMPARE(f.runs(), QStringList({u"lr-0.01"_s, u"lr-0.1"_s, u"mine"_s}));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TestDemo::runsThatCannotBeCopiedAreTold()
{
    DemoFixture f;
    QFile obstacle(f.folder.filePath(u"runs"_s)); // a file where the folder should be
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    obstacle.close();
    f.demo.openWelcome();
    QVERIFY(QTest::qWaitFor([&] { return !f.told.isEmpty(); }, hangMs));
    QVERIFY2(f.told.first().contains(u"runs"_s), qPrintable(f.told.first()));
    QVERIFY(f.opened.isEmpty());
    QCOMPARE(await(f.library->find({})).value().total, 0);
}

void TestDemo::liveRunIsWrittenAndShown()
{
    DemoFixture f;
    QSignalSpy running(&f.demo, &Demo::liveRunningChanged);
    f.demo.toggleLiveRun();
    QVERIFY(f.demo.isLiveRunning());
    QVERIFY(f.waitForOpened(1));
    QCOMPARE(f.runs().size(), 1);
    const Report live = f.report(f.opened.first());
    QVERIFY2(live.text.contains(u"ids: [%1]"_s.arg(f.runs().first())), qPrintable(live.text));
    QVERIFY(!live.text.contains(u'{'));
    f.demo.toggleLiveRun();
    QVERIFY(QTest::qWaitFor([&] { return running.count() == 2; }, hangMs));
    QCOMPARE(running.first().first().toBool(), true);
    QCOMPARE(running.last().first().toBool(), false);
    QVERIFY(!f.demo.isLiveRunning());
}

void TestDemo::liveTextSpeaksThePersonsLanguage()
{
    DemoFixture f;
    const OtherLanguage german(u"de"_s);
    f.demo.toggleLiveRun();
    QVERIFY(f.waitForOpened(1));
    const QString text = f.report(f.opened.first()).text;
    QVERIFY2(text.contains(u"title: Lernrate"_s), qPrintable(text));
    QVERIFY(text.contains(u"ids: [%1]"_s.arg(f.runs().first())));
}

QTEST_MAIN(TestDemo)
#include "test_demo.moc"
