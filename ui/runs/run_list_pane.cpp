#include "ui/runs/run_list_pane.h"

#include "core/base/when_done.h"
#include "ui/runs/run_card_delegate.h"
#include "ui/runs/run_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds runSearchPause{250};

} // namespace

RunListPane::RunListPane(Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new RunListModel(this))
    , m_kind(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_tags(new ChoiceButton(theme, u"runTags"_s, u"tag"_s, tr("Tags"), this))
    , m_tagMenu(new QMenu(this))
    , m_state(new QComboBox(this))
    , m_order(new QComboBox(this))
    , m_list(new QListView(this))
    , m_message(new PlainLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::s, Spacing::s, Spacing::s, Spacing::s);
    column->setSpacing(Spacing::xs);
    auto *filters = new QWidget(this);
    makeFilters(filters);
    column->addWidget(filters);
    m_list->setObjectName(u"runList"_s);
    m_list->setAccessibleName(tr("Runs"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RunCardDelegate(theme, clock, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_message->setObjectName(u"runListMessage"_s);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    setLook(m_message, u"muted"_s);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    m_typing.setSingleShot(true);
    m_typing.setInterval(runSearchPause);
    connect(&m_typing, &QTimer::timeout, this, &RunListPane::ask);
    connect(m_model, &RunListModel::stateChanged, this, &RunListPane::showState);
    connect(m_model, &RunListModel::stateChanged, this, &RunListPane::chooseAgain);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunListPane::choiceChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_chosenBefore.isEmpty())
            emit choiceChanged();
    });
    setFocusProxy(m_search);
    showState();
}

void RunListPane::makeFilters(QWidget *parent)
{
    m_kind->setObjectName(u"runKind"_s);
    m_kind->setAccessibleName(tr("What to list"));
    m_kind->addItem(tr("Tasks"), int(RunKind::Run));
    m_kind->addItem(tr("Models"), int(RunKind::Model));
    m_search->setObjectName(u"runSearch"_s);
    m_search->setAccessibleName(tr("Search by name, id or tag"));
    m_search->setPlaceholderText(tr("Search by name, id or tag"));
    m_search->addAction(m_theme.icon(u"search"_s, ColorRole::Muted), QLineEdit::LeadingPosition);
    addClearButton(*m_search, m_theme);
    setLook(m_search, u"search"_s);
    setLook(m_tags, u"filter"_s);
    m_tags->setPopupMode(QToolButton::InstantPopup);
    m_tags->setMenu(m_tagMenu);
    m_tagMenu->setObjectName(u"runTagMenu"_s);
    m_state->setObjectName(u"runState"_s);
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("Any state"), -1);
    for (const RunState state :
         {RunState::Running, RunState::Finished, RunState::Failed, RunState::Unknown}) {
        QString text = runStateText(state);
        text[0] = text[0].toUpper();
        m_state->addItem(text, int(state));
    }
    m_order->setObjectName(u"runOrder"_s);
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("Changed last"), int(RunListQuery::Order::Updated));
    m_order->addItem(tr("Newest"), int(RunListQuery::Order::Created));
    m_order->addItem(tr("Name"), int(RunListQuery::Order::Name));

    auto *rows = new QVBoxLayout(parent);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Spacing::xs);
    auto *first = new QHBoxLayout;
    first->setSpacing(Spacing::xs);
    first->addWidget(m_kind);
    first->addWidget(m_search, 1);
    auto *second = new QHBoxLayout;
    second->setSpacing(Spacing::xs);
    second->addWidget(m_state);
    second->addWidget(m_tags);
    second->addStretch();
    second->addWidget(m_order);
    rows->addLayout(first);
    rows->addLayout(second);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    for (QComboBox *box : {m_kind, m_state, m_order})
        connect(box, &QComboBox::currentIndexChanged, this, &RunListPane::ask);
}

void RunListPane::setCatalog(const std::shared_ptr<RunCatalog> &catalog)
{
    m_catalog = catalog;
    m_query = RunListQuery();
    m_kind->setVisible(catalog && catalog->hasModels());
    fillTags();
    ask();
}

