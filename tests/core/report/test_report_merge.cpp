#include "core/report/report_merge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plotleaf;
using Field = FieldConflict::Field;

namespace {

const ReportState base{
    {u"Name"_s, u"About"_s, {u"a"_s, u"b"_s}, u"vision"_s, false, ReportStatus::Draft},
    u"one\ntwo\nthree\n"_s};

template <typename Change>
ReportState baseWith(Change change)
{
    ReportState state = base;
    change(state);
    return state;
}

} // namespace

/// Two states of a report that grew out of one become one.
class ReportMergeTest : public QObject
{
    Q_OBJECT

private slots:
    void differentFieldsMerge();
    void sameFieldKeepsMineAndTells();
    void sameChangeIsNoConflict();
    void tagsMergeAsASet_data();
    void tagsMergeAsASet();
    void whoArchivedHasTheirWay();
    void publishedIsForGood();
    void conflictOfTextLeavesFieldsMerged();
};

void ReportMergeTest::differentFieldsMerge()
{
    const auto mine = baseWith([](ReportState &s) {
        s.fields.name = u"Mine"_s;
        s.text = u"ONE\ntwo\nthree\n"_s;
    });
    const auto theirs = baseWith([](ReportState &s) {
        s.fields.description = u"Theirs"_s;
        s.fields.project = u"audio"_s;
        s.text = u"one\ntwo\nTHREE\n"_s;
    });
    for (const auto &merge : {mergeReports(base, mine, theirs), mergeReports(base, theirs, mine)}) {
        QVERIFY(merge->text.isClean());
        QVERIFY(merge->conflicts.isEmpty());
        QCOMPARE(merge->text.text(), u"ONE\ntwo\nTHREE\n"_s);
        QCOMPARE(merge->fields.name, u"Mine"_s);
        QCOMPARE(merge->fields.description, u"Theirs"_s);
        QCOMPARE(merge->fields.project, u"audio"_s);
    }
}

void ReportMergeTest::sameFieldKeepsMineAndTells()
{
    const auto merge =
        mergeReports(base, baseWith([](ReportState &s) { s.fields.name = u"Mine"_s; }),
                     baseWith([](ReportState &s) { s.fields.name = u"Theirs"_s; }));
    QCOMPARE(merge->fields.name, u"Mine"_s);
    QCOMPARE(merge->conflicts.size(), 1);
    QCOMPARE(merge->conflicts.first().field, Field::Name);
    QCOMPARE(merge->conflicts.first().kept, u"Mine"_s);
    QCOMPARE(merge->conflicts.first().lost, u"Theirs"_s);
}

void ReportMergeTest::sameChangeIsNoConflict()
{
    const auto both = baseWith([](ReportState &s) {
        s.fields.project = u"audio"_s;
        s.fields.description.clear();
    });
    const auto merge = mergeReports(base, both, both);
    QVERIFY(merge->conflicts.isEmpty());
    QCOMPARE(merge->fields, both.fields);
}

void ReportMergeTest::tagsMergeAsASet_data()
{
    QTest::addColumn<QStringList>("mine");
    QTest::addColumn<QStringList>("theirs");
    QTest::addColumn<QStringList>("merged");
    const QStringList ab{u"a"_s, u"b"_s};
    QTest::newRow("unchanged") << ab << ab << ab;
    QTest::newRow("both added") << QStringList{u"a"_s, u"b"_s, u"z"_s}
                                << QStringList{u"a"_s, u"b"_s, u"c"_s}
                                << QStringList{u"a"_s, u"b"_s, u"c"_s, u"z"_s};
    QTest::newRow("both removed") << QStringList{u"a"_s} << QStringList{u"b"_s} << QStringList();
    QTest::newRow("removed and added") << QStringList{u"a"_s} << QStringList{u"a"_s, u"b"_s, u"c"_s}
                                       << QStringList{u"a"_s, u"c"_s};
    QTest::newRow("same added") << QStringList{u"a"_s, u"b"_s, u"c"_s}
                                << QStringList{u"a"_s, u"b"_s, u"c"_s}
                                << QStringList{u"a"_s, u"b"_s, u"c"_s};
}

void ReportMergeTest::tagsMergeAsASet()
{
    QFETCH(QStringList, mine);
    QFETCH(QStringList, theirs);
    const auto merge = mergeReports(base, baseWith([&](ReportState &s) { s.fields.tags = mine; }),
                                    baseWith([&](ReportState &s) { s.fields.tags = theirs; }));
    QTEST(merge->fields.tags, "merged");
}

void ReportMergeTest::whoArchivedHasTheirWay()
{
    const auto archived = baseWith([](ReportState &s) { s.fields.archived = true; });
    QVERIFY(mergeReports(base, archived, base)->fields.archived);
    QVERIFY(mergeReports(base, base, archived)->fields.archived);
    QVERIFY(!mergeReports(archived, base, archived)->fields.archived);
    QVERIFY(!mergeReports(archived, archived, base)->fields.archived);
}

void ReportMergeTest::publishedIsForGood()
{
    const auto published =
        baseWith([](ReportState &s) { s.fields.status = ReportStatus::Published; });
    QCOMPARE(mergeReports(base, published, base)->fields.status, ReportStatus::Published);
    QCOMPARE(mergeReports(base, base, published)->fields.status, ReportStatus::Published);
    QCOMPARE(mergeReports(base, base, base)->fields.status, ReportStatus::Draft);
}

void ReportMergeTest::conflictOfTextLeavesFieldsMerged()
{
    const auto merge = mergeReports(base, baseWith([](ReportState &s) {
                                        s.text = u"one\nmine\nthree\n"_s;
                                        s.fields.description = u"Mine"_s;
                                    }),
                                    baseWith([](ReportState &s) {
                                        s.text = u"one\ntheirs\nthree\n"_s;
                                        s.fields.name = u"Theirs"_s;
                                    }));
    QCOMPARE(merge->text.conflicts(), 1);
    QCOMPARE(merge->fields.name, u"Theirs"_s);
    QCOMPARE(merge->fields.description, u"Mine"_s);
}

QTEST_GUILESS_MAIN(ReportMergeTest)
#include "test_report_merge.moc"
