#include "core/services/clearml/clearml_reports.h"

#include "core/services/clearml/clearml_documents.h"
#include "support/clearml_fixture.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

struct ReportsFixture : ClearmlFixture
{
    std::shared_ptr<ClearmlReports> reports = std::make_shared<ClearmlReports>(client);

    QString field(const QString &id, const QString &key)
    {
        return (*server.world.report(id))[key].toString();
    }
    RemoteReport only(const RemoteId &id)
    {
        const auto found = run(reports->read({id}));
        if (!found || found->size() != 1)
            qFatal("not one report");
        return found->first();
    }
    /// All pieces of the list of changes; `between` is done after the first.
    QVector<RemoteCard> allChanges(const QDateTime &since,
                                   const std::function<void()> &between = {})
    {
        QVector<RemoteCard> cards;
        QString next;
        do {
            const auto piece = run(reports->changes(since, next));
            if (!piece)
                qFatal("no piece: %s", qPrintable(piece.error().detail));
            if (next.isEmpty() && between)
                between();
            cards += piece->cards;
            next = piece->next;
        } while (!next.isEmpty());
        return cards;
    }
};

ReportState sampleState()
{
    return {{u"Résumé/1"_s,
             u"about it"_s,
             {u"a"_s, u"b"_s},
             u"vision/resnet"_s,
             false,
             ReportStatus::Draft},
            u"# Title\n\ntext 🎉\r\nend"_s};
}

} // namespace

class TestClearmlReports : public QObject
{
    Q_OBJECT

private slots:
    void whoChangedItIsFoundAmongMany()
    {
        ReportsFixture f;
        QStringList people;
        for (int i = 0; i < 520; ++i)
            people << f.server.world.addUser(u"Person %1"_s.arg(i, 3, 10, QChar(u'0')));
        for (const QString &person : {people.first(), people.last()}) {
            const QString id = f.server.world.addReport(u"Report"_s, {}, {});
            f.server.world.editReport(id, person,
                                      [](QJsonObject &report) { report["comment"_L1] = u"a"_s; });
            const QString name = f.server.world.users[person]["name"_L1].toString();
            QCOMPARE(f.only(RemoteId(id)).card.changedBy, name);
        }
        f.server.checkSchema();
    }

    void createReadUpdate()
    {
        ReportsFixture f;
        const ReportState state = sampleState();
        const auto id = f.run(f.reports->create(u"wish"_s, state));
        QVERIFY2(id, qPrintable(id ? QString() : id.error().detail));
        const RemoteReport report = f.only(*id);
        QCOMPARE(report.text, state.text);
        QCOMPARE(report.card.fields, state.fields);
        QCOMPARE(report.card.author, u"Default User"_s);
        QCOMPARE(report.card.changedBy, u"Default User"_s);
        QVERIFY(report.card.isWritable);

        RemoteChange change;
        change.text = u"other"_s;
        change.tags = QStringList{u"z"_s};
        QVERIFY(f.run(f.reports->update(*id, change)));
        const RemoteReport after = f.only(*id);
        QCOMPARE(after.text, u"other"_s);
        QCOMPARE(after.card.fields.tags, QStringList{u"z"_s});
        QCOMPARE(after.card.fields.name, state.fields.name);
        QVERIFY(after.card.changed > report.card.changed);
        f.server.checkSchema();
    }

    /// A document of its database holds 16 MiB.
    void textsThatDoNotFitAreNotSent()
    {
        ReportsFixture f;
        const auto id = f.run(f.reports->create(u"wish"_s, sampleState()));
        RemoteChange change;
        change.text = u"ä"_s.repeated(8 * 1024 * 1024);
        f.server.http.arrivals.clear();
        const auto updated = f.run(f.reports->update(*id, change));
        QVERIFY(!updated);
        QCOMPARE(updated.error().code, ErrorCode::LimitExceeded);
        ReportState large = sampleState();
        large.text = *change.text;
        const auto made = f.run(f.reports->create(u"another"_s, large));
        QCOMPARE(made.error().code, ErrorCode::LimitExceeded);
        QVERIFY(f.server.http.arrivals.isEmpty());
        QCOMPARE(f.only(*id).text, sampleState().text);
    }

