#include "core/base/fault_injector.h"
#include "core/store/library.h"
#include "core/store/open_report.h"
#include "support/test_clock.h"
#include "support/wait.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using plotleaf::test::await;

/// A report while it is being edited. What is on disk is looked at through a second library, as
/// after a crash.
class OpenReportTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void journalsWhileTypingGoesOn();
    void savesAfterAPause();
    void savesWhenAsked();
    void writesWhatIsUnwrittenWhenItCloses();
    void takesRecoveredTextAndSavesIt();
    void keepsTextOfAPublishedReport();
    void failsVisiblyAndTriesAgain();
    void keepsTextInAFileWhenTheDatabaseRefuses();
    void followsChangesOfItsFields();
    void takesUpTextFromElsewhere();
    void mergesTextFromElsewhereIntoWhatIsTyped();
    void typedTextWinsOverTheSameLines();
    void savesInARowAreNoConflict();
    void staysQuickWithAMegabyte();

private:
    Report load() { return *await(m_library->report(m_id)); }
    void waitForState(const OpenReport &report, OpenReport::State state)
    {
        QVERIFY(QTest::qWaitFor([&] { return report.state() == state; }, test::hangMs));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    RandomIdSource m_ids;
    FaultInjector m_faults;
    std::unique_ptr<Library> m_library;
    ReportId m_id;
};

void OpenReportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = Library::open(m_folder->path(), m_clock, m_ids, &m_faults).value();
    m_id = *await(m_library->create({{}, u"Report"_s, {}, {}, u"old"_s}));
}

void OpenReportTest::cleanup()
{
    m_faults.failAt(0);
    m_library.reset();
}

void OpenReportTest::journalsWhileTypingGoesOn()
{
    OpenReport report(*m_library, load(), std::nullopt);
    QSignalSpy states(&report, &OpenReport::stateChanged);
    QTimer typing;
    QString text = u"old"_s;
    connect(&typing, &QTimer::timeout, &report, [&] { report.setText(text += u'x'); });
    typing.start(10);
    // A timer that each change starts anew would never come to it.
    waitForState(report, OpenReport::State::Changed);
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto other = Library::open(m_folder->path(), m_clock, m_ids).value();
            return await(other->recovered(m_id))->has_value();
        },
        test::hangMs));
    QVERIFY(typing.isActive());
    QCOMPARE(load().text, u"old"_s);
}

void OpenReportTest::savesAfterAPause()
{
    OpenReport report(*m_library, load(), std::nullopt);
    QSignalSpy states(&report, &OpenReport::stateChanged);
    report.setText(u"new"_s);
    waitForState(report, OpenReport::State::Saved);
    QVector<OpenReport::State> seen;
    for (const QList<QVariant> &state : states)
        seen.append(state.first().value<OpenReport::State>());
    QCOMPARE(seen,
             QVector<OpenReport::State>({OpenReport::State::Changed, OpenReport::State::Journaled,
                                         OpenReport::State::Saved}));
    QCOMPARE(load().text, u"new"_s);
    QVERIFY(!await(m_library->recovered(m_id))->has_value());
}

void OpenReportTest::savesWhenAsked()
{
    OpenReport report(*m_library, load(), std::nullopt);
    report.setText(u"new"_s);
    QVERIFY(await(report.save()).isOk());
    QCOMPARE(report.state(), OpenReport::State::Saved);
    QCOMPARE(load().text, u"new"_s);
    QCOMPARE(await(m_library->revisions(m_id))->size(), 2);
}

void OpenReportTest::writesWhatIsUnwrittenWhenItCloses()
{
    {
        OpenReport report(*m_library, load(), std::nullopt);
        report.setText(u"typed just now"_s);
    }
    QCOMPARE(load().text, u"typed just now"_s);
}

void OpenReportTest::takesRecoveredTextAndSavesIt()
{
    QVERIFY(await(m_library->journal(m_id, u"typed before the crash"_s)).isOk());
    m_library = nullptr;
    m_library = Library::open(m_folder->path(), m_clock, m_ids, &m_faults).value();
    OpenReport report(*m_library, load(), *await(m_library->recovered(m_id)));
    QVERIFY(report.wasRecovered());
    QCOMPARE(report.text(), u"typed before the crash"_s);
    QCOMPARE(report.state(), OpenReport::State::Journaled);
    waitForState(report, OpenReport::State::Saved);
    QCOMPARE(load().text, u"typed before the crash"_s);
    // What was there before stays reachable.
    QCOMPARE(*await(m_library->revisionText(await(m_library->revisions(m_id))->last().id)),
             u"old"_s);
}

void OpenReportTest::keepsTextOfAPublishedReport()
{
    QVERIFY(await(m_library->publish(m_id)).isOk());
    OpenReport report(*m_library, load(), std::nullopt);
    QVERIFY(report.isLocked());
    report.setText(u"other"_s);
    QCOMPARE(report.text(), u"old"_s);
    QCOMPARE(report.state(), OpenReport::State::Saved);
}

void OpenReportTest::failsVisiblyAndTriesAgain()
{
    OpenReport report(*m_library, load(), std::nullopt);
    m_faults.failAt(1, true);
    report.setText(u"new"_s);
    waitForState(report, OpenReport::State::Failed);
    QVERIFY(!report.problem().isEmpty());
    QCOMPARE(report.text(), u"new"_s);
    m_faults.failAt(0);
    // With no further change: it tries again by itself.
    waitForState(report, OpenReport::State::Saved);
    QVERIFY(report.problem().isEmpty());
    QCOMPARE(load().text, u"new"_s);
}

