#include "support/test_paths.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"
#include "ui/theme/theme_colors.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace plotleaf;
using namespace Qt::StringLiterals;

namespace {

class SettableColorScheme final : public SystemColorScheme
{
public:
    bool isDark() const override { return m_isDark; }
    void set(bool dark)
    {
        m_isDark = dark;
        emit changed();
    }

private:
    bool m_isDark = false;
};

// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textIsReadable_data();
    void textIsReadable();
    void followsTheSystemUnlessToldOtherwise();
    void appliesToTheApplication();
    void styleSheetHasNoUnknownRole();
    void fontRoles();
    void linesHaveThePagesColours();
};

/// The page's colours are in a file of their own; both draw the same curves.
void TestTheme::linesHaveThePagesColours()
{
    QFile file(sourceDir() + u"/resources/web/src/css/theme.css"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString css = QString::fromUtf8(file.readAll());
    for (const auto &[theme, isDark] : {std::pair(u"light"_s, false), {u"dark"_s, true}}) {
        const QString rule =
            css.section(u"data-theme=\"%1\"] {"_s.arg(theme), 1).section(u'}', 0, 0);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(themeLineColor(i, isDark).name(),
                     rule.section(u"--line-%1: "_s.arg(i), 1).section(u';', 0, 0));
        QCOMPARE(themeLineColor(10, isDark), themeLineColor(0, isDark));
    }
}

void TestTheme::textIsReadable_data()
{
    using R = ColorRole;
    QTest::addColumn<ColorRole>("text");
    QTest::addColumn<ColorRole>("background");
    const QList<std::pair<R, QList<R>>> pairs = {
        {R::Text,
         {R::Window, R::Surface, R::Card, R::CardHover, R::Field, R::AccentSoft, R::Hover,
          R::Pressed}},
        {R::Text, {R::WarningSoft, R::DangerSoft, R::SuccessSoft, R::SearchHit}},
        {R::Muted, {R::Window, R::Surface, R::Card, R::CardHover, R::Field}},
        {R::AccentText, {R::Accent, R::AccentHover}},
        {R::Accent, {R::Surface, R::Card}},
        {R::Danger, {R::Surface, R::DangerSoft}},
        {R::Success, {R::Card, R::SuccessSoft}},
        {R::Warning, {R::Card, R::WarningSoft}},
        {R::SelectionText, {R::Selection}},
        {R::TooltipText, {R::Tooltip}},
    };
    for (const auto &[text, backgrounds] : pairs) {
        for (const R background : backgrounds)
            QTest::addRow("%s on %s", colorRoleName(text), colorRoleName(background))
                << text << background;
    }
    for (int i = int(R::SyntaxHeading); i <= int(R::SyntaxError); ++i) {
        if (R(i) == R::SyntaxCodeBackground || R(i) == R::SyntaxMarker)
            continue;
        QTest::addRow("%s in the editor", colorRoleName(R(i))) << R(i) << R::EditorBackground;
        QTest::addRow("%s on current line", colorRoleName(R(i))) << R(i) << R::EditorCurrentLine;
    }
}

void TestTheme::textIsReadable()
{
    QFETCH(ColorRole, text);
    QFETCH(ColorRole, background);
    for (const bool dark : {false, true}) {
        const double reached = contrast(themeColor(text, dark), themeColor(background, dark));
        QVERIFY2(reached >= 4.5, qPrintable(u"%1 in the %2 theme"_s.arg(reached).arg(
                                     dark ? u"dark"_s : u"light"_s)));
    }
}

void TestTheme::followsTheSystemUnlessToldOtherwise()
{
    SettableColorScheme system;
    Theme theme(system);
    QSignalSpy changed(&theme, &Theme::changed);
    QVERIFY(!theme.isDark());
    system.set(true);
    QVERIFY(theme.isDark());
    QCOMPARE(changed.count(), 1);
    theme.setMode(ThemeMode::Light);
    QVERIFY(!theme.isDark());
    QCOMPARE(changed.count(), 2);
    system.set(false);
    system.set(true);
    QVERIFY(!theme.isDark());
    QCOMPARE(changed.count(), 2);
}

void TestTheme::appliesToTheApplication()
{
    SettableColorScheme system;
    Theme theme(system);
    theme.apply();
    QCOMPARE(QApplication::palette().color(QPalette::Window), themeColor(ColorRole::Window, false));
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), themeColor(ColorRole::Window, true));
    QVERIFY(qApp->styleSheet().contains(themeColor(ColorRole::Accent, true).name()));
}

void TestTheme::styleSheetHasNoUnknownRole()
{
    SettableColorScheme system;
    const QString sheet = styleSheet(Theme(system));
    QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 30)));
    QVERIFY2(!sheet.contains(u'%'), qPrintable(sheet.mid(sheet.indexOf(u'%'), 30)));
}

void TestTheme::fontRoles()
{
    SettableColorScheme system;
    Theme theme(system);
    theme.setBodyPointSize(12);
    QVERIFY(theme.font(FontRole::Small).pointSizeF() < 12);
    QVERIFY(theme.font(FontRole::Title).pointSizeF() > 12);
    theme.setEditorFont(u"Liberation Mono"_s, 14);
    QCOMPARE(theme.font(FontRole::Editor).pointSizeF(), 14.0);
    QCOMPARE(theme.font(FontRole::Editor).family(), u"Liberation Mono"_s);
}

QTEST_MAIN(TestTheme)

#include "test_theme.moc"
