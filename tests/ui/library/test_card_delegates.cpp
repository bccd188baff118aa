#include "support/test_clock.h"
#include "ui/library/project_card_delegate.h"
#include "ui/library/project_list_model.h"
#include "ui/library/report_card_delegate.h"
#include "ui/library/report_list_model.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/widgets/relative_time.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QRect card(10, 20, 380, 190);

QList<QRect> partsOf(const LibraryCardGeometry &g)
{
    return {g.name, g.project, g.body, g.tags, g.footer};
}

/// Pixels in `area` that are not the colour of most of them.
int inkIn(const QImage &picture, const QRect &area)
{
    QHash<QRgb, int> counts;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    int most = 0;
    for (const int count : std::as_const(counts))
        most = std::max(most, count);
    return area.width() * area.height() - most;
}

} // namespace

/// Cards as they are drawn: where things stand, what is cut, what the tool tips say.
class TestCardDelegates : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void partsStandApartInsideTheCard();
    void largerFontsMakeLargerCards();
    void bothKindsAreOfOneSize();
    void everythingOfAReportIsDrawn();
    void longTextsStayInTheirPlaces();
    void nameStaysClearOfTheMenuButton();
    void rowsThatAreNotThereYetAreDrawnGrey();
    void aMovedReportShowsItsNewProject();
    void wordsThatWereFoundAreMarked();
    void followsTheTheme();
    void publishedLooksOtherThanDraft();
    void whatTheServerSaysIsSeen();
    void focusIsSeen();
    void tooManyTagsAreCounted();
    void toolTipsSayWhatIsCut();
    void projectShowsItsCounts();
    void projectToolTips();

private:
    ReportHit hit() const
    {
        ReportHit hit;
        hit.summary.id = ReportId(u"1"_s);
        hit.summary.project = u"vision/resnet"_s;
        hit.summary.name = u"Learning rate"_s;
        hit.summary.description = u"What a larger rate does to the validation loss"_s;
        hit.summary.tags = {u"paper"_s, u"v2"_s};
        hit.summary.author = u"Ana"_s;
        hit.summary.updated = m_clock.now().addSecs(-300);
        hit.summary.created = m_clock.now().addDays(-3);
        return hit;
    }
    /// A row that says this.
    QModelIndex row(const ReportHit &hit, const QString &markedName = {})
    {
        auto *item = new QStandardItem(hit.summary.name);
        item->setData(QVariant::fromValue(hit), ReportListModel::HitRole);
        item->setData(markedName.isEmpty() ? hit.summary.name : markedName,
                      ReportListModel::MarkedNameRole);
        m_model.setItem(0, item);
        return m_model.index(0, 0);
    }
    QModelIndex row(const ProjectSummary &project, bool isWhole = false)
    {
        auto *item = new QStandardItem(project.path);
        item->setData(QVariant::fromValue(project), ProjectListModel::ProjectRole);
        item->setData(isWhole, ProjectListModel::IsWholeRole);
        m_model.setItem(0, item);
        return m_model.index(0, 0);
    }
    QImage paint(CardDelegate &delegate, const QModelIndex &index, QStyle::State state = {})
    {
        QImage picture(card.size() + QSize(20, 40), QImage::Format_RGB32);
        picture.fill(m_theme.color(ColorRole::Window));
        QPainter painter(&picture);
        QStyleOptionViewItem option;
        option.rect = card;
        option.state = QStyle::State_Enabled | state;
        delegate.paint(&painter, option, index);
        return picture;
    }
    LibraryCardGeometry geometry() const { return LibraryCardGeometry::of(card, m_theme); }

    TestClock m_clock;
    SystemColorScheme m_system;
    Theme m_theme{m_system};
    ReportCardDelegate m_reports{m_theme, m_clock};
    ProjectCardDelegate m_projects{m_theme, m_clock};
    QStandardItemModel m_model;
};

void TestCardDelegates::init()
{
    m_theme.setMode(ThemeMode::Light);
    m_theme.setBodyPointSize(10);
    m_model.clear();
}

