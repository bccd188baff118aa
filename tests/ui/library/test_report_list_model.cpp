#include "support/wait.h"
#include "ui/library/report_list_model.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

/// A library of as many reports as one likes, which answers when it is told to and counts what it
/// is asked.
class CountedLibrary
{
public:
    explicit CountedLibrary(int reports) : total(reports) {}

    ReportListModel::Finder finder()
    {
        return [this](const ReportQuery &query) {
            auto promise = std::make_shared<QPromise<Result<ReportHits>>>();
            promise->start();
            asked.append({query, promise});
            return promise->future();
        };
    }

    /// Answers the oldest question that is open.
    void answer()
    {
        auto [query, promise] = asked.at(answered++);
        if (problem) {
            promise->addResult(Result<ReportHits>(*problem));
        } else {
            ReportHits hits;
            hits.total = total;
            for (int row = query.offset; row < std::min(query.offset + query.limit, total); ++row)
                hits.hits.append(hit(row, query));
            promise->addResult(Result<ReportHits>(hits));
        }
        promise->finish();
    }
    void answerAll()
    {
        do {
            while (answered < asked.size())
                answer();
            QCoreApplication::processEvents();
        } while (answered < asked.size());
    }

    struct Asked
    {
        ReportQuery query;
        std::shared_ptr<QPromise<Result<ReportHits>>> promise;
    };
    QList<Asked> asked;
    int answered = 0;
    int total = 0;
    QString prefix = u"report"_s;
    std::optional<Error> problem;

private:
    ReportHit hit(int row, const ReportQuery &query) const
    {
        ReportHit found;
        found.summary.id = ReportId(u"%1"_s.arg(row));
        found.summary.name = u"%1 %2%3"_s.arg(prefix).arg(row).arg(query.search);
        return found;
    }
};

} // namespace

class TestReportListModel : public QObject
{
    Q_OBJECT

private slots:
    void holdsOnlyWhatIsLookedAt();
    void scrollingThroughAsksOnlyForTheEnd();
    void lastQueryWins();
    void refreshKeepsTheRowsUntilTheNewOnesAreThere();
    void changesWhileHiddenAreOneQuestionLater();
    void failureIsToldAndCanBeTriedAgain();
};

void TestReportListModel::holdsOnlyWhatIsLookedAt()
{
    CountedLibrary library(100'000);
    ReportListModel model(library.finder());
    const QAbstractItemModelTester tester(&model);
    model.setQuery({});
    library.answerAll();
    QCOMPARE(model.rowCount(), 100'000);
    model.setVisibleRows(0, 11);
    library.answerAll();
    const auto before = library.asked.size();
    QVERIFY2(before <= 3, qPrintable(QString::number(before)));

    model.setVisibleRows(50'000, 50'011);
    library.answerAll();
    QVERIFY(library.asked.size() - before <= 4);
    QCOMPARE(model.data(model.index(50'005), Qt::DisplayRole).toString(), u"report 50005"_s);
    QVERIFY2(!model.data(model.index(99'000), Qt::DisplayRole).isValid(),
             "a row that nobody looked at was fetched");
    QVERIFY2(!model.data(model.index(0), Qt::DisplayRole).isValid(),
             "rows that are far away are kept for ever");
    for (const auto &asked : library.asked)
        QVERIFY(asked.query.limit <= ReportListModel::sliceRows);
}

void TestReportListModel::scrollingThroughAsksOnlyForTheEnd()
{
    CountedLibrary library(100'000);
    ReportListModel model(library.finder());
    model.setQuery({});
    library.answerAll();
    const auto before = library.asked.size();
    for (int row = 0; row < 90'000; row += 12)
        model.setVisibleRows(row, row + 11); // nothing is answered meanwhile
    library.answerAll();
    QVERIFY2(library.asked.size() - before <= 6,
             qPrintable(QString::number(library.asked.size() - before)));
    QVERIFY(model.data(model.index(89'990), Qt::DisplayRole).isValid());
}

void TestReportListModel::lastQueryWins()
{
    CountedLibrary library(5);
    ReportListModel model(library.finder());
    ReportQuery query;
    query.search = u"x"_s;
    model.setQuery(query);
    query.search = u"xy"_s;
    model.setQuery(query);
    library.answerAll();
    QCOMPARE(model.data(model.index(0), Qt::DisplayRole).toString(), u"report 0xy"_s);
    QVERIFY2(library.asked.first().promise->isCanceled(),
             "the query for the first letter still runs");
}

void TestReportListModel::refreshKeepsTheRowsUntilTheNewOnesAreThere()
{
    CountedLibrary library(3);
    ReportListModel model(library.finder());
    const QAbstractItemModelTester tester(&model);
    model.setQuery({});
    library.answerAll();
    library.total = 5;
    library.prefix = u"newer"_s;
    model.refresh();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.data(model.index(2), Qt::DisplayRole).toString(), u"report 2"_s);
    library.answerAll();
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.data(model.index(4), Qt::DisplayRole).toString(), u"newer 4"_s);
    library.total = 1;
    model.refresh();
    library.answerAll();
    QCOMPARE(model.rowCount(), 1);
}

void TestReportListModel::changesWhileHiddenAreOneQuestionLater()
{
    CountedLibrary library(3);
    ReportListModel model(library.finder());
    model.setQuery({});
    library.answerAll();
    const auto before = library.asked.size();
    model.setFollowing(false);
    for (int i = 0; i < 20; ++i)
        model.libraryChanged();
    library.answerAll();
    QCOMPARE(library.asked.size(), before);
    model.setFollowing(true);
    library.answerAll();
    QCOMPARE(library.asked.size(), before + 1);
}

void TestReportListModel::failureIsToldAndCanBeTriedAgain()
{
    CountedLibrary library(3);
    library.problem = Error{ErrorCode::Io, u"The disk is gone."_s, {}};
    ReportListModel model(library.finder());
    model.setQuery({});
    library.answerAll();
    QCOMPARE(model.state(), ReportListModel::State::Failed);
    QCOMPARE(model.problem(), u"The disk is gone."_s);
    library.problem.reset();
    model.refresh();
    library.answerAll();
    QCOMPARE(model.state(), ReportListModel::State::Ready);
    QCOMPARE(model.rowCount(), 3);
}

QTEST_GUILESS_MAIN(TestReportListModel)

#include "test_report_list_model.moc"