    /// Whichever step of making a report loses its request or its answer, the next attempt with the
    /// same key completes the same report.
    void anAnswerLostNeverMakesAReportTwice_data()
    {
        QTest::addColumn<QByteArray>("call");
        QTest::addColumn<FakeFault::Kind>("kind");
        for (const char *call : {"reports.create", "reports.unarchive", "reports.update"}) {
            QTest::addRow("%s lost", call) << QByteArray(call) << FakeFault::Kind::LoseRequest;
            QTest::addRow("%s cut", call) << QByteArray(call) << FakeFault::Kind::CutAnswer;
        }
    }
    void anAnswerLostNeverMakesAReportTwice()
    {
        QFETCH(QByteArray, call);
        QFETCH(FakeFault::Kind, kind);
        ReportsFixture f;
        f.server.http.add({kind, call});
        QVERIFY(!f.run(f.reports->create(u"wish"_s, sampleState())));
        const auto id = f.run(f.reports->create(u"wish"_s, sampleState()));
        QVERIFY2(id, qPrintable(id ? QString() : id.error().detail));
        QCOMPARE(f.server.world.tasks.size(), 1);
        QCOMPARE(f.only(*id).text, sampleState().text);
        QCOMPARE(f.only(*id).card.fields, sampleState().fields);
        f.server.checkSchema();
    }

    void anotherWishMakesAnotherReport()
    {
        ReportsFixture f;
        const auto one = f.run(f.reports->create(u"one"_s, sampleState()));
        const auto two = f.run(f.reports->create(u"two"_s, sampleState()));
        QVERIFY(one && two && *one != *two);
        QCOMPARE(*f.run(f.reports->create(u"one"_s, sampleState())), *one);
    }

    void everyAction()
    {
        ReportsFixture f;
        const RemoteId id(f.server.world.addReport(u"Notes"_s, u"Alpha"_s, u"text"_s));
        QCOMPARE(f.only(id).card.fields.project, u"Alpha"_s);

        QVERIFY(f.run(f.reports->move(id, u"Beta/Gamma"_s)));
        QCOMPARE(f.only(id).card.fields.project, u"Beta/Gamma"_s);
        QVERIFY(f.run(f.reports->move(id, {})));
        QCOMPARE(f.only(id).card.fields.project, QString());

        const auto refused = f.run(f.reports->remove(id));
        QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
        QVERIFY(f.server.world.report(id.toString()));

        QVERIFY(f.run(f.reports->publish(id)));
        QCOMPARE(f.only(id).card.fields.status, ReportStatus::Published);
        RemoteChange text;
        text.text = u"x"_s;
        QCOMPARE(f.run(f.reports->update(id, text)).error().code, ErrorCode::NotAllowed);
        RemoteChange name;
        name.name = u"New name"_s;
        QVERIFY(f.run(f.reports->update(id, name)));

        QVERIFY(f.run(f.reports->setArchived(id, true)));
        QVERIFY(f.only(id).card.fields.archived);
        QVERIFY(f.run(f.reports->setArchived(id, false)));
        QVERIFY(!f.only(id).card.fields.archived);

        const auto link = f.run(f.reports->shareLink(id));
        QVERIFY(link);
        QCOMPARE(*link, QUrl(f.server.http.url().toString() +
                             u"/reports/%1/%2"_s.arg(f.field(id.toString(), u"project"_s),
                                                     id.toString())));

        QVERIFY(f.run(f.reports->setArchived(id, true)));
        QVERIFY(f.run(f.reports->remove(id)));
        QCOMPARE(f.run(f.reports->remove(id)).error().code, ErrorCode::NotFound);
        QCOMPARE(f.run(f.reports->update(id, name)).error().code, ErrorCode::NotFound);
        QVERIFY(f.run(f.reports->read({id}))->isEmpty());
        f.server.checkSchema();
    }