void TestCardDelegates::partsStandApartInsideTheCard()
{
    const QSize least = LibraryCardGeometry::leastSize(m_theme);
    for (const int width : {least.width(), least.width() * 3 / 2}) {
        const QRect place(7, 9, width, least.height());
        const LibraryCardGeometry g = LibraryCardGeometry::of(place, m_theme);
        const QList<QRect> parts = partsOf(g);
        for (int i = 0; i < parts.size(); ++i) {
            QVERIFY(place.contains(parts.at(i)));
            if (i > 0)
                QVERIFY2(parts.at(i).top() > parts.at(i - 1).bottom(), "parts overlap");
            QVERIFY(!parts.at(i).intersects(g.menu) || i > 0);
        }
        QVERIFY(place.contains(g.menu));
        QCOMPARE(place.bottom() - g.footer.bottom(), g.name.top() - place.top());
    }
}

void TestCardDelegates::largerFontsMakeLargerCards()
{
    const QSize before = LibraryCardGeometry::leastSize(m_theme);
    m_theme.setBodyPointSize(16);
    const QSize after = LibraryCardGeometry::leastSize(m_theme);
    QVERIFY(after.width() > before.width() && after.height() > before.height());
    const LibraryCardGeometry g = LibraryCardGeometry::of(QRect(QPoint(), after), m_theme);
    QVERIFY(g.body.height() >= 2 * QFontMetrics(m_theme.font(FontRole::Body)).height());
}

void TestCardDelegates::bothKindsAreOfOneSize()
{
    QCOMPARE(m_reports.sizeHint({}, {}), m_projects.sizeHint({}, {}));
    QCOMPARE(m_reports.menuButtonRect(card), geometry().menu);
    QVERIFY2(m_projects.menuButtonRect(card).isEmpty(), "a button that nothing answers to");
}

void TestCardDelegates::everythingOfAReportIsDrawn()
{
    const QImage picture = paint(m_reports, row(hit()));
    for (const QRect &part : partsOf(geometry()))
        QVERIFY2(inkIn(picture, part) > 50, "a part of the card is empty");
    QVERIFY(inkIn(picture, geometry().menu) > 5);
    ReportHit bare;
    bare.summary.id = ReportId(u"2"_s);
    bare.summary.name = u"Bare"_s;
    bare.summary.updated = m_clock.now();
    const QImage other = paint(m_reports, row(bare));
    QCOMPARE(inkIn(other, geometry().body), 0);
    QCOMPARE(inkIn(other, geometry().tags), 0);
    QVERIFY2(inkIn(other, geometry().project) > 50, "nothing says that it is in no project");
}

void TestCardDelegates::longTextsStayInTheirPlaces()
{
    ReportHit longOne = hit();
    longOne.summary.id = ReportId(u"3"_s);
    const QString words = u"immeasurably long words "_s.repeated(40);
    longOne.summary.name = words;
    longOne.summary.project = words;
    longOne.summary.description = words;
    longOne.summary.author = words;
    longOne.summary.tags = {words};
    const QImage picture = paint(m_reports, row(longOne));
    const QRect inside = card.adjusted(4, 4, -4, -4);
    for (int y = 0; y < picture.height(); ++y) {
        const bool isRow = y > card.top() + 12 && y < card.bottom() - 12;
        for (int x = inside.right() - 6; isRow && x <= inside.right(); ++x)
            QVERIFY2(picture.pixelColor(x, y) == m_theme.color(ColorRole::Card) ||
                         geometry().menu.contains(x, y),
                     "text runs into the card's edge");
        for (int x = card.right() + 1; x < picture.width(); ++x)
            QVERIFY2(picture.pixelColor(x, y) == m_theme.color(ColorRole::Window),
                     "text runs out of the card");
    }
}

void TestCardDelegates::nameStaysClearOfTheMenuButton()
{
    ReportHit longOne = hit();
    longOne.summary.name = u"W"_s.repeated(200);
    longOne.summary.id = ReportId(u"4"_s);
    const QRect between(geometry().name.right() + 1, geometry().name.top(),
                        geometry().menu.left() - geometry().name.right() - 1,
                        geometry().name.height());
    QCOMPARE(inkIn(paint(m_reports, row(longOne)), between), 0);
}

