#include "support/list_texts.h"
#include "support/wait.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/palette_delegate.h"

#include <QAction>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QWidgetAction>

using namespace plotleaf;
using namespace plotleaf::test;
using namespace Qt::StringLiterals;

/// The palette over the menus of a window made for it.
class TestCommandPalette : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void findsWhatTheMenusHold();
    void scores_data();
    void scores();
    void bestComesFirst();
    void searchesByWordsInAnyOrder();
    void disabledOnesAreLastAndDoNotRun();
    void arrowsMoveWhileOneTypes();
    void clickRuns();
    void runsAfterItHasGone();
    void actionThatWentMeanwhileDoesNothing();
    void escapeRunsNothing();
    void showsShortcuts();
    void fitsASmallWindow();

private:
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &shortcut = {})
    {
        QAction *action = menu->addAction(text);
        action->setShortcut(shortcut);
        return action;
    }
    void open()
    {
        m_palette =
            new CommandPalette(m_theme, paletteCommands(*m_window->menuBar()), m_window.get());
        m_palette->show();
    }
    QLineEdit *search() const { return m_palette->findChild<QLineEdit *>(u"commandSearch"_s); }
    QListWidget *list() const { return m_palette->findChild<QListWidget *>(u"commandList"_s); }
    QStringList found(const QString &query)
    {
        search()->setText(query);
        return shownTexts(list());
    }

    SystemColorScheme m_system;
    Theme m_theme{m_system};
    std::unique_ptr<QMainWindow> m_window;
    QAction *m_rename = nullptr;
    QAction *m_remove = nullptr;
    QPointer<CommandPalette> m_palette;
};

void TestCommandPalette::init()
{
    m_window = std::make_unique<QMainWindow>();
    m_window->resize(900, 700);
    QMenu *file = m_window->menuBar()->addMenu(u"&File"_s);
    add(file, u"&New report…"_s, QKeySequence(u"Ctrl+N"_s));
    file->addSeparator();
    QMenu *theme = file->addMenu(u"&Theme"_s);
    add(theme, u"&Dark"_s);
    add(theme, u"&Light"_s);
    QMenu *report = m_window->menuBar()->addMenu(u"&Report"_s);
    m_rename = add(report, u"&Rename"_s, Qt::Key_F2);
    m_remove = add(report, u"D&elete R&&D…"_s);
    m_remove->setEnabled(false);
    add(report, u"Hidden"_s)->setVisible(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestCommandPalette::cleanup()
{
    delete m_palette;
    m_window.reset();
}

void TestCommandPalette::findsWhatTheMenusHold()
{
    QMenu *filled = m_window->menuBar()->addMenu(u"Filled"_s);
    connect(filled, &QMenu::aboutToShow, filled, [filled] {
        filled->clear();
        filled->addAction(u"When it opens"_s);
    });
    auto *grid = new QMenu(u"Grid"_s, m_window.get());
    grid->addAction(new QWidgetAction(grid));
    connect(filled, &QMenu::aboutToShow, filled, [filled, grid] { filled->addMenu(grid); });
    QStringList paths;
    for (const PaletteCommand &command : paletteCommands(*m_window->menuBar()))
        paths.append(command.path);
    QCOMPARE(paths, QStringList({u"File › New report…"_s, u"File › Theme › Dark"_s,
                                 u"File › Theme › Light"_s, u"Report › Rename"_s,
                                 u"Report › Delete R&D…"_s, u"Filled › When it opens"_s,
                                 u"Filled › Grid"_s}));
}

void TestCommandPalette::scores_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("word's start") << u"pri"_s << u"Report › Print"_s << u"View › Reprint"_s;
    QTest::newRow("in one piece") << u"arch"_s << u"View › Archive"_s
                                  << u"Edit › Search text here"_s;
    QTest::newRow("words' starts") << u"nr"_s << u"File › New report"_s << u"Edit › Find around"_s;
    QTest::newRow("case") << u"PRI"_s << u"Report › Print"_s << u"View › Reprint"_s;
    QTest::newRow("not at all") << u"xyz"_s << u"x y z"_s << u"Report › Print"_s;
}

void TestCommandPalette::scores()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY2(paletteScore(query, better) > paletteScore(query, worse),
             qPrintable(
                 u"%1 and %2"_s.arg(paletteScore(query, better)).arg(paletteScore(query, worse))));
    QCOMPARE(paletteScore({}, worse), 0);
    QCOMPARE(paletteScore(u"qqq"_s, worse), -1);
}

