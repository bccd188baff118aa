#include "core/store/library.h"
#include "core/store/open_report.h"
#include "support/store_operations.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;

/// A library that the window and the command line use at once, or two windows.
class TwoProcessesTest : public QObject
{
    Q_OBJECT

private slots:
    void createInTheSameLibrary();
    void doNotTakeEachOthersTypedText();
    void keepWhatWasSavedAfterACrash();
    void keepTextTypedIntoAReportPublishedElsewhere();
    void keepTextTypedIntoAReportDeletedElsewhere();

private:
    std::unique_ptr<Library> open(const QString &folder)
    {
        return Library::open(folder, m_clock, m_ids).value();
    }

    SystemClock m_clock;
    RandomIdSource m_ids;
};

void TwoProcessesTest::createInTheSameLibrary()
{
    constexpr int each = 40;
    const QTemporaryDir folder;
    // Not even the file is there yet: both create it.
    QProcess first;
    QProcess second;
    const QString victim = QCoreApplication::applicationDirPath() + u"/store-victim";
    first.start(victim, {u"create"_s, folder.path(), u"First"_s, QString::number(each)});
    second.start(victim, {u"create"_s, folder.path(), u"Second"_s, QString::number(each)});
    const auto library = open(folder.path());
    for (int i = 0; i < each; ++i)
        QVERIFY(await(library->create({u"shared"_s, u"Third %1"_s.arg(i), {}, {}, {}})).isOk());
    for (QProcess *process : {&first, &second})
        QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished(test::hangMs));
    QCOMPARE(first.exitCode(), 0);
    QCOMPARE(second.exitCode(), 0);
    ReportQuery query;
    query.project = u"shared"_s;
    QCOMPARE(await(library->find(query))->total, 3 * each);
    QVERIFY(!test::storeState(folder.path()).startsWith(u"BROKEN"));
}

void TwoProcessesTest::doNotTakeEachOthersTypedText()
{
    const QTemporaryDir folder;
    auto one = open(folder.path());
    auto two = open(folder.path());
    const ReportId id = *await(one->create({{}, u"Shared"_s, {}, {}, u"old"_s}));
    QVERIFY(await(one->journal(id, u"typed in one"_s)).isOk());
    QVERIFY(await(two->save(id, u"saved in two"_s)).isOk());
    // As if the first had died now: its text is there, and the other's too.
    one.reset();
    two.reset();
    const auto later = open(folder.path());
    QCOMPARE(await(later->report(id))->text, u"saved in two"_s);
    QCOMPARE(await(later->recovered(id))->value_or(QString()), u"typed in one"_s);
    QVERIFY(await(later->save(id, u"typed in one"_s)).isOk());
    QVERIFY(!await(later->recovered(id))->has_value());
}

void TwoProcessesTest::keepWhatWasSavedAfterACrash()
{
    const QTemporaryDir folder;
    test::TestClock clock;
    const auto openAt = [&] { return Library::open(folder.path(), clock, m_ids).value(); };
    auto one = openAt();
    const ReportId id = *await(one->create({{}, u"Shared"_s, {}, {}, u"a\nb\nc\n"_s}));
    QVERIFY(await(one->journal(id, u"typed\nb\nc\n"_s)).isOk());
    one.reset(); // it died
    clock.advance(1000);
    const auto two = openAt();
    QVERIFY(await(two->save(id, u"a\nb\nsaved\n"_s)).isOk());
    QCOMPARE(await(two->recovered(id))->value_or(QString()), u"typed\nb\nsaved\n"_s);
}

void TwoProcessesTest::keepTextTypedIntoAReportPublishedElsewhere()
{
    const QTemporaryDir folder;
    const auto window = open(folder.path());
    const auto other = open(folder.path());
    const ReportId id = *await(window->create({{}, u"Shared"_s, {}, {}, u"old"_s}));
    OpenReport report(*window, *await(window->report(id)), std::nullopt);
    QVERIFY(await(other->publish(id)).isOk());
    report.setText(u"typed too late"_s);
    const auto saved = await(report.save());
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::NotAllowed);
    QVERIFY(report.isLocked());
    QVERIFY(!report.problem().isEmpty());
    QCOMPARE(report.text(), u"typed too late"_s);
    QCOMPARE(await(window->report(id))->text, u"old"_s);
    const auto revisions = await(window->revisions(id));
    QCOMPARE(*await(window->revisionText(revisions->first().id)), u"typed too late"_s);
}

void TwoProcessesTest::keepTextTypedIntoAReportDeletedElsewhere()
{
    const QTemporaryDir folder;
    const auto window = open(folder.path());
    const auto other = open(folder.path());
    const ReportId id = *await(window->create({u"p"_s, u"Shared"_s, {}, {u"t"_s}, u"old"_s}));
    OpenReport report(*window, *await(window->report(id)), std::nullopt);
    QVERIFY(await(other->setArchived(id, true)).isOk());
    QVERIFY(await(other->remove(id)).isOk());
    report.setText(u"typed too late"_s);
    QVERIFY(await(report.save()).isOk());
    QVERIFY(report.summary().id != id);
    QVERIFY(!report.problem().isEmpty());
    const auto kept = await(window->report(report.summary().id));
    QCOMPARE(kept->text, u"typed too late"_s);
    QCOMPARE(kept->summary.project, u"p"_s);
    QVERIFY(kept->summary.name.startsWith(u"Shared"));
}

QTEST_GUILESS_MAIN(TwoProcessesTest)
#include "test_two_processes.moc"
