#include "ui/sync/workspace_button.h"

#include "core/base/clock.h"
#include "core/base/when_done.h"
#include "core/sync/workspaces.h"
#include "ui/sync/workspace_controller.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QActionGroup>
#include <QMenu>
#include <QPointer>
#include <QWidgetAction>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int explanationWidth = 340;
constexpr int mostRefusals = 8;

/// Higher is more urgent for the person.
enum class Urgency { Fine, Syncing, Waiting, Offline, Failing, NeedsPerson };

Urgency urgencyOf(const WorkspaceState &state)
{
    using Activity = WorkspaceState::Activity;
    if (state.needsPerson())
        return Urgency::NeedsPerson;
    if (state.activity == Activity::Failing)
        return Urgency::Failing;
    if (state.activity == Activity::Offline)
        return Urgency::Offline;
    if (state.activity == Activity::Syncing)
        return Urgency::Syncing;
    return state.waiting() > 0 ? Urgency::Waiting : Urgency::Fine;
}

QString iconOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::NeedsPerson:
    case Urgency::Failing:
        return u"triangle-alert"_s;
    case Urgency::Offline:
        return u"cloud-off"_s;
    case Urgency::Syncing:
    case Urgency::Waiting:
        return u"refresh-cw"_s;
    case Urgency::Fine:
        break;
    }
    return u"cloud"_s;
}

} // namespace

WorkspaceButton::WorkspaceButton(WorkspaceController &controller,
                                 const Clock &clock,
                                 Theme &theme,
                                 QWidget *parent)
    : ChoiceButton(theme, u"workspaceButton"_s, u"cloud"_s, {}, parent)
    , m_controller(controller)
    , m_clock(clock)
    , m_buttonTheme(theme)
    , m_menu(new QMenu(this))
    , m_policies(new QActionGroup(this))
{
    m_menu->setObjectName(u"workspaceMenu"_s);
    makePolicies();
    setMenu(m_menu);
    setPopupMode(QToolButton::InstantPopup);
    const Workspaces &workspaces = controller.workspaces();
    connect(m_menu, &QMenu::aboutToShow, this, &WorkspaceButton::fillMenu);
    connect(&workspaces, &Workspaces::listChanged, this, &WorkspaceButton::showState);
    connect(&workspaces, &Workspaces::opened, this, &WorkspaceButton::showState);
    connect(&workspaces, &Workspaces::stateChanged, this, &WorkspaceButton::showState);
    showState();
}

void WorkspaceButton::showState()
{
    const Workspaces &workspaces = m_controller.workspaces();
    setVisible(!workspaces.list().isEmpty());
    Urgency worst = Urgency::Fine;
    QString headline = tr("Connecting");
    bool isFirst = true;
    for (const Workspace &workspace : workspaces.list()) {
        const WorkspaceSync *sync = workspaces.sync(workspace.id);
        const auto problem = workspaces.problem(workspace.id);
        if (!sync && !problem)
            continue;
        const Urgency urgency = problem ? Urgency::NeedsPerson : urgencyOf(sync->state());
        if (isFirst || urgency > worst) {
            worst = urgency;
            headline = problem ? tr("Not connected") : sync->state().headline();
            if (workspaces.list().size() > 1)
                headline = workspace.name + u": "_s + headline;
        }
        isFirst = false;
    }
    setIconName(iconOf(worst));
    setText(headline);
    setChecked(worst >= Urgency::Failing);
    setAccessibleName(tr("Servers: %1").arg(headline));
    setToolTip(tr("How your servers are doing"));
    updateGeometry();
}

