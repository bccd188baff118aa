#include "ui/report/outline_view.h"
#include "ui/report/report_side_panel.h"
#include "ui/report/report_status_line.h"

#include "support/wait.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

MarkdownHeading heading(int level, const QString &text, int line)
{
    return {level, text, text.toLower(), line};
}

/// The outline as lines, two spaces a level.
QString outlineText(const QTreeWidget &tree)
{
    QStringList lines;
    for (QTreeWidgetItemIterator it(const_cast<QTreeWidget *>(&tree)); *it; ++it) {
        int depth = 0;
        for (const QTreeWidgetItem *above = (*it)->parent(); above; above = above->parent())
            ++depth;
        lines.append(QString(2 * depth, u' ') + (*it)->text(0));
    }
    return lines.join(u'\n');
}

ReportSummary summaryOf(const QString &description, const QStringList &tags)
{
    ReportSummary summary;
    summary.name = u"Digits"_s;
    summary.project = u"vision"_s;
    summary.description = description;
    summary.tags = tags;
    summary.author = u"Ana"_s;
    summary.created = summary.updated = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
    return summary;
}

} // namespace

/// What stands beside and below a report's text.
class ReportSideTest : public QObject
{
    Q_OBJECT

    SystemColorScheme m_scheme;
    Theme m_theme{m_scheme};

private slots:
    void outlineNestsByLevel();
    void outlineMarksWhereTheCursorIs();
    void outlineKeepsItsItemsWhileTextMoves();
    void outlineIsWalkedWithKeys();
    void sidePanelShowsTheReport();
    void aFieldBeingWrittenInIsLeftAlone();
    void whatOthersChangedIsNotTakenBack();
    void descriptionIsReportedAfterAPauseAndOnLeaving();
    void tagsAreTidied();
    void sidePanelAsksForNameAndProject();
    void withoutHeadingsItSaysSo();
    void statusTellsWordsAndPlace();
    void statusTellsTheState_data();
    void statusTellsTheState();
};

void ReportSideTest::outlineNestsByLevel()
{
    OutlineView outline;
    outline.setHeadings({heading(2, u"Start"_s, 0), heading(1, u"One"_s, 2),
                         heading(3, u"Deep"_s, 4), heading(2, u"Two"_s, 6),
                         heading(2, QString(), 8), heading(1, u"End"_s, 10)});
    QCOMPARE(outlineText(outline), u"Start\nOne\n  Deep\n  Two\n  (empty heading)\nEnd"_s);
    outline.setHeadings({});
    QCOMPARE(outline.topLevelItemCount(), 0);
}

void ReportSideTest::outlineMarksWhereTheCursorIs()
{
    OutlineView outline;
    QSignalSpy chosen(&outline, &OutlineView::lineChosen);
    outline.setCurrentLine(7); // before there is anything
    outline.setHeadings(
        {heading(1, u"One"_s, 2), heading(2, u"Two"_s, 6), heading(1, u"End"_s, 9)});
    QCOMPARE(outline.currentItem()->text(0), u"Two"_s);
    outline.setCurrentLine(6);
    QCOMPARE(outline.currentItem()->text(0), u"Two"_s);
    outline.setCurrentLine(100);
    QCOMPARE(outline.currentItem()->text(0), u"End"_s);
    outline.setCurrentLine(0);
    QCOMPARE(outline.currentItem(), nullptr);
    QCOMPARE(chosen.size(), 0); // following the cursor is no choice
}

void ReportSideTest::outlineKeepsItsItemsWhileTextMoves()
{
    OutlineView outline;
    outline.setHeadings({heading(1, u"One"_s, 2), heading(2, u"Two"_s, 6)});
    outline.topLevelItem(0)->setExpanded(false);
    const QTreeWidgetItem *one = outline.topLevelItem(0);
    outline.setHeadings({heading(1, u"One"_s, 12), heading(2, u"Two"_s, 16)});
    QCOMPARE(outline.topLevelItem(0), one);
    QVERIFY(!one->isExpanded()); // what the person folded stays folded
    QSignalSpy chosen(&outline, &OutlineView::lineChosen);
    emit outline.itemClicked(outline.topLevelItem(0), 0);
    QCOMPARE(chosen.first().first().toInt(), 12); // but it leads to where the heading is now
}