    void valuesThatTheServerNeverTakesAreSaid()
    {
        ReportsFixture f;
        const RemoteId id(f.server.world.addReport(u"Notes"_s, {}, u"text"_s));
        RemoteChange name;
        name.name = u"ab"_s;
        QCOMPARE(f.run(f.reports->update(id, name)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(f.run(f.reports->move(id, u"ab/cd"_s)).error().code, ErrorCode::InvalidInput);
    }

    void examplesAreNotWritable()
    {
        ReportsFixture f;
        const RemoteId id(f.server.world.addReport(u"Example"_s, {}, u"text"_s));
        (*f.server.world.report(id.toString()))["company"_L1] = QString();
        QVERIFY(!f.only(id).card.isWritable);
        RemoteChange text;
        text.text = u"x"_s;
        QCOMPARE(f.run(f.reports->update(id, text)).error().code, ErrorCode::NotAllowed);
    }

    void changesSinceAndVersions()
    {
        ReportsFixture f;
        const QString old = f.server.world.addReport(u"Old"_s, {}, u"1"_s);
        const QString ana = f.server.world.addUser(u"Ana"_s);
        const QString fresh = f.server.world.addReport(u"Fresh"_s, {}, u"2"_s);
        f.server.world.archiveReport(fresh, ana);
        const QDateTime changed = f.only(RemoteId(fresh)).card.changed;
        const QVector<RemoteCard> since = f.allChanges(changed);
        QCOMPARE(since.size(), 1);
        QCOMPARE(since.first().id, RemoteId(fresh));
        QVERIFY(since.first().fields.archived);
        QCOMPARE(since.first().changedBy, u"Ana"_s);

        const QVector<RemoteCard> all = f.allChanges({});
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().id, RemoteId(fresh)); // the latest first

        const auto versions = f.run(f.reports->versions({RemoteId(old), RemoteId(u"gone"_s)}));
        QVERIFY(versions);
        QCOMPARE(versions->size(), 1);
        QCOMPARE(versions->value(RemoteId(old)), f.only(RemoteId(old)).card.changed);
        QVERIFY(f.run(f.reports->versions({}))->isEmpty());
        QVERIFY(f.run(f.reports->read({}))->isEmpty());
        f.server.checkSchema();
    }

    /// 1200 reports come in three pieces, while others delete some already seen and change some not
    /// yet seen.
    void aLongListMissesNothingWhileOthersWrite()
    {
        ReportsFixture f;
        QStringList ids;
        for (int i = 0; i < 1200; ++i)
            ids << f.server.world.addReport(u"Report %1"_s.arg(i), {}, {});
        const QVector<RemoteCard> cards = f.allChanges({}, [&] {
            for (int i = 1199; i > 1100; --i)
                f.server.world.deleteReport(ids[i]);
            for (int i = 0; i < 20; ++i)
                f.server.world.archiveReport(ids[i], f.server.world.me);
        });
        QSet<QString> seen;
        for (const RemoteCard &card : cards)
            seen.insert(card.id.toString());
        for (int i = 0; i <= 1100; ++i)
            QVERIFY2(seen.contains(ids[i]), qPrintable(u"report %1 is missing"_s.arg(i)));
        f.server.checkSchema();
    }

    /// More reports of one and the same millisecond than a piece holds.
    void manyChangesOfOneMomentAllCome()
    {
        ReportsFixture f;
        for (int i = 0; i < 1100; ++i) {
            const QString id = f.server.world.addReport(u"Report %1"_s.arg(i), {}, {});
            (*f.server.world.report(id))["last_change"_L1] = u"2026-11-22T00:00:00.500000+00:00"_s;
        }
        QSet<QString> seen;
        for (const RemoteCard &card : f.allChanges({}))
            seen.insert(card.id.toString());
        QCOMPARE(seen.size(), 1100);
    }

    void timesAreCutToMilliseconds()
    {
        QCOMPARE(readClearmlTime(u"2026-11-22T00:22:54.022865+00:00"_s),
                 QDateTime(QDate(2026, 11, 22), QTime(0, 22, 54, 22), Qt::UTC));
        QCOMPARE(readClearmlTime(u"2026-11-22T00:22:54.999999+00:00"_s),
                 QDateTime(QDate(2026, 11, 22), QTime(0, 22, 54, 999), Qt::UTC));
        QCOMPARE(readClearmlTime(u"2026-11-22T00:22:54"_s),
                 QDateTime(QDate(2026, 11, 22), QTime(0, 22, 54), Qt::UTC));
        QVERIFY(!readClearmlTime(u"soon"_s).isValid());
        const QDateTime time(QDate(2026, 11, 22), QTime(0, 22, 54, 7), Qt::UTC);
        QCOMPARE(readClearmlTime(clearmlTimeText(time)), time);
    }

    void pathsAsPeopleSeeThem()
    {
        QCOMPARE(shownClearmlProject(u"Alpha/.reports"_s), u"Alpha"_s);
        QCOMPARE(shownClearmlProject(u".reports"_s), QString());
        QCOMPARE(shownClearmlProject(u"my.reports"_s), u"my.reports"_s);
    }
};

QTEST_GUILESS_MAIN(TestClearmlReports)
#include "test_clearml_reports.moc"
