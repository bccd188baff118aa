#include "ui/widgets/card_grid_view.h"

#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// Counts what the view asks about.
class CountingDelegate final : public CardDelegate
{
public:
    QRect menuButtonRect(const QRect &card) const override
    {
        return {card.right() - 20, card.top(), 20, 20};
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, 100};
    }
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        ++painted;
    }
    mutable int painted = 0;
};

class ManyRows final : public QAbstractListModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : count;
    }
    void setCount(int rows)
    {
        beginResetModel();
        count = rows;
        endResetModel();
    }
    QVariant data(const QModelIndex &, int) const override
    {
        ++asked;
        return {};
    }
    mutable int asked = 0;
    int count = 100'000;
};

} // namespace

class TestCardGridView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void paintsOnlyWhatIsSeen();
    void tellsWhichRowsAreSeen();
    void placesAndHitsAgree();
    void movesByKeyboard();
    void resizingChangesTheColumns();
    void menuButtonDoesNotOpen();
    void pageKeysMoveByWhatIsSeen();
    void movingStopsAtTheEnds();
    void tabShowsWhereOneIs();
    void enterOpensAndModifiersDoNot();
    void rightClickAsksForTheCardUnderThePointer();
    void keyboardMenuComesUnderTheButton();
    void currentCardIsBroughtIntoView();
    void pointerIsFollowed();
    void fewCardsDoNotBecomeGiants();
    void emptyModelIsNoTrouble();
    void typingLettersReadsNoRows();
    void wheelScrollsByPartsOfACard();

private:
    CountingDelegate m_delegate;
    ManyRows m_model;
    std::unique_ptr<CardGridView> m_view;
};

void TestCardGridView::init()
{
    m_model.setCount(100'000);
    m_view = std::make_unique<CardGridView>();
    m_view->setItemDelegate(&m_delegate);
    m_view->setModel(&m_model);
    m_view->resize(760, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestCardGridView::cleanup()
{
    m_view.reset();
}

void TestCardGridView::paintsOnlyWhatIsSeen()
{
    m_delegate.painted = 0;
    m_model.asked = 0;
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    m_view->grab();
    QVERIFY(m_delegate.painted > 0);
    QVERIFY2(m_delegate.painted < 60, qPrintable(QString::number(m_delegate.painted)));
    QVERIFY2(m_model.asked < 500, qPrintable(QString::number(m_model.asked)));
}

void TestCardGridView::tellsWhichRowsAreSeen()
{
    QSignalSpy visible(m_view.get(), &CardGridView::visibleRowsChanged);
    m_view->scrollTo(m_model.index(50'000), QAbstractItemView::PositionAtTop);
    QVERIFY(!visible.isEmpty());
    const int first = visible.last().at(0).toInt();
    const int last = visible.last().at(1).toInt();
    QVERIFY(first <= 50'000 && last >= 50'000);
    QVERIFY(last - first < 40);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    QCOMPARE(visible.last().at(1).toInt(), 99'999);
}

void TestCardGridView::placesAndHitsAgree()
{
    for (const int row : {0, 1, 2, 3, 7, 49'999, 99'999}) {
        const QModelIndex index = m_model.index(row);
        m_view->scrollTo(index);
        const QRect card = m_view->visualRect(index);
        QVERIFY(m_view->viewport()->rect().contains(card.center()));
        QCOMPARE(m_view->indexAt(card.center()).row(), row);
        QVERIFY(!m_view->indexAt(card.topLeft() - QPoint(4, 4)).isValid());
    }
}

void TestCardGridView::movesByKeyboard()
{
    m_view->setFocus();
    const int columns = m_view->columns();
    QCOMPARE(columns, 3);
    m_view->setCurrentIndex(m_model.index(0));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->currentIndex().row(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentIndex().row(), 1 + columns);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->currentIndex().row(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentIndex().row(), 99'999);
    QVERIFY(m_view->viewport()->rect().intersects(m_view->visualRect(m_view->currentIndex())));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentIndex().row(), 0);
}

void TestCardGridView::resizingChangesTheColumns()
{
    m_view->resize(320, 500);
    QCOMPARE(m_view->columns(), 1);
    m_view->resize(1500, 500);
    QCOMPARE(m_view->columns(), 6);
    const QRect last = m_view->visualRect(m_model.index(5));
    QVERIFY(m_view->viewport()->width() - last.right() < 40);
}

void TestCardGridView::menuButtonDoesNotOpen()
{
    QSignalSpy opened(m_view.get(), &CardGridView::opened);
    QSignalSpy menu(m_view.get(), &CardGridView::menuRequested);
    const QRect card = m_view->visualRect(m_model.index(4));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      m_delegate.menuButtonRect(card).center());
    QCOMPARE(menu.count(), 1);
    QCOMPARE(opened.count(), 0);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, card.center());
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {},
                        m_view->visualRect(m_model.index(0)).center());
    QVERIFY2(opened.isEmpty(), "a press here and a release there is no click");
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, card.center());
    QCOMPARE(opened.count(), 1);
}

void TestCardGridView::pageKeysMoveByWhatIsSeen()
{
    m_view->setFocus();
    m_view->setCurrentIndex(m_model.index(0));
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    const int page = m_view->currentIndex().row();
    QVERIFY(page > 0 && page % m_view->columns() == 0);
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex())));
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QCOMPARE(m_view->currentIndex().row(), 2 * page);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QCOMPARE(m_view->currentIndex().row(), 0);
}