void ReportSideTest::outlineIsWalkedWithKeys()
{
    OutlineView outline;
    outline.setHeadings({heading(1, u"One"_s, 2), heading(2, u"Two"_s, 6)});
    outline.show();
    outline.setCurrentLine(2);
    QSignalSpy chosen(&outline, &OutlineView::lineChosen);
    QTest::keyClick(&outline, Qt::Key_Down);
    QTest::keyClick(&outline, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toInt(), 6);
}

void ReportSideTest::sidePanelShowsTheReport()
{
    ReportSidePanel side(m_theme);
    side.setSummary(summaryOf(u"What we tried"_s, {u"a"_s, u"b c"_s}));
    QCOMPARE(side.findChild<QPlainTextEdit *>(u"description"_s)->toPlainText(), u"What we tried"_s);
    QCOMPARE(side.findChild<QLineEdit *>(u"tags"_s)->text(), u"a, b c"_s);
    QStringList shown;
    for (const auto *label : side.findChildren<QLabel *>())
        shown.append(label->text());
    const QString all = shown.join(u'\n');
    for (const QString &text : {u"Digits"_s, u"vision"_s, u"By Ana"_s})
        QVERIFY2(all.contains(text), qPrintable(text));
}

void ReportSideTest::aFieldBeingWrittenInIsLeftAlone()
{
    ReportSidePanel side(m_theme);
    side.setSummary(summaryOf(u"Old"_s, {u"a"_s}));
    side.show();
    side.activateWindow();
    auto *description = side.findChild<QPlainTextEdit *>(u"description"_s);
    auto *tags = side.findChild<QLineEdit *>(u"tags"_s);
    tags->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(tags->hasFocus(), hangMs);
    tags->setText(u"a, half a ta"_s);
    // Something else of the report has changed meanwhile.
    side.setSummary(summaryOf(u"New"_s, {u"a"_s}));
    QCOMPARE(tags->text(), u"a, half a ta"_s);
    QCOMPARE(description->toPlainText(), u"New"_s);
}

/// The cursor rests in a field while a change comes from elsewhere.
void ReportSideTest::whatOthersChangedIsNotTakenBack()
{
    ReportSidePanel side(m_theme);
    side.setSummary(summaryOf(u"Old"_s, {u"a"_s, u"b"_s}));
    side.show();
    side.activateWindow();
    QSignalSpy described(&side, &ReportSidePanel::descriptionChanged);
    QSignalSpy tagged(&side, &ReportSidePanel::tagsChanged);
    auto *description = side.findChild<QPlainTextEdit *>(u"description"_s);
    auto *tags = side.findChild<QLineEdit *>(u"tags"_s);
    description->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(description->hasFocus(), hangMs);
    side.setSummary(summaryOf(u"Theirs"_s, {u"a"_s, u"b"_s}));
    QCOMPARE(description->toPlainText(), u"Theirs"_s);
    side.commit();
    QVERIFY(described.isEmpty());

    tags->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(tags->hasFocus(), hangMs);
    tags->setText(u"b, mine"_s);
    side.setSummary(summaryOf(u"Theirs"_s, {u"a"_s, u"b"_s, u"theirs"_s}));
    side.commit();
    QCOMPARE(tagged.last().first().toStringList(), QStringList({u"b"_s, u"mine"_s, u"theirs"_s}));
    QCOMPARE(tags->text(), u"b, mine, theirs"_s);
}

void ReportSideTest::descriptionIsReportedAfterAPauseAndOnLeaving()
{
    ReportSidePanel side(m_theme);
    side.setSummary(summaryOf(u"Old"_s, {}));
    side.show();
    side.activateWindow();
    auto *description = side.findChild<QPlainTextEdit *>(u"description"_s);
    QSignalSpy changed(&side, &ReportSidePanel::descriptionChanged);
    description->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(description->hasFocus(), hangMs);
    description->selectAll();
    QTest::keyClicks(description, u"New text"_s);
    QCOMPARE(changed.size(), 0); // not with every key
    QVERIFY(changed.wait(hangMs));
    QCOMPARE(changed.takeFirst().first().toString(), u"New text"_s);
    QTest::keyClicks(description, u"!"_s);
    side.findChild<QLineEdit *>(u"tags"_s)->setFocus();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), u"New text!"_s);
    side.commit();
    QCOMPARE(changed.size(), 1); // nothing new
}