void TestCardDelegates::rowsThatAreNotThereYetAreDrawnGrey()
{
    m_model.setItem(0, new QStandardItem);
    const QImage picture = paint(m_reports, m_model.index(0, 0));
    QVERIFY(inkIn(picture, geometry().name) > 50);
    QCOMPARE(inkIn(picture, geometry().menu), 0);
}

void TestCardDelegates::aMovedReportShowsItsNewProject()
{
    const QRect place = geometry().project;
    ReportHit moved = hit();
    const QImage before = paint(m_reports, row(moved)).copy(place);
    moved.summary.project = u"audio"_s; // which is no change of the report itself
    QVERIFY(paint(m_reports, row(moved)).copy(place) != before);
}

void TestCardDelegates::wordsThatWereFoundAreMarked()
{
    const QColor mark = m_theme.color(ColorRole::SearchHit);
    const auto marksIn = [&](const QImage &picture, const QRect &area) {
        int found = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                found += picture.pixelColor(x, y) == mark ? 1 : 0;
        }
        return found;
    };
    const QImage plain = paint(m_reports, row(hit()));
    QCOMPARE(marksIn(plain, card), 0);
    ReportHit found = hit();
    found.snippet = u"the \x02validation\x03 loss"_s;
    const QImage body = paint(m_reports, row(found));
    QVERIFY(marksIn(body, geometry().body) > 100);
    QCOMPARE(marksIn(body, geometry().name), 0);
    const QImage name = paint(m_reports, row(hit(), u"\x02Learning\x03 rate"_s));
    QVERIFY(marksIn(name, geometry().name) > 100);
    // The same name without a search is drawn without marks again.
    QCOMPARE(marksIn(paint(m_reports, row(hit())), card), 0);
}

void TestCardDelegates::followsTheTheme()
{
    const QPoint empty(card.center().x(), card.top() + 6);
    QCOMPARE(paint(m_reports, row(hit())).pixelColor(empty), m_theme.color(ColorRole::Card));
    m_theme.setMode(ThemeMode::Dark);
    QCOMPARE(paint(m_reports, row(hit())).pixelColor(empty), m_theme.color(ColorRole::Card));
    QVERIFY(m_theme.color(ColorRole::Card).lightness() < 128);
}

void TestCardDelegates::publishedLooksOtherThanDraft()
{
    ReportHit published = hit();
    published.summary.status = ReportStatus::Published;
    const QRect footer = geometry().footer;
    const QImage draft = paint(m_reports, row(hit()));
    QVERIFY(paint(m_reports, row(published)).copy(footer) != draft.copy(footer));
    QCOMPARE(paint(m_reports, row(published)).copy(geometry().name), draft.copy(geometry().name));
}

void TestCardDelegates::whatTheServerSaysIsSeen()
{
    const QRect footer = geometry().footer;
    const QImage plain = paint(m_reports, row(hit())).copy(footer);
    QVector<QImage> seen{plain};
    for (const SyncStatus &status :
         {SyncStatus{SyncState::Edited, {}, false}, SyncStatus{SyncState::MergeNeeded, {}, false},
          SyncStatus{SyncState::Refused, u"It is locked."_s, false},
          SyncStatus{SyncState::Clean, {}, true}}) {
        ReportHit one = hit();
        one.summary.sync = status;
        const QImage footerOfOne = paint(m_reports, row(one)).copy(footer);
        QVERIFY2(!seen.contains(footerOfOne), qPrintable(QString::number(int(status.state))));
        seen.append(footerOfOne);
    }
    ReportHit refused = hit();
    refused.summary.sync = {SyncState::Refused, u"It is locked."_s, false};
    QVERIFY(m_reports.toolTipAt(row(refused), geometry(), footer.center())
                .contains(u"It is locked."_s));
    ReportHit clean = hit();
    clean.summary.sync.state = SyncState::Clean;
    QCOMPARE(paint(m_reports, row(clean)).copy(footer), plain);
}