void TestCardGridView::movingStopsAtTheEnds()
{
    m_model.setCount(5); // the last line has two of three cards
    m_view->setFocus();
    m_view->setCurrentIndex(m_model.index(0));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->currentIndex().row(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->currentIndex().row(), 0);
    m_view->setCurrentIndex(m_model.index(2));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentIndex().row(), 4);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->currentIndex().row(), 4);
}

void TestCardGridView::tabShowsWhereOneIs()
{
    m_view->selectionModel()->clearCurrentIndex();
    QFocusEvent byMouse(QEvent::FocusIn, Qt::MouseFocusReason);
    QCoreApplication::sendEvent(m_view.get(), &byMouse);
    QVERIFY(!m_view->currentIndex().isValid());
    QFocusEvent byTab(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(m_view.get(), &byTab);
    QCOMPARE(m_view->currentIndex().row(), 0);
    m_view->setCurrentIndex(m_model.index(7));
    QCoreApplication::sendEvent(m_view.get(), &byTab);
    QCOMPARE(m_view->currentIndex().row(), 7);
}

void TestCardGridView::enterOpensAndModifiersDoNot()
{
    QSignalSpy opened(m_view.get(), &CardGridView::opened);
    m_view->selectionModel()->clearCurrentIndex();
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.count(), 0);
    m_view->setCurrentIndex(m_model.index(3));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::keyClick(m_view.get(), Qt::Key_Enter);
    QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.last().first().toModelIndex().row(), 3);
}

void TestCardGridView::rightClickAsksForTheCardUnderThePointer()
{
    QSignalSpy menu(m_view.get(), &CardGridView::menuRequested);
    QSignalSpy opened(m_view.get(), &CardGridView::opened);
    const auto rightClick = [&](const QPoint &place) {
        QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place,
                                m_view->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    };
    const QPoint place = m_view->visualRect(m_model.index(4)).center();
    rightClick(place);
    QCOMPARE(menu.count(), 1);
    QCOMPARE(menu.first().at(0).toModelIndex().row(), 4);
    QCOMPARE(menu.first().at(1).toPoint(), m_view->viewport()->mapToGlobal(place));
    QCOMPARE(m_view->currentIndex().row(), 4);
    rightClick(QPoint(2, 2)); // beside the cards
    QCOMPARE(menu.count(), 1);
    QCOMPARE(opened.count(), 0);
}

