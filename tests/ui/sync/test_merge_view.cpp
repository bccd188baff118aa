#include "support/wait.h"
#include "ui/editor/source_editor.h"
#include "ui/sync/merge_regions.h"
#include "ui/sync/merge_view.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

class TestMergeView : public QObject
{
    Q_OBJECT

private slots:
    void showsEachSideAndTheResult();
    void choicesReplaceTheirPlaceOnly_data();
    void choicesReplaceTheirPlaceOnly();
    void editingInAPlaceDecidesIt();
    void editingElsewhereMovesThePlaces();
    void undoBringsTheLinesBack();
    void aConflictAtTheEndOfTheText();
    void finishedOnlyWhenEverythingIsDecided();
    void closingKeepsWhatWasDecided();
    void tellsHowFarItHasCome();
    void whatCouldNotBeTakenIsStillThere();
    void namesAreNoMarkUp();
    void placesSurviveAnyEditing();

private:
    static TextMerge merge()
    {
        return *mergeTexts(u"a\nb\nc\nd\ne\nf\ng\n"_s, u"a\nB1\nc\nd\ne\nF1\ng\n"_s,
                           u"a\nB2\nc\nd\ne\nF2\ng\n"_s);
    }
    SystemColorScheme m_system;
    Theme m_theme{m_system};
};

void TestMergeView::showsEachSideAndTheResult()
{
    MergeView view(merge(), {u"Report"_s, u"Ana"_s, u"prod"_s}, m_theme);
    QCOMPARE(view.regions().count(), 2);
    QCOMPARE(view.findChild<QPlainTextEdit *>(u"mergeBase"_s)->toPlainText(), u"b"_s);
    QCOMPARE(view.findChild<QPlainTextEdit *>(u"mergeMine"_s)->toPlainText(), u"B1"_s);
    QCOMPARE(view.findChild<QPlainTextEdit *>(u"mergeTheirs"_s)->toPlainText(), u"B2"_s);
    QCOMPARE(view.regions().text(), u"a\nB1\nc\nd\ne\nF1\ng\n"_s);
    QCOMPARE(view.findChild<QLabel *>(u"mergePlace"_s)->text(), u"Conflict 1 of 2"_s);
}

void TestMergeView::choicesReplaceTheirPlaceOnly_data()
{
    QTest::addColumn<MergeChoice>("choice");
    QTest::addColumn<QString>("line");
    QTest::newRow("base") << MergeChoice::Base << u"f\n"_s;
    QTest::newRow("mine") << MergeChoice::Mine << u"F1\n"_s;
    QTest::newRow("theirs") << MergeChoice::Theirs << u"F2\n"_s;
    QTest::newRow("both") << MergeChoice::MineThenTheirs << u"F1\nF2\n"_s;
}

void TestMergeView::choicesReplaceTheirPlaceOnly()
{
    QFETCH(MergeChoice, choice);
    QFETCH(QString, line);
    SourceEditor editor(m_theme);
    MergeRegions regions(editor, m_theme);
    regions.load(merge());
    regions.take(0, MergeChoice::MineThenTheirs);
    regions.take(1, choice);
    QCOMPARE(regions.text(), u"a\nB1\nB2\nc\nd\ne\n"_s + line + u"g\n"_s);
    QCOMPARE(regions.openCount(), 0);
    // Minds are changed.
    regions.take(0, MergeChoice::Theirs);
    QCOMPARE(regions.text(), u"a\nB2\nc\nd\ne\n"_s + line + u"g\n"_s);
}

void TestMergeView::editingInAPlaceDecidesIt()
{
    SourceEditor editor(m_theme);
    MergeRegions regions(editor, m_theme);
    regions.load(merge());
    regions.reveal(1);
    QTest::keyClicks(&editor, u"new "_s);
    QVERIFY(!regions.isDecided(0));
    QVERIFY(regions.isDecided(1));
    QVERIFY(regions.text().contains(u"new F1\n"_s));
}

void TestMergeView::editingElsewhereMovesThePlaces()
{
    SourceEditor editor(m_theme);
    MergeRegions regions(editor, m_theme);
    regions.load(merge());
    editor.goToLine(0);
    QTest::keyClicks(&editor, u"title"_s);
    QTest::keyClick(&editor, Qt::Key_Return);
    QCOMPARE(regions.openCount(), 2);
    QCOMPARE(regions.regionText(0), u"B1\n"_s);
    QCOMPARE(regions.regionText(1), u"F1\n"_s);
}

void TestMergeView::undoBringsTheLinesBack()
{
    SourceEditor editor(m_theme);
    MergeRegions regions(editor, m_theme);
    regions.load(merge());
    regions.take(0, MergeChoice::Theirs);
    editor.undo();
    QCOMPARE(regions.regionText(0), u"B1\n"_s);
    QCOMPARE(regions.regionText(1), u"F1\n"_s);
    QCOMPARE(regions.text(), merge().text());
}

