#include "ui/runs/run_browser.h"

#include "ui/library/message_panel.h"
#include "ui/report/report_view_services.h"
#include "ui/runs/run_detail.h"
#include "ui/runs/run_list_pane.h"
#include "ui/runs/run_project_tree.h"
#include "ui/theme/theme.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstBrowserSize(1240, 780);
constexpr int leastPlaceWidth = 240;
constexpr std::chrono::milliseconds choicePause{120};

} // namespace

RunBrowser::RunBrowser(const ReportViewServices &services, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_splitter(new QSplitter(this))
    , m_place(new QComboBox(this))
    , m_projects(new RunProjectTree(services.theme, this))
    , m_list(new RunListPane(services.theme, services.clock, this))
    , m_detail(new RunDetail(services, this))
    , m_told(new PlainLabel(this))
{
    setObjectName(u"runBrowser"_s);
    setWindowTitle(tr("Embed from a run"));
    resize(firstBrowserSize);
    compose(services);
    connect(m_place, &QComboBox::currentIndexChanged, this, &RunBrowser::placeChosen);
    connect(m_projects, &RunProjectTree::projectChanged, m_list, &RunListPane::setProject);
    m_choosing.setSingleShot(true);
    m_choosing.setInterval(choicePause);
    connect(m_list, &RunListPane::choiceChanged, &m_choosing, qOverload<>(&QTimer::start));
    connect(&m_choosing, &QTimer::timeout, this, [this] {
        tell({});
        m_detail->setRuns(m_list->choice());
    });
    connect(m_detail, &RunDetail::embedWanted, this, &RunBrowser::embed);
    setPlaces({});
}

RunBrowser::~RunBrowser() = default;

void RunBrowser::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QWidget::keyPressEvent(event);
}

void RunBrowser::compose(const ReportViewServices &services)
{
    auto *nowhere = new MessagePanel(services.theme, this);
    nowhere->setMessage(u"cloud"_s, tr("No server yet"),
                        tr("Runs come from a ClearML server. Add yours, and its projects, tasks "
                           "and models are listed here."));
    QPushButton *add = nowhere->addButton(u"addServerForRuns"_s, tr("Add a ClearML server…"), true);
    connect(add, &QPushButton::clicked, this, &RunBrowser::addServerWanted);
    m_stack->addWidget(nowhere);

    m_place->setObjectName(u"runPlace"_s);
    m_place->setAccessibleName(tr("Server"));
    auto *again = new QToolButton(this);
    again->setObjectName(u"reloadRuns"_s);
    again->setIcon(services.theme.icon(u"refresh-cw"_s));
    again->setAccessibleName(tr("Ask again"));
    again->setToolTip(tr("Ask again (F5)"));
    again->setFocusPolicy(Qt::StrongFocus);
    connect(again, &QToolButton::clicked, this, &RunBrowser::reload);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this,
            &RunBrowser::reload);
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    // Above everything: where there are no projects, their column goes.
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_place->setMinimumWidth(leastPlaceWidth);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::s, Spacing::s, Spacing::s, 0);
    head->addWidget(m_place);
    head->addWidget(makeMorePlaces(services));
    head->addWidget(again);
    head->addStretch(1);

    m_projects->setContentsMargins(Spacing::s, Spacing::s, Spacing::s, Spacing::s);
    m_splitter->addWidget(m_projects);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({220, 340, 680});
    m_splitter->setChildrenCollapsible(false);
    m_told->setObjectName(u"runBrowserTold"_s);
    m_told->setAccessibleName(tr("What happened"));
    m_told->setContentsMargins(Spacing::m, Spacing::xs, Spacing::m, Spacing::xs);
    m_told->hide();
    setLook(m_told, u"muted"_s);
    auto *content = new QWidget(this);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(head);
    rows->addWidget(m_splitter, 1);
    rows->addWidget(m_told);
    m_stack->addWidget(content);
}

/// What is done to have more places. Not among the places: walking through them must do nothing.
QToolButton *RunBrowser::makeMorePlaces(const ReportViewServices &services)
{
    auto *more = new QToolButton(this);
    more->setObjectName(u"morePlaces"_s);
    more->setIcon(services.theme.icon(u"plus"_s));
    more->setAccessibleName(tr("Another place with runs"));
    more->setToolTip(more->accessibleName());
    more->setFocusPolicy(Qt::StrongFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    QAction *folder =
        menu->addAction(services.theme.icon(u"folder"_s), tr("Choose a &folder of runs…"));
    folder->setObjectName(u"chooseRunFolder"_s);
    connect(folder, &QAction::triggered, this, &RunBrowser::folderWanted);
    QAction *server =
        menu->addAction(services.theme.icon(u"cloud"_s), tr("Add a ClearML &server…"));
    server->setObjectName(u"addRunServer"_s);
    connect(server, &QAction::triggered, this, &RunBrowser::addServerWanted);
    more->setMenu(menu);
    return more;
}

void RunBrowser::setPlaces(const QVector<RunPlace> &places)
{
    const QString before = place() ? place()->id : QString();
    m_places = places;
    m_stack->setCurrentIndex(places.isEmpty() ? 0 : 1);
    {
        const QSignalBlocker quiet(m_place);
        m_place->clear();
        for (const RunPlace &one : places)
            m_place->addItem(one.title, one.id);
        m_place->setCurrentIndex(std::max(0, m_place->findData(before)));
    }
    placeChosen();
}

void RunBrowser::choosePlace(const QString &id)
{
    if (const int index = m_place->findData(id); index >= 0)
        m_place->setCurrentIndex(index);
}

const RunPlace *RunBrowser::place() const
{
    const QString id = m_place->currentData().toString();
    const auto found = std::ranges::find(m_places, id, &RunPlace::id);
    return found == m_places.end() ? nullptr : &*found;
}

/// A place that is still the same is not asked again: its neighbours may have come and gone.
void RunBrowser::placeChosen()
{
    const RunPlace *chosen = place();
    const auto catalog = chosen ? chosen->catalog : nullptr;
    if (chosen && !catalog) {
        m_list->setObstacle(chosen->problem.isEmpty() ? tr("Connecting to %1…").arg(chosen->title)
                                                      : chosen->problem);
    }
    if (catalog == m_catalog)
        return;
    m_catalog = catalog;
    m_projects->setCatalog(catalog);
    m_projects->setVisible(!catalog || catalog->hasProjects());
    m_list->setCatalog(catalog);
}

void RunBrowser::reload()
{
    // What is chosen is remembered before anything else can change.
    m_list->reload();
    m_projects->reload();
}

void RunBrowser::tell(const QString &text)
{
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

void RunBrowser::embed(const EmbedWish &wish)
{
    if (!m_catalog)
        return;
    const Result<QString> code = m_catalog->embedCode(wish.what, m_ids);
    if (!code) {
        tell(code.error().message);
        return;
    }
    if (!wish.isCopy) {
        emit insertWanted(*code);
        return;
    }
    QApplication::clipboard()->setText(*code);
    tell(tr("The code is on the clipboard."));
}

QByteArray RunBrowser::saveLayout() const
{
    return m_splitter->saveState();
}

void RunBrowser::restoreLayout(const QByteArray &layout)
{
    m_splitter->restoreState(layout);
}

} // namespace plotleaf