void TestCardGridView::keyboardMenuComesUnderTheButton()
{
    QSignalSpy menu(m_view.get(), &CardGridView::menuRequested);
    m_view->selectionModel()->clearCurrentIndex();
    QTest::keyClick(m_view.get(), Qt::Key_Menu);
    QCOMPARE(menu.count(), 0);
    m_view->setCurrentIndex(m_model.index(90'000));
    m_view->verticalScrollBar()->setValue(0);
    QTest::keyClick(m_view.get(), Qt::Key_F10, Qt::ShiftModifier);
    QCOMPARE(menu.count(), 1);
    const QRect card = m_view->visualRect(m_model.index(90'000));
    QVERIFY2(m_view->viewport()->rect().contains(card), "a menu for a card that is not seen");
    QCOMPARE(menu.first().at(1).toPoint(),
             m_view->viewport()->mapToGlobal(m_delegate.menuButtonRect(card).bottomLeft()));
}

void TestCardGridView::currentCardIsBroughtIntoView()
{
    m_view->setFocus();
    m_view->setCurrentIndex(m_model.index(0));
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex())));
    }
    m_view->scrollTo(m_model.index(600), QAbstractItemView::PositionAtCenter);
    const int middle = m_view->visualRect(m_model.index(600)).center().y();
    QVERIFY(std::abs(middle - m_view->viewport()->height() / 2) <= 1);
    const int before = m_view->verticalScrollBar()->value();
    m_view->scrollTo(m_model.index(600)); // it is seen; nothing moves
    QCOMPARE(m_view->verticalScrollBar()->value(), before);
    m_view->scrollTo({});
    QCOMPARE(m_view->verticalScrollBar()->value(), before);
}

void TestCardGridView::pointerIsFollowed()
{
    const QRect card = m_view->visualRect(m_model.index(1));
    QTest::mouseMove(m_view->viewport(), card.center());
    QMouseEvent move(QEvent::MouseMove, card.center(),
                     m_view->viewport()->mapToGlobal(card.center()), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QCOMPARE(m_view->hovered().row(), 1);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(!m_view->hovered().isValid());
}

void TestCardGridView::fewCardsDoNotBecomeGiants()
{
    m_model.setCount(1);
    m_view->resize(390, 500); // room for one, and for half of another
    QCOMPARE(m_view->columns(), 1);
    QVERIFY(m_view->visualRect(m_model.index(0)).width() <= 300);
    m_view->resize(120, 500); // narrower than a card wants to be
    QCOMPARE(m_view->columns(), 1);
    const QRect card = m_view->visualRect(m_model.index(0));
    QVERIFY(card.width() > 0 && card.right() < m_view->viewport()->width());
}

void TestCardGridView::emptyModelIsNoTrouble()
{
    m_model.setCount(0);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_End, Qt::Key_Return, Qt::Key_Menu})
        QTest::keyClick(m_view.get(), key);
    QVERIFY(!m_view->currentIndex().isValid());
    QVERIFY(!m_view->indexAt(QPoint(100, 100)).isValid());
    QVERIFY(QTest::qWaitFor([this] { return m_view->verticalScrollBar()->maximum() == 0; }));
    m_delegate.painted = 0;
    m_view->grab();
    QCOMPARE(m_delegate.painted, 0);
}

void TestCardGridView::typingLettersReadsNoRows()
{
    m_view->setFocus();
    m_view->setCurrentIndex(m_model.index(0));
    m_model.asked = 0;
    QTest::keyClicks(m_view.get(), u"learning"_s);
    QVERIFY2(m_model.asked < 1000, qPrintable(QString::number(m_model.asked)));
    QCOMPARE(m_view->currentIndex().row(), 0);
}

void TestCardGridView::wheelScrollsByPartsOfACard()
{
    const int step = m_view->verticalScrollBar()->singleStep();
    const int card = m_view->visualRect(m_model.index(0)).height();
    QVERIFY2(step > 0 && step < card, qPrintable(QString::number(step)));
    QCOMPARE(m_view->verticalScrollBar()->pageStep(), m_view->viewport()->height());
}

QTEST_MAIN(TestCardGridView)

#include "test_card_grid_view.moc"