void TestCommandPalette::bestComesFirst()
{
    open();
    QCOMPARE(shownTexts(list()).first(), u"File › New report…"_s); // the order of the menus
    QCOMPARE(found(u"re"_s).first(), u"File › New report…"_s);
    QCOMPARE(found(u"ren"_s).first(), u"Report › Rename"_s);
    QCOMPARE(list()->currentRow(), 0);
    QCOMPARE(found(u"zzz"_s), QStringList());
    QTest::keyClick(search(), Qt::Key_Return); // nothing to run
    QVERIFY(m_palette->isVisible());
}

void TestCommandPalette::searchesByWordsInAnyOrder()
{
    open();
    QCOMPARE(found(u"dark theme"_s).first(), u"File › Theme › Dark"_s);
    QCOMPARE(found(u"  theme   dark "_s).first(), u"File › Theme › Dark"_s);
    QCOMPARE(found(u"theme"_s).size(), 2);
}

void TestCommandPalette::disabledOnesAreLastAndDoNotRun()
{
    open();
    QCOMPARE(shownTexts(list()).last(), u"Report › Delete R&D…"_s);
    QCOMPARE(found(u"delete"_s), QStringList{u"Report › Delete R&D…"_s});
    QSignalSpy removed(m_remove, &QAction::triggered);
    QTest::keyClick(search(), Qt::Key_Return);
    QVERIFY2(m_palette && m_palette->isVisible(), "closed without having done anything");
    QCOMPARE(removed.count(), 0);
}

void TestCommandPalette::arrowsMoveWhileOneTypes()
{
    m_remove->setEnabled(true); // the last row can be reached
    open();
    QVERIFY(QTest::qWaitForWindowExposed(m_palette));
    QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(list()->currentRow(), 1);
    QTest::keyClick(search(), Qt::Key_Up);
    QCOMPARE(list()->currentRow(), 0);
    QTest::keyClick(search(), Qt::Key_PageDown);
    QVERIFY(list()->currentRow() > 1);
    QTest::keyClicks(search(), u"theme"_s);
    QCOMPARE(search()->text(), u"theme"_s);
    QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(list()->currentItem()->text(), u"File › Theme › Light"_s);
}

void TestCommandPalette::clickRuns()
{
    open();
    QVERIFY(QTest::qWaitForWindowExposed(m_palette));
    QSignalSpy renamed(m_rename, &QAction::triggered);
    search()->setText(u"rename"_s);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      list()->visualItemRect(list()->item(0)).center());
    QVERIFY(QTest::qWaitFor([&] { return renamed.count() == 1; }, hangMs));
    QVERIFY(QTest::qWaitFor([&] { return !m_palette; }, hangMs));
}

void TestCommandPalette::runsAfterItHasGone()
{
    open();
    bool wasGone = false;
    connect(m_rename, &QAction::triggered, m_window.get(),
            [&] { wasGone = !m_palette || !m_palette->isVisible(); });
    search()->setText(u"rename"_s);
    QTest::keyClick(search(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return wasGone; }, hangMs));
}

void TestCommandPalette::actionThatWentMeanwhileDoesNothing()
{
    open();
    search()->setText(u"rename"_s);
    QTest::keyClick(search(), Qt::Key_Return);
    delete m_rename;
    QVERIFY(QTest::qWaitFor([&] { return !m_palette; }, hangMs));
}

void TestCommandPalette::escapeRunsNothing()
{
    open();
    QSignalSpy renamed(m_rename, &QAction::triggered);
    search()->setText(u"rename"_s);
    QTest::keyClick(search(), Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return !m_palette; }, hangMs));
    QCOMPARE(renamed.count(), 0);
}

void TestCommandPalette::showsShortcuts()
{
    open();
    const QListWidgetItem *item = list()->item(0);
    QCOMPARE(item->data(PaletteDelegate::ShortcutRole).toString(),
             QKeySequence(u"Ctrl+N"_s).toString(QKeySequence::NativeText));
    // Drawn at the right edge; a command without one has nothing there.
    const auto ink = [&](int row) {
        const QRect place = list()->visualItemRect(list()->item(row));
        const QImage picture = list()->viewport()->grab().toImage();
        const QRgb background = picture.pixel(place.right() - 3, place.top() + 1);
        int dark = 0;
        for (int x = place.right() - 60; x < place.right() - 3; ++x) {
            for (int y = place.top() + 2; y < place.bottom() - 2; ++y)
                dark += picture.pixel(x, y) != background ? 1 : 0;
        }
        return dark;
    };
    list()->setCurrentRow(2);
    QVERIFY(ink(0) > 20);
    QCOMPARE(ink(1), 0);
}

void TestCommandPalette::fitsASmallWindow()
{
    m_window->resize(320, 240);
    open();
    QVERIFY(m_palette->width() <= m_window->width());
    const QRect window(m_window->mapToGlobal(QPoint()), m_window->size());
    QVERIFY(window.contains(m_palette->geometry()));
}

QTEST_MAIN(TestCommandPalette)
#include "test_command_palette.moc"
