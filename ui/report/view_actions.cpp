#include "ui/report/view_actions.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QToolBar>

namespace plotleaf {

using namespace Qt::StringLiterals;

ViewActions::ViewActions(Theme &theme, QObject *parent)
    : QObject(parent), m_theme(theme), m_modes(new QActionGroup(this))
{
    const auto addMode = [this](const QString &name, const QString &text, const QString &icon,
                                Qt::Key key, ReportView::Mode mode) {
        QAction *action = add(name, text, icon, QKeySequence(Qt::ALT | key), true);
        action->setData(QVariant::fromValue(mode));
        m_modes->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] { emit modeChosen(mode); });
    };
    addMode(u"sourceMode"_s, tr("&Source only"), u"file-code"_s, Qt::Key_1,
            ReportView::Mode::Source);
    addMode(u"bothMode"_s, tr("Source and &preview"), u"columns-2"_s, Qt::Key_2,
            ReportView::Mode::Both);
    addMode(u"previewMode"_s, tr("P&review only"), u"eye"_s, Qt::Key_3, ReportView::Mode::Preview);
    addSeparator();
    addPaneActions();
    addSeparator();
    m_sidePanel = add(u"sidePanelShown"_s, tr("&Outline and details"), u"panel-right"_s,
                      QKeySequence(Qt::Key_F9), true);
    connect(m_sidePanel, &QAction::triggered, this, &ViewActions::sidePanelChosen);
    m_lineNumbers = add(u"lineNumbersShown"_s, tr("&Line numbers"), {}, {}, true);
    connect(m_lineNumbers, &QAction::triggered, this, &ViewActions::lineNumbersChosen);
    QAction *together = add(u"scrollTogether"_s, tr("S&croll together"), {}, {}, true);
    together->setChecked(true);
    connect(together, &QAction::triggered, this, &ViewActions::scrollSyncChosen);
    m_clearmlView = add(u"asOnClearml"_s, tr("S&how as on ClearML"), u"cloud"_s, {}, true);
    connect(m_clearmlView, &QAction::triggered, this, &ViewActions::clearmlViewChosen);
    m_cheatSheet = add(u"cheatSheet"_s, tr("&Markdown at a glance"), u"circle-help"_s,
                       QKeySequence(Qt::CTRL | Qt::Key_F1), false);
    connect(m_cheatSheet, &QAction::triggered, this, &ViewActions::cheatSheetWanted);
}

void ViewActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_all.append(separator);
}

/// The source keeps Tab for itself, so there is another way from pane to pane.
void ViewActions::addPaneActions()
{
    connect(add(u"nextPane"_s, tr("&Next pane"), {}, QKeySequence(Qt::Key_F6), false),
            &QAction::triggered, this, [this] { emit paneWanted(true); });
    connect(add(u"previousPane"_s, tr("Pre&vious pane"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F6),
                false),
            &QAction::triggered, this, [this] { emit paneWanted(false); });
}

QAction *ViewActions::add(const QString &name,
                          const QString &text,
                          const QString &icon,
                          const QKeySequence &shortcut,
                          bool checkable)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setCheckable(checkable);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QString tip = text;
    tip.remove(u'&');
    if (!shortcut.isEmpty())
        tip += u" ("_s + shortcut.toString(QKeySequence::NativeText) + u')';
    action->setToolTip(tip);
    if (!icon.isEmpty())
        action->setIcon(m_theme.icon(icon));
    m_all.append(action);
    return action;
}

void ViewActions::fillToolBar(QToolBar &bar) const
{
    bar.addActions(m_modes->actions());
    bar.addSeparator();
    bar.addAction(m_cheatSheet);
    bar.addAction(m_sidePanel);
}

void ViewActions::setMode(ReportView::Mode mode)
{
    for (QAction *action : m_modes->actions()) {
        if (action->data().value<ReportView::Mode>() == mode)
            action->setChecked(true);
    }
}

void ViewActions::setSidePanelShown(bool shown)
{
    m_sidePanel->setChecked(shown);
}

void ViewActions::setClearmlViewShown(bool shown)
{
    m_clearmlView->setChecked(shown);
}

void ViewActions::setLineNumbersShown(bool shown)
{
    m_lineNumbers->setChecked(shown);
}

} // namespace plotleaf