void TestCardDelegates::focusIsSeen()
{
    const QColor focus = m_theme.color(ColorRole::Focus);
    const QPoint edge(card.center().x(), card.top());
    QVERIFY(paint(m_reports, row(hit())).pixelColor(edge) != focus);
    QCOMPARE(paint(m_reports, row(hit()), QStyle::State_HasFocus).pixelColor(edge), focus);
    ProjectSummary project;
    project.path = u"vision"_s;
    QCOMPARE(paint(m_projects, row(project), QStyle::State_HasFocus).pixelColor(edge), focus);
}

void TestCardDelegates::tooManyTagsAreCounted()
{
    ReportHit many = hit();
    many.summary.tags.clear();
    for (int i = 0; i < 40; ++i)
        many.summary.tags.append(u"tag number %1"_s.arg(i));
    const QImage picture = paint(m_reports, row(many));
    const QRect tags = geometry().tags;
    // The count is the last chip and has the muted background.
    int counted = 0;
    for (int x = tags.left(); x <= tags.right(); ++x)
        counted += picture.pixelColor(x, tags.top() + 2) == m_theme.color(ColorRole::Hover) ? 1 : 0;
    QVERIFY2(counted > 10, "tags were left out without a word");
    many.summary.tags = {u"one"_s};
    const QImage one = paint(m_reports, row(many));
    for (int x = tags.left(); x <= tags.right(); ++x)
        QVERIFY(one.pixelColor(x, tags.top() + 2) != m_theme.color(ColorRole::Hover));
}

void TestCardDelegates::toolTipsSayWhatIsCut()
{
    const ReportHit report = hit();
    const QModelIndex index = row(report);
    const LibraryCardGeometry g = geometry();
    const auto tip = [&](const QRect &part) {
        return m_reports.toolTipAt(index, g, part.center());
    };
    QCOMPARE(tip(g.name), report.summary.name);
    QCOMPARE(tip(g.project), report.summary.project);
    QCOMPARE(tip(g.body), report.summary.description);
    QCOMPARE(tip(g.tags), u"paper, v2"_s);
    QVERIFY2(tip(g.footer).contains(exactTime(report.summary.updated)), qPrintable(tip(g.footer)));
    QVERIFY(tip(g.footer).contains(exactTime(report.summary.created)));
    QCOMPARE(tip(g.menu), u"Menu"_s);
    QCOMPARE(m_reports.toolTipAt(index, g, card.topLeft()), QString());
    m_model.setItem(0, new QStandardItem);
    QCOMPARE(m_reports.toolTipAt(m_model.index(0, 0), g, g.name.center()), QString());
}

void TestCardDelegates::projectShowsItsCounts()
{
    ProjectSummary project;
    project.path = u"vision"_s;
    project.reports = 12;
    project.published = 3;
    project.updated = m_clock.now().addDays(-2);
    project.subprojects = {u"resnet"_s, u"vit"_s};
    const LibraryCardGeometry g = geometry();
    const QImage picture = paint(m_projects, row(project));
    QVERIFY(inkIn(picture, g.name) > 50);
    QVERIFY(inkIn(picture, g.body) > 50);
    QVERIFY(inkIn(picture, g.tags) > 50);
    QVERIFY(inkIn(picture, g.footer) > 50);
    project.published = 4;
    QVERIFY(paint(m_projects, row(project)).copy(card) != picture.copy(card));
    // The card of the whole names no parts; they stand beside it.
    QCOMPARE(inkIn(paint(m_projects, row(project, true)), g.tags), 0);
    project.updated = {};
    QCOMPARE(inkIn(paint(m_projects, row(project)), g.footer), 0);
}

void TestCardDelegates::projectToolTips()
{
    ProjectSummary project;
    project.path = u"vision/resnet"_s;
    project.updated = m_clock.now();
    project.subprojects = {u"a"_s, u"b"_s};
    const QModelIndex index = row(project);
    const LibraryCardGeometry g = geometry();
    QCOMPARE(m_projects.toolTipAt(index, g, g.name.center()), u"vision/resnet"_s);
    QVERIFY(m_projects.toolTipAt(index, g, g.tags.center()).endsWith(u"a, b"_s));
    QCOMPARE(m_projects.toolTipAt(index, g, g.footer.center()), exactTime(project.updated));
}

QTEST_MAIN(TestCardDelegates)
#include "test_card_delegates.moc"