void OpenReportTest::keepsTextInAFileWhenTheDatabaseRefuses()
{
    {
        OpenReport report(*m_library, load(), std::nullopt);
        report.setText(u"typed on a failing disk"_s);
        // The save asks once for its BEGIN; what comes after it, the file, works.
        m_faults.failAt(1);
    }
    m_faults.failAt(0);
    QCOMPARE(load().text, u"old"_s);
    m_library = nullptr;
    m_library = Library::open(m_folder->path(), m_clock, m_ids, &m_faults).value();
    QCOMPARE(await(m_library->recovered(m_id))->value_or(QString()), u"typed on a failing disk"_s);
    QVERIFY(await(m_library->save(m_id, u"typed on a failing disk"_s)).isOk());
    QVERIFY(!await(m_library->recovered(m_id))->has_value());
}

void OpenReportTest::followsChangesOfItsFields()
{
    OpenReport report(*m_library, load(), std::nullopt);
    QSignalSpy changed(&report, &OpenReport::summaryChanged);
    QVERIFY(await(m_library->rename(m_id, u"Renamed"_s)).isOk());
    QVERIFY(QTest::qWaitFor([&] { return changed.size() == 1; }, test::hangMs));
    QCOMPARE(report.summary().name, u"Renamed"_s);
    QVERIFY(await(m_library->publish(m_id)).isOk());
    QVERIFY(QTest::qWaitFor([&] { return report.isLocked(); }, test::hangMs));
}

/// The caller's thread neither packs nor writes; the limit is that of one frame.
void OpenReportTest::takesUpTextFromElsewhere()
{
    OpenReport report(*m_library, load(), std::nullopt);
    QSignalSpy merged(&report, &OpenReport::textMerged);
    QVERIFY(await(m_library->save(m_id, u"from a server"_s)).isOk());
    QVERIFY(QTest::qWaitFor([&] { return !merged.isEmpty(); }, test::hangMs));
    QCOMPARE(report.text(), u"from a server"_s);
    QCOMPARE(report.state(), OpenReport::State::Saved);
    report.setText(u"from a server, and mine"_s);
    QVERIFY(await(report.save()).isOk());
    QCOMPARE(load().text, u"from a server, and mine"_s);
    QCOMPARE(merged.size(), 1);
}

void OpenReportTest::mergesTextFromElsewhereIntoWhatIsTyped()
{
    QVERIFY(await(m_library->save(m_id, u"a\nb\nc\n"_s)).isOk());
    OpenReport report(*m_library, load(), std::nullopt);
    QSignalSpy conflicts(&report, &OpenReport::conflictSaved);
    report.setText(u"A\nb\nc\n"_s);
    QVERIFY(await(m_library->save(m_id, u"a\nb\nC\n"_s)).isOk());
    QVERIFY(await(report.save()).isOk());
    QCOMPARE(report.text(), u"A\nb\nC\n"_s);
    QCOMPARE(load().text, u"A\nb\nC\n"_s);
    QCOMPARE(report.state(), OpenReport::State::Saved);
    QVERIFY(conflicts.isEmpty());
}

void OpenReportTest::typedTextWinsOverTheSameLines()
{
    OpenReport report(*m_library, load(), std::nullopt);
    QSignalSpy conflicts(&report, &OpenReport::conflictSaved);
    report.setText(u"typed"_s);
    QVERIFY(await(m_library->save(m_id, u"from elsewhere"_s)).isOk());
    QVERIFY(await(report.save()).isOk());
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(report.text(), u"typed"_s);
    QCOMPARE(load().text, u"typed"_s);
    const auto revisions = await(m_library->revisions(m_id));
    QCOMPARE(*await(m_library->revisionText(revisions->at(1).id)), u"from elsewhere"_s);
}

void OpenReportTest::savesInARowAreNoConflict()
{
    QVERIFY(await(m_library->save(m_id, u"a\nb\nc\n"_s)).isOk());
    OpenReport report(*m_library, load(), std::nullopt);
    QVector<QFuture<Result<void>>> saves;
    for (int i = 1; i <= 5; ++i) {
        // Each takes back a line of the one before: a merge of them would bring it again.
        report.setText(u"line %1\nb\nc\n"_s.arg(i));
        saves.append(report.save());
    }
    for (const auto &save : saves)
        QVERIFY(await(save).isOk());
    QCOMPARE(load().text, u"line 5\nb\nc\n"_s);
    QCOMPARE(report.text(), u"line 5\nb\nc\n"_s);
}

void OpenReportTest::staysQuickWithAMegabyte()
{
    OpenReport report(*m_library, load(), std::nullopt);
    QString text = u"A line of a long report.\n"_s.repeated(42'000);
    qint64 longest = 0;
    for (int i = 0; i < 20; ++i) {
        text.insert(text.size() / 2, u'x');
        QElapsedTimer timer;
        timer.start();
        report.setText(text);
        longest = std::max(longest, timer.nsecsElapsed());
    }
    QVERIFY2(longest < 16'000'000, qPrintable(QString::number(longest)));
    QVERIFY(await(report.save()).isOk());
    QCOMPARE(load().text, text);
}

QTEST_GUILESS_MAIN(OpenReportTest)
#include "test_open_report.moc"