void TestMergeView::aConflictAtTheEndOfTheText()
{
    const auto merge = mergeTexts(u"a\nb"_s, u"a\nmine"_s, u"a\ntheirs"_s);
    QVERIFY(merge);
    SourceEditor editor(m_theme);
    MergeRegions regions(editor, m_theme);
    regions.load(*merge);
    QCOMPARE(regions.text(), u"a\nmine"_s);
    regions.take(0, MergeChoice::Theirs);
    QCOMPARE(regions.text(), u"a\ntheirs"_s);
}

void TestMergeView::finishedOnlyWhenEverythingIsDecided()
{
    MergeView view(merge(), {u"Report"_s, {}, u"prod"_s}, m_theme);
    view.show();
    QSignalSpy finished(&view, &MergeView::finished);
    auto *finish = view.findChild<QPushButton *>(u"finishMerge"_s);
    QVERIFY(!finish->isEnabled());
    QTest::mouseClick(view.findChild<QPushButton *>(u"takeTheirs"_s), Qt::LeftButton);
    QVERIFY(!finish->isEnabled());
    QCOMPARE(view.findChild<QLabel *>(u"mergePlace"_s)->text(), u"Conflict 2 of 2"_s);
    QTest::mouseClick(view.findChild<QPushButton *>(u"acceptConflict"_s), Qt::LeftButton);
    QVERIFY(finish->isEnabled());
    QTest::mouseClick(finish, Qt::LeftButton);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toString(), u"a\nB2\nc\nd\ne\nF1\ng\n"_s);
}

void TestMergeView::closingKeepsWhatWasDecided()
{
    MergeView view(merge(), {u"Report"_s, {}, u"prod"_s}, m_theme);
    view.show();
    QVERIFY(!view.isTouched());
    QTest::mouseClick(view.findChild<QPushButton *>(u"takeTheirs"_s), Qt::LeftButton);
    QVERIFY(view.isTouched());
    QTest::mouseClick(view.findChild<QPushButton *>(u"mergeLater"_s), Qt::LeftButton);
    QVERIFY(!view.isVisible());
    view.show();
    QVERIFY(view.regions().isDecided(0));
    QCOMPARE(view.regions().text(), u"a\nB2\nc\nd\ne\nF1\ng\n"_s);
}

void TestMergeView::tellsHowFarItHasCome()
{
    MergeView view(merge(), {u"Report"_s, {}, u"prod"_s}, m_theme);
    view.show();
    QSignalSpy drafts(&view, &MergeView::draftChanged);
    QSignalSpy putOff(&view, &MergeView::putOff);
    QTest::mouseClick(view.findChild<QPushButton *>(u"takeTheirs"_s), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return !drafts.isEmpty(); }, test::hangMs));
    QCOMPARE(drafts.last().first().toString(), u"a\nB2\nc\nd\ne\nF1\ng\n"_s);
    // At once when the window is closed.
    view.regions().take(1, MergeChoice::Theirs);
    view.close();
    QCOMPARE(drafts.last().first().toString(), u"a\nB2\nc\nd\ne\nF2\ng\n"_s);
    QCOMPARE(putOff.size(), 1);
}

void TestMergeView::whatCouldNotBeTakenIsStillThere()
{
    MergeView view(merge(), {u"Report"_s, {}, u"prod"_s}, m_theme);
    view.show();
    view.regions().accept(0);
    view.regions().accept(1);
    auto *finish = view.findChild<QPushButton *>(u"finishMerge"_s);
    QTest::mouseClick(finish, Qt::LeftButton);
    QVERIFY(view.isVisible());
    QVERIFY(!finish->isEnabled());
    view.showProblem(u"The disk is full."_s);
    QCOMPARE(view.findChild<QLabel *>(u"mergeProblem"_s)->text(), u"The disk is full."_s);
    QVERIFY(finish->isEnabled());
}

void TestMergeView::namesAreNoMarkUp()
{
    MergeView view(merge(), {u"Report"_s, u"<b>A</b> & B"_s, u"prod"_s}, m_theme);
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (label->text().contains(u"<b>"_s))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

/// Whatever is typed and removed outside the conflicts, what they hold stays.
void TestMergeView::placesSurviveAnyEditing()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 50; ++round) {
        SourceEditor editor(m_theme);
        MergeRegions regions(editor, m_theme);
        regions.load(merge());
        for (int edit = 0; edit < 20; ++edit) {
            const QString &text = editor.text();
            // Lines that are nobody's conflict, from their second character on.
            const qsizetype at = text.indexOf(QStringLiteral("acdeg")[random.bounded(5)]) + 1;
            QTextCursor cursor(editor.document());
            cursor.setPosition(int(at));
            if (random.bounded(3) == 0 && text.mid(at, 1) == u"x"_s)
                cursor.deleteChar();
            else
                cursor.insertText(random.bounded(4) == 0 ? u"x\nx"_s : u"x"_s);
        }
        QCOMPARE(regions.openCount(), 2);
        QCOMPARE(regions.regionText(0), u"B1\n"_s);
        QCOMPARE(regions.regionText(1), u"F1\n"_s);
    }
}

QTEST_MAIN(TestMergeView)
#include "test_merge_view.moc"
