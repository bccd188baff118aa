#include "ui/theme/style_sheet.h"

#include "ui/theme/theme.h"
#include "ui/theme/theme_colors.h"

#include <algorithm>

namespace plotleaf {

namespace {

// @Name is a ColorRole, %s %m %l are radii. Fusion draws the rest from the palette: also boxes with
// arrows, which lose them when the sheet gives them a border.
constexpr const char *styleSheetTemplate = R"(
QToolTip { background: @Tooltip; color: @TooltipText; border: none; padding: 5px 8px; }

QMenuBar { background: @Surface; border-bottom: 1px solid @Border; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: %spx; background: transparent; }
QMenuBar::item:selected { background: @Hover; }
QMenuBar::item:pressed { background: @Pressed; }
QMenu { background: @Surface; border: 1px solid @Border; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: %spx; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @AccentSoft; color: @Text; }
QMenu::item:disabled { color: @Disabled; }
QMenu::separator { height: 1px; background: @Border; margin: 5px 8px; }

QPushButton, QToolButton[look="button"] {
    background: @Surface; border: 1px solid @BorderStrong; border-radius: %mpx; padding: 5px 14px; }
QPushButton:hover, QToolButton[look="button"]:hover { background: @Hover; }
QPushButton:pressed, QPushButton:checked, QToolButton[look="button"]:pressed { background: @Pressed; }
QPushButton:focus, QToolButton[look="button"]:focus { border: 2px solid @Focus; padding: 4px 13px; }
QPushButton:disabled { color: @Disabled; border-color: @Border; }
QPushButton[look="primary"], QPushButton:default {
    background: @Accent; color: @AccentText; border: 1px solid @Accent; }
QPushButton[look="primary"] { font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton:default:hover { background: @AccentHover; border-color: @AccentHover; }
QPushButton[look="primary"]:focus, QPushButton:default:focus { border: 2px solid @Text; }
QPushButton[look="primary"]:disabled, QPushButton:default:disabled {
    background: @Pressed; color: @Disabled; border-color: @Pressed; }
QPushButton[look="danger"] { background: @Danger; color: @Surface; border-color: @Danger; font-weight: 600; }
QPushButton[look="flat"] { background: transparent; border: 1px solid transparent; color: @Accent; font-weight: 600; }
QPushButton[look="flat"]:hover { background: @Hover; }
QPushButton[look="flat"]:focus { border: 2px solid @Focus; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: %mpx; padding: 4px; }
QToolButton:hover { background: @Hover; }
QToolButton:pressed, QToolButton:checked { background: @Pressed; }
QToolButton:focus { border: 1px solid @Focus; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[look="crumb"] { color: @Muted; padding: 2px 5px; }
QToolButton[look="crumb"]:hover { color: @Text; }
QToolButton[look="small"] { padding: 2px; border-radius: %spx; }
QToolButton[look="filter"] { border: 1px solid @BorderStrong; background: @Surface; padding: 4px 9px; }
QToolButton[look="filter"]:hover { background: @Hover; }
QToolButton[look="filter"]:checked { background: @AccentSoft; border-color: @Accent; color: @Text; }
QToolButton[look="filter"]:focus { border: 2px solid @Focus; padding: 3px 8px; }

QLineEdit, QPlainTextEdit[look="field"], QTextEdit[look="field"] {
    background: @Field; border: 1px solid @BorderStrong; border-radius: %mpx; padding: 5px 8px;
    selection-background-color: @Selection; selection-color: @SelectionText; }
QLineEdit:focus, QPlainTextEdit[look="field"]:focus, QTextEdit[look="field"]:focus { border: 2px solid @Focus; padding: 4px 7px; }
QLineEdit:disabled { color: @Disabled; border-color: @Border; }
QLineEdit[invalid="true"], QLineEdit[invalid="true"]:focus { border: 2px solid @Danger; padding: 4px 7px; }
QLineEdit[look="search"] { padding-left: 4px; }
QComboBox, QSpinBox, QDoubleSpinBox { min-height: 27px; }
QComboBox QAbstractItemView { background: @Surface; border: 1px solid @Border; selection-background-color: @AccentSoft;
    selection-color: @Text; outline: none; padding: 4px; }

QLabel[look="title"], QLabel[look="strong"] { color: @Text; }
QLabel[look="muted"] { color: @Muted; }
QLabel[look="error"] { color: @Danger; }
QLabel[look="chip"] { background: @AccentSoft; color: @Text; border-radius: %spx; padding: 2px 7px; }

QFrame[look="bar"], QWidget[look="bar"] { background: @Surface; border-bottom: 1px solid @Border; }
QFrame[look="popup"] { background: @Surface; border: 1px solid @BorderStrong; border-radius: %mpx; }
QFrame[look="drop"] { background: @AccentSoft; border: 2px dashed @Accent; border-radius: %lpx; }
QFrame[look="line"] { background: @Border; border: none; }
QFrame[look="card"] { background: @Card; border: 1px solid @Border; border-radius: %lpx; }
QFrame[look="notice"] { background: @AccentSoft; border: 1px solid @Accent; border-radius: %mpx; }
QFrame[look="warning"] { background: @WarningSoft; border: 1px solid @Warning; border-radius: %mpx; }
QFrame[look="error"] { background: @DangerSoft; border: 1px solid @Danger; border-radius: %mpx; }

QAbstractItemView { outline: none; }
QAbstractItemView[look="cards"] { background: @Window; border: none; }
QListView[look="list"], QTreeView[look="list"], QTableView[look="list"] {
    background: @Field; border: 1px solid @BorderStrong; border-radius: %mpx; padding: 3px; }
QListView[look="list"]:focus, QTreeView[look="list"]:focus { border: 2px solid @Focus; padding: 2px; }
QTreeView[look="list"]::item { padding: 3px 2px; }
QListView[look="list"]::item { padding: 4px 7px; border-radius: %spx; }
QListView[look="list"]::item:hover { background: @Hover; }
QListView[look="list"]::item:selected { background: @AccentSoft; color: @Text; }

QTabWidget::pane { border: none; }
QTabBar, QWidget[look="tabs"] { background: @Surface; }
QTabBar::tab { background: transparent; color: @Muted; padding: 7px 14px; border: none;
    border-bottom: 2px solid transparent; min-width: 60px; }
QTabBar::tab:hover { background: @Hover; color: @Text; }
QTabBar::tab:selected { color: @Text; border-bottom: 2px solid @Accent; }
QTabBar::tab:focus { color: @Accent; }

QStatusBar { background: @Surface; border-top: 1px solid @Border; }
QStatusBar::item { border: none; }
QToolBar { background: @Surface; border: none; border-bottom: 1px solid @Border; padding: 3px 6px; spacing: 2px; }
QToolBar::separator { width: 1px; background: @Border; margin: 5px 5px; }
QSplitter::handle { background: @Border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QDialog { background: @Surface; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @ScrollHandle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: @Muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

// Longer names first, so that @BorderStrong is not taken for @Border.
QList<int> styleSheetRolesByLength()
{
    QList<int> roles;
    for (int i = 0; i < static_cast<int>(ColorRole::Count); ++i)
        roles.append(i);
    const auto length = [](int role) {
        return qstrlen(colorRoleName(static_cast<ColorRole>(role)));
    };
    std::sort(roles.begin(), roles.end(), [&](int a, int b) { return length(a) > length(b); });
    return roles;
}

} // namespace

QString styleSheet(const Theme &theme)
{
    QString sheet = QString::fromLatin1(styleSheetTemplate);
    for (const int index : styleSheetRolesByLength()) {
        const auto role = static_cast<ColorRole>(index);
        sheet.replace(QLatin1Char('@') + QLatin1String(colorRoleName(role)),
                      theme.color(role).name());
    }
    sheet.replace(QLatin1String("%spx"), QString::number(Radius::s) + QLatin1String("px"));
    sheet.replace(QLatin1String("%mpx"), QString::number(Radius::m) + QLatin1String("px"));
    sheet.replace(QLatin1String("%lpx"), QString::number(Radius::l) + QLatin1String("px"));
    return sheet;
}

} // namespace plotleaf