void RunListPane::setProject(const QString &id)
{
    m_query.project = id;
    ask();
}

void RunListPane::setObstacle(const QString &text)
{
    m_obstacle = text;
    showState();
}

void RunListPane::reload()
{
    if (!m_tagProblem.isEmpty())
        fillTags();
    for (const RunCard &card : choice().cards)
        m_chosenBefore.insert(card.id);
    ask();
}

void RunListPane::chooseAgain()
{
    if (m_model->isAsking() || m_chosenBefore.isEmpty())
        return;
    const QSet<RunId> wanted = std::exchange(m_chosenBefore, {});
    QItemSelection chosen;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (wanted.contains(m_model->card(row).id))
            chosen.select(m_model->index(row), m_model->index(row));
    }
    m_list->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    if (chosen.isEmpty())
        emit choiceChanged();
}

void RunListPane::fillTags()
{
    m_tagMenu->clear();
    m_query.tags.clear();
    m_tags->setEnabled(false);
    m_tags->setText(tr("Tags"));
    m_tagProblem.clear();
    if (!m_catalog)
        return;
    const QFuture<Result<QStringList>> tags = m_catalog->tags();
    whenDone(tags, this, [this, of = m_catalog](const Result<QStringList> &known) {
        if (of != m_catalog)
            return;
        if (!known) {
            m_tagProblem = tr("The tags are missing: %1").arg(known.error().message);
            showState();
            return;
        }
        m_tagMenu->clear();
        for (const QString &tag : *known) {
            QAction *action = m_tagMenu->addAction(QString(tag).replace(u'&', u"&&"_s));
            action->setData(tag);
            action->setCheckable(true);
            connect(action, &QAction::toggled, this, &RunListPane::takeTags);
        }
        m_tags->setEnabled(!known->isEmpty());
    });
}

void RunListPane::takeTags()
{
    m_query.tags.clear();
    const QList<QAction *> actions = m_tagMenu->actions();
    for (const QAction *action : actions) {
        if (action->isChecked())
            m_query.tags.append(action->data().toString());
    }
    m_tags->setText(m_query.tags.isEmpty() ? tr("Tags")
                                           : tr("Tags: %1").arg(m_query.tags.join(u", "_s)));
    ask();
}

void RunListPane::ask()
{
    m_typing.stop();
    // What was chosen at another place is hidden here, and has no models to find.
    m_query.kind =
        m_catalog && m_catalog->hasModels() ? RunKind(m_kind->currentData().toInt()) : RunKind::Run;
    m_query.text = m_search->text().trimmed();
    m_query.states.clear();
    if (const int state = m_state->currentData().toInt(); state >= 0)
        m_query.states.append(RunState(state));
    m_query.order = RunListQuery::Order(m_order->currentData().toInt());
    m_query.descending = m_query.order != RunListQuery::Order::Name;
    m_model->ask(m_catalog, m_query);
}

RunChoice RunListPane::choice() const
{
    RunChoice choice;
    choice.catalog = m_catalog;
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex &row : std::as_const(rows))
        choice.cards.append(m_model->card(row.row()));
    return choice;
}

void RunListPane::showState()
{
    const bool isEmpty = m_model->rowCount() == 0;
    const bool isNarrowed = !m_query.text.isEmpty() || !m_query.tags.isEmpty() ||
                            !m_query.states.isEmpty() || !m_query.project.isEmpty();
    QString text;
    if (!m_catalog)
        text = m_obstacle;
    else if (m_model->problem())
        text = m_model->problem()->message;
    else if (m_model->isAsking())
        text = isEmpty ? tr("Looking for runs…") : tr("Looking for more…");
    else if (isEmpty)
        text = isNarrowed ? tr("Nothing here matches.") : tr("There is nothing here yet.");
    const QString all = QStringList{text, m_tagProblem}.join(u'\n').trimmed();
    m_message->setText(all);
    m_message->setVisible(!all.isEmpty());
    setLook(m_message, m_model->problem() || !m_tagProblem.isEmpty() ? u"error"_s : u"muted"_s);
}

} // namespace plotleaf