void WorkspaceButton::fillMenu()
{
    qDeleteAll(m_menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    m_menu->clear();
    for (const Workspace &workspace : m_controller.workspaces().list())
        addWorkspace(workspace.id, workspace.name);
    for (QAction *policy : m_policies->actions()) {
        policy->setChecked(NetworkPolicy(policy->data().toInt()) ==
                           m_controller.workspaces().policy());
        m_menu->addAction(policy);
    }
    m_menu->addSeparator();
    m_menu->addAction(m_buttonTheme.icon(u"refresh-cw"_s), tr("Synchronise &now"),
                      &m_controller.workspaces(), &Workspaces::syncAll);
    m_menu->addAction(m_buttonTheme.icon(u"plus"_s), tr("&Add a ClearML server…"), &m_controller,
                      [this] { m_controller.addServer({}); });
}

void WorkspaceButton::explain(QMenu &menu, const QString &text) const
{
    auto *label = new PlainLabel(text);
    label->setWordWrap(true);
    label->setFixedWidth(explanationWidth);
    label->setContentsMargins(Spacing::m, 0, Spacing::m, Spacing::xs);
    setLook(label, u"muted"_s);
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(label);
    action->setText(text); // what is read aloud
    menu.addAction(action);
}

void WorkspaceButton::addWorkspace(const QString &id, const QString &name)
{
    auto *title = new PlainLabel(name);
    title->setFont(m_buttonTheme.font(FontRole::Strong));
    title->setContentsMargins(Spacing::m, Spacing::s, Spacing::m, 0);
    auto *action = new QWidgetAction(m_menu);
    action->setDefaultWidget(title);
    action->setText(name);
    m_menu->addAction(action);
    addState(id);
    m_menu->addAction(m_buttonTheme.icon(u"trash-2"_s),
                      tr("Remove “%1”…").arg(QString(name).replace(u'&', u"&&"_s)), &m_controller,
                      [this, id] { m_controller.removeServer(id); });
    m_menu->addSeparator();
}

void WorkspaceButton::addState(const QString &id)
{
    WorkspaceSync *sync = m_controller.workspaces().sync(id);
    if (const auto problem = m_controller.workspaces().problem(id)) {
        addExplanation(problem->message);
        if (problem->code == ErrorCode::NotSignedIn)
            m_menu->addAction(m_buttonTheme.icon(u"lock"_s), tr("Sign in…"), &m_controller,
                              [this, id] { m_controller.askSecret(id); });
        return;
    }
    if (!sync)
        return addExplanation(tr("Connecting"));
    const WorkspaceState &state = sync->state();
    const QString explanation = state.explanation(m_clock.now());
    addExplanation(state.headline() + (explanation.isEmpty() ? QString() : u'\n' + explanation));
    if (state.counts.refused > 0)
        addRefusals(id);
    if (state.counts.mergeNeeded > 0)
        m_menu->addAction(m_buttonTheme.icon(u"workflow"_s), tr("Merge…"), &m_controller,
                          [this, id] { m_controller.mergeAll(id); });
    if (state.vanished > 0)
        m_menu->addAction(m_buttonTheme.icon(u"trash-2"_s),
                          tr("They are deleted: take them from here too…"), &m_controller,
                          [this, id] { m_controller.believeRemovals(id); });
}

/// They come while the menu is open, in front of what follows.
void WorkspaceButton::addRefusals(const QString &id)
{
    const QPointer<QAction> after = m_menu->addSeparator();
    whenDone(m_controller.refusals(id, mostRefusals + 1), this,
             [this, after](const Result<QVector<ReportSummary>> &reports) {
                 if (!after)
                     return;
                 if (!reports) {
                     auto *failed = new QAction(reports.error().message, m_menu);
                     failed->setEnabled(false);
                     m_menu->insertAction(after, failed);
                     return;
                 }
                 for (const ReportSummary &report : reports->mid(0, mostRefusals))
                     insertRefusal(after, report);
                 if (reports->size() > mostRefusals) {
                     auto *more = new QAction(tr("The others are marked in the library"), m_menu);
                     more->setEnabled(false);
                     m_menu->insertAction(after, more);
                 }
             });
}

void WorkspaceButton::insertRefusal(QAction *before, const ReportSummary &report)
{
    const QString title = fontMetrics().elidedText(report.name, Qt::ElideRight, explanationWidth);
    auto *about = new QMenu(QString(title).replace(u'&', u"&&"_s), m_menu);
    about->setIcon(m_buttonTheme.icon(u"triangle-alert"_s, ColorRole::Danger));
    explain(*about, report.sync.reason);
    about->addAction(m_buttonTheme.icon(u"file-text"_s), tr("&Open"), &m_controller,
                     [this, id = report.id] { m_controller.open(id); });
    about->addAction(m_buttonTheme.icon(u"refresh-cw"_s), tr("&Try again"), &m_controller,
                     [this, report] { m_controller.tryAgain(report); });
    m_menu->insertMenu(before, about);
}

void WorkspaceButton::makePolicies()
{
    const auto add = [this](const QString &text, NetworkPolicy policy) {
        auto *action = new QAction(text, m_policies);
        action->setCheckable(true);
        action->setData(int(policy));
        connect(action, &QAction::triggered, this,
                [this, policy] { m_controller.workspaces().setPolicy(policy); });
    };
    add(tr("Work &online"), NetworkPolicy::Online);
    add(tr("&Sparingly: the network is expensive"), NetworkPolicy::Expensive);
    add(tr("Work o&ffline"), NetworkPolicy::Offline);
}

} // namespace plotleaf
