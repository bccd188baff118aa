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
        return parent.isValid() ? 0 : 100'000;
    }
    QVariant data(const QModelIndex &, int) const override
    {
        ++asked;
        return {};
    }
    mutable int asked = 0;
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

private:
    CountingDelegate m_delegate;
    ManyRows m_model;
    std::unique_ptr<CardGridView> m_view;
};

void TestCardGridView::init()
{
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

QTEST_MAIN(TestCardGridView)

#include "test_card_grid_view.moc"
