#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clear_button.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

/// How much of the widget has this colour; a curve has it nowhere in full.
int pixelsOf(QWidget &widget, const QColor &color)
{
    constexpr int tolerance = 40;
    const QImage picture = widget.grab().toImage();
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            const int distance = std::abs(pixel.red() - color.red()) +
                                 std::abs(pixel.green() - color.green()) +
                                 std::abs(pixel.blue() - color.blue());
            count += distance < tolerance ? 1 : 0;
        }
    }
    return count;
}

} // namespace

/// Boxes, choices and marks have edges that are seen, in both themes.
class TestThemeStyle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("light") << ThemeMode::Light;
        QTest::newRow("dark") << ThemeMode::Dark;
    }
    void initTestCase() { m_theme->apply(); }
    void init()
    {
        QFETCH_GLOBAL(ThemeMode, mode);
        m_theme->setMode(mode);
    }
    void marksHaveEdges()
    {
        const QColor edge = m_theme->color(ColorRole::BorderStrong);
        const QColor accent = m_theme->color(ColorRole::Accent);
        QCheckBox box;
        QRadioButton choice;
        for (QAbstractButton *mark :
             {static_cast<QAbstractButton *>(&box), static_cast<QAbstractButton *>(&choice)}) {
            mark->setAutoExclusive(false);
            mark->resize(40, 40);
            QVERIFY(pixelsOf(*mark, edge) >= 8);
            QCOMPARE(pixelsOf(*mark, accent), 0);
            mark->setChecked(true);
            QVERIFY(pixelsOf(*mark, accent) > 40);
            mark->setEnabled(false);
            QCOMPARE(pixelsOf(*mark, accent), 0);
            mark->setEnabled(true);
            mark->setChecked(false);
        }
    }

    void halfChosenBoxesDiffer()
    {
        QCheckBox box;
        box.setTristate(true);
        box.resize(40, 40);
        const QImage off = box.grab().toImage();
        box.setCheckState(Qt::PartiallyChecked);
        const QImage half = box.grab().toImage();
        box.setCheckState(Qt::Checked);
        QVERIFY(half != off && half != box.grab().toImage());
    }

    void marksInListsHaveEdges()
    {
        QListWidget list;
        auto *item = new QListWidgetItem(u"tag"_s, &list);
        item->setCheckState(Qt::Unchecked);
        list.setCurrentRow(-1);
        list.resize(120, 60);
        QVERIFY(pixelsOf(list, m_theme->color(ColorRole::BorderStrong)) >= 8);
        item->setCheckState(Qt::Checked);
        QVERIFY(pixelsOf(list, m_theme->color(ColorRole::Accent)) > 40);
    }

    void choicesAndNumbersHaveEdges()
    {
        const QColor edge = m_theme->color(ColorRole::BorderStrong);
        QComboBox combo;
        combo.addItem(u"one"_s);
        QSpinBox spin;
        for (QWidget *field : {static_cast<QWidget *>(&combo), static_cast<QWidget *>(&spin)}) {
            field->resize(100, 30);
            QVERIFY(pixelsOf(*field, edge) > 150); // most of its outline
        }
    }

    void clearButtonIsSeen()
    {
        QLineEdit field;
        addClearButton(field, *m_theme);
        field.setText(u"text"_s);
        QVERIFY(field.isClearButtonEnabled());
        const auto *clear = field.findChild<QAction *>(u"_q_qlineeditclearaction"_s);
        QVERIFY2(clear, "Qt calls its action otherwise now");
        const QImage icon = clear->icon().pixmap(QSize(16, 16), 1).toImage();
        QColor strongest = Qt::transparent;
        for (int y = 0; y < icon.height(); ++y) {
            for (int x = 0; x < icon.width(); ++x) {
                if (icon.pixelColor(x, y).alpha() > strongest.alpha())
                    strongest = icon.pixelColor(x, y);
            }
        }
        QCOMPARE(strongest.name(), m_theme->color(ColorRole::Muted).name());
    }

    void outlivesTheTheme()
    {
        auto theme = std::make_unique<Theme>(m_system);
        theme->apply();
        theme.reset();
        QCheckBox box;
        box.resize(40, 40);
        QVERIFY(!box.grab().isNull()); // drawn as Fusion would
        m_theme->apply();
    }

private:
    SystemColorScheme m_system;
    std::unique_ptr<Theme> m_theme = std::make_unique<Theme>(m_system);
};

QTEST_MAIN(TestThemeStyle)
#include "test_theme_style.moc"