void ReportSideTest::tagsAreTidied()
{
    ReportSidePanel side(m_theme);
    side.setSummary(summaryOf({}, {}));
    auto *tags = side.findChild<QLineEdit *>(u"tags"_s);
    QSignalSpy changed(&side, &ReportSidePanel::tagsChanged);
    tags->setText(u" b ,a  x,, b ,"_s);
    QTest::keyClick(tags, Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toStringList(), QStringList({u"a x"_s, u"b"_s}));
    QTest::keyClick(tags, Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
}

void ReportSideTest::sidePanelAsksForNameAndProject()
{
    ReportSidePanel side(m_theme);
    QSignalSpy renames(&side, &ReportSidePanel::renameRequested);
    QSignalSpy moves(&side, &ReportSidePanel::moveRequested);
    side.findChild<QPushButton *>(u"renameReport"_s)->click();
    side.findChild<QPushButton *>(u"moveReport"_s)->click();
    QCOMPARE(renames.size(), 1);
    QCOMPARE(moves.size(), 1);
}

void ReportSideTest::withoutHeadingsItSaysSo()
{
    ReportSidePanel side(m_theme);
    side.show();
    auto *outline = side.findChild<OutlineView *>();
    side.setHeadings({heading(1, u"One"_s, 0)});
    QVERIFY(outline->isVisible());
    side.setHeadings({});
    QVERIFY(!outline->isVisible());
    bool said = false;
    for (const auto *label : side.findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text() == u"Headings appear here."_s);
    QVERIFY(said);
}

void ReportSideTest::statusTellsWordsAndPlace()
{
    ReportStatusLine status(m_theme);
    status.setWords(1);
    QCOMPARE(status.findChild<QLabel *>(u"wordCount"_s)->text(), u"1 word"_s);
    status.setWords(12'345);
    QCOMPARE(status.findChild<QLabel *>(u"wordCount"_s)->text(),
             QLocale().toString(12'345) + u" words"_s);
    auto *place = status.findChild<QToolButton *>(u"cursorPlace"_s);
    status.setCursor(0, 0, 0);
    const QString first = place->text();
    QVERIFY2(first.contains(u'1'), qPrintable(first)); // people count from one
    status.setCursor(9, 4, 0);
    QVERIFY2(place->text().contains(u"10"_s) && place->text().contains(u'5'),
             qPrintable(place->text()));
    status.setCursor(9, 4, 321);
    QVERIFY2(place->text().contains(u"321"_s), qPrintable(place->text()));
    QSignalSpy wanted(&status, &ReportStatusLine::goToLineWanted);
    place->click();
    QCOMPARE(wanted.size(), 1);
}

void ReportSideTest::statusTellsTheState_data()
{
    QTest::addColumn<OpenReport::State>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("saved") << OpenReport::State::Saved << u"Saved"_s;
    QTest::newRow("journaled") << OpenReport::State::Journaled << u"On disk"_s;
    QTest::newRow("changed") << OpenReport::State::Changed << u"Typing…"_s;
    QTest::newRow("failed") << OpenReport::State::Failed << u"Not saved"_s;
}

void ReportSideTest::statusTellsTheState()
{
    QFETCH(OpenReport::State, state);
    QFETCH(QString, text);
    ReportStatusLine status(m_theme);
    status.setState(state, u"The disk is full."_s);
    const auto *label = status.findChild<QLabel *>(u"savedState"_s);
    QCOMPARE(label->text(), text);
    QVERIFY(!label->toolTip().isEmpty());
    QCOMPARE(label->toolTip().contains(u"The disk is full."_s), state == OpenReport::State::Failed);
    status.setLocked(true);
    // What is not saved stays said, whatever else is true of the report.
    QCOMPARE(label->text(), state == OpenReport::State::Saved ? u"Published"_s : text);
}

QTEST_MAIN(ReportSideTest)
#include "test_report_side.moc"
