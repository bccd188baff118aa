#include "core/services/remote/remote_consents.h"

#include "core/base/fault_injector.h"
#include "support/library_fixture.h"

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// Settings are read one after the other: when this one is there, those asked for before are too.
void waitForReads(Library &library)
{
    if (!await(library.setting(u"remoteImages.reports"_s)))
        qFatal("no settings");
    QCoreApplication::processEvents();
}

/// The same for what is written.
void waitForWrites(Library &library)
{
    if (!await(library.setSetting(u"person.name"_s, u"Ana"_s)))
        qFatal("no settings");
    QCoreApplication::processEvents();
}

/// As at another start of the program, with what was kept already loaded.
std::unique_ptr<RemoteConsents> loadedConsents(Library &library)
{
    waitForWrites(library);
    auto consents = std::make_unique<RemoteConsents>(library);
    waitForReads(library);
    return consents;
}

} // namespace

class RemoteConsentsTest : public QObject
{
    Q_OBJECT

    const ReportId m_one = ReportId(u"one"_s);
    const ReportId m_two = ReportId(u"two"_s);

private slots:
    void nothingIsAllowedFirst()
    {
        LibraryFixture f;
        const RemoteConsents consents(*f.library);
        QCOMPARE(consents.forReport(m_one), RemoteConsent());
        QVERIFY(!consents.forReport(m_one).allows(QUrl(u"https://a.example/x.png"_s)));
    }

    void aReportIsAllowedAlone()
    {
        LibraryFixture f;
        RemoteConsents consents(*f.library);
        QSignalSpy changed(&consents, &RemoteConsents::changed);
        consents.allowReport(m_one);
        consents.allowReport(m_one);
        QCOMPARE(changed.size(), 1);
        QVERIFY(consents.forReport(m_one).allows(QUrl(u"https://any.example/x.png"_s)));
        QVERIFY(!consents.forReport(m_two).allows(QUrl(u"https://any.example/x.png"_s)));
    }

    void aSiteIsAllowedEverywhere()
    {
        LibraryFixture f;
        RemoteConsents consents(*f.library);
        consents.allowHosts({u"b.example"_s, u"a.example"_s, u"b.example"_s});
        QCOMPARE(consents.hosts(), QStringList({u"a.example"_s, u"b.example"_s}));
        for (const ReportId &report : {m_one, m_two}) {
            QVERIFY(consents.forReport(report).allows(QUrl(u"http://a.example:8080/x"_s)));
            QVERIFY(!consents.forReport(report).allows(QUrl(u"https://a.example.evil/x"_s)));
            QVERIFY(!consents.forReport(report).allows(QUrl(u"https://evil/a.example"_s)));
        }
    }

    void namesInOtherLettersAreOneSite()
    {
        // The page says "xn--…", the text has the letters.
        const RemoteConsent consent{false, {u"xn--bcher-kva.example"_s}};
        QVERIFY(consent.allows(QUrl(u"https://bücher.example/a.png"_s)));
        QVERIFY(consent.allows(QUrl(u"https://xn--bcher-kva.example/a.png"_s)));
    }

    void isKept()
    {
        LibraryFixture f;
        const auto consents = loadedConsents(*f.library);
        consents->allowReport(m_one);
        consents->allowHosts({u"a.example"_s});
        consents->allowHosts({u"b.example"_s});
        consents->forgetHost(u"a.example"_s);
        const auto again = loadedConsents(*f.library);
        QCOMPARE(again->hosts(), QStringList{u"b.example"_s});
        QCOMPARE(again->forReport(m_one), RemoteConsent({true, {u"b.example"_s}}));
        QCOMPARE(again->forReport(m_two), RemoteConsent({false, {u"b.example"_s}}));
    }

    void whatIsAllowedWhileLoadingIsAdded()
    {
        LibraryFixture f;
        loadedConsents(*f.library)->allowHosts({u"old.example"_s});
        waitForWrites(*f.library);
        RemoteConsents consents(*f.library);
        consents.allowHosts({u"new.example"_s});
        const QStringList both{u"new.example"_s, u"old.example"_s};
        waitForReads(*f.library);
        QCOMPARE(consents.hosts(), both);
        QCOMPARE(loadedConsents(*f.library)->hosts(), both);
    }

    void canBeAskedAgain()
    {
        LibraryFixture f;
        const auto consents = loadedConsents(*f.library);
        consents->allowReport(m_one);
        QVERIFY(consents->hasReports());
        consents->forgetReports();
        QVERIFY(!consents->hasReports());
        QCOMPARE(loadedConsents(*f.library)->forReport(m_one), RemoteConsent());
    }

    void aReportThatIsGoneIsForgotten()
    {
        LibraryFixture f;
        const ReportId id = f.add(u"Alpha"_s);
        const auto consents = loadedConsents(*f.library);
        consents->allowReport(id);
        QVERIFY(await(f.library->setArchived(id, true)));
        QSignalSpy removed(f.library.get(), &Library::reportRemoved);
        QVERIFY(await(f.library->remove(id)));
        QVERIFY(!removed.isEmpty() || removed.wait(hangMs));
        QVERIFY(!consents->hasReports());
        QVERIFY(!loadedConsents(*f.library)->hasReports());
    }

    void whatCannotBeKeptIsTold()
    {
        QTemporaryDir folder;
        TestClock clock;
        CountingIdSource ids;
        FaultInjector faults;
        auto library = std::move(Library::open(folder.path(), clock, ids, &faults)).value();
        const auto consents = loadedConsents(*library);
        QSignalSpy told(consents.get(), &RemoteConsents::notKept);
        faults.failAt(1, true);
        consents->allowReport(m_one);
        QVERIFY(!told.isEmpty() || told.wait(hangMs));
        QVERIFY(!told.first().first().toString().isEmpty());
        // What could not be kept still holds until the program ends.
        QVERIFY(consents->forReport(m_one).all);
    }
};

QTEST_GUILESS_MAIN(RemoteConsentsTest)
#include "test_remote_consents.moc"
