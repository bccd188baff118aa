#include "ui/runs/frame_run_fields.h"

#include "core/base/when_done.h"
#include "ui/theme/theme.h"
#include "ui/widgets/list_navigation.h"
#include "ui/widgets/look.h"
#include "ui/widgets/plain_text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plotleaf {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameRunIdRole = Qt::UserRole;
constexpr int frameRunsFound = 20;
constexpr std::chrono::milliseconds frameSearchPause{250};

} // namespace

FrameRunFields::FrameRunFields(const Theme &theme,
                               std::shared_ptr<RunCatalog> catalog,
                               RunKind kind,
                               QString tenant,
                               QWidget *parent)
    : QWidget(parent)
    , m_catalog(std::move(catalog))
    , m_kind(kind)
    , m_tenant(std::move(tenant))
    , m_list(new QListWidget(this))
    , m_search(new QLineEdit(this))
    , m_found(new QListWidget(this))
    , m_problem(new PlainLabel(this))
{
    m_list->setObjectName(u"frameRuns"_s);
    m_list->setAccessibleName(tr("Runs of the frame"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->installEventFilter(this);
    m_search->setObjectName(u"frameRunSearch"_s);
    m_search->setAccessibleName(tr("Add a run"));
    m_search->setPlaceholderText(tr("Add a run: search by name, id or tag"));
    m_search->addAction(theme.icon(u"search"_s, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_search->setEnabled(m_catalog != nullptr);
    m_found->setObjectName(u"frameRunsFound"_s);
    m_found->setAccessibleName(tr("Found runs"));
    m_found->hide();
    const int row = fontMetrics().height() + Spacing::s;
    m_list->setFixedHeight(3 * row + Spacing::s);
    m_found->setFixedHeight(4 * row);
    for (QListWidget *list : {m_list, m_found})
        setLook(list, u"list"_s);
    auto *remove = new QPushButton(tr("Take away"), this);
    remove->setObjectName(u"removeFrameRun"_s);
    remove->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::xs);
    auto *rowOfList = new QHBoxLayout;
    rowOfList->addWidget(m_list, 1);
    rowOfList->addWidget(remove, 0, Qt::AlignTop);
    column->addLayout(rowOfList);
    m_problem->setObjectName(u"frameRunsProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setLook(m_problem, u"error"_s);
    column->addWidget(m_problem);
    column->addWidget(m_search);
    column->addWidget(m_found);
    auto *keys = new ListNavigation(m_search, m_found, ListNavigation::Enter::Activates);
    m_typing.setSingleShot(true);
    m_typing.setInterval(frameSearchPause);
    connect(&m_typing, &QTimer::timeout, this, &FrameRunFields::search);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(keys, &ListNavigation::activated, this, [this] { take(m_found->currentItem()); });
    connect(m_found, &QListWidget::itemClicked, this, &FrameRunFields::take);
    connect(remove, &QPushButton::clicked, this, &FrameRunFields::removeChosen);
}

bool FrameRunFields::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        removeChosen();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FrameRunFields::setIds(const QStringList &ids)
{
    m_list->clear();
    RunPick pick{m_kind, {}, m_tenant};
    for (const QString &id : ids) {
        add(id, id);
        pick.ids.append(RunId(id));
    }
    if (!m_catalog || ids.isEmpty())
        return;
    const QFuture<Result<QVector<RunCard>>> cards = m_catalog->cards(pick);
    whenDone(cards, this, [this](const Result<QVector<RunCard>> &known) {
        m_problem->setVisible(!known);
        if (!known) {
            m_problem->setText(tr("The names are missing: %1").arg(known.error().message));
            return;
        }
        for (int row = 0; row < m_list->count(); ++row) {
            QListWidgetItem *item = m_list->item(row);
            const auto card = std::ranges::find(
                *known, RunId(item->data(frameRunIdRole).toString()), &RunCard::id);
            item->setText(
                card == known->end()
                    ? tr("%1 (not on the server)").arg(item->data(frameRunIdRole).toString())
                    : tr("%1 in %2").arg(card->name, card->project));
        }
    });
}

QStringList FrameRunFields::ids() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row)
        ids.append(m_list->item(row)->data(frameRunIdRole).toString());
    return ids;
}

void FrameRunFields::add(const QString &id, const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(frameRunIdRole, id);
    item->setToolTip(plainToolTip(id));
}

void FrameRunFields::removeChosen()
{
    const QList<QListWidgetItem *> chosen = m_list->selectedItems();
    qDeleteAll(chosen);
    if (!chosen.isEmpty())
        emit changed();
}

void FrameRunFields::search()
{
    const quint64 asked = ++m_asked;
    RunListQuery query;
    query.kind = m_kind;
    query.tenant = m_tenant;
    query.text = m_search->text().trimmed();
    query.pageSize = frameRunsFound;
    if (query.text.isEmpty() || !m_catalog) {
        m_found->hide();
        return;
    }
    const QFuture<Result<RunPage>> page = m_catalog->runs(query);
    whenDone(page, this, [this, asked](const Result<RunPage> &found) {
        if (asked != m_asked)
            return;
        m_found->clear();
        m_found->show();
        if (!found || found->runs.isEmpty()) {
            auto *none = new QListWidgetItem(found ? tr("Nothing matches.") : found.error().message,
                                             m_found);
            none->setFlags(Qt::NoItemFlags);
            return;
        }
        for (const RunCard &card : found->runs) {
            auto *item = new QListWidgetItem(tr("%1 in %2").arg(card.name, card.project), m_found);
            item->setData(frameRunIdRole, card.id.toString());
        }
        m_found->setCurrentRow(0);
    });
}

void FrameRunFields::take(const QListWidgetItem *found)
{
    const QString id = found ? found->data(frameRunIdRole).toString() : QString();
    if (id.isEmpty())
        return;
    if (!ids().contains(id))
        add(id, found->text());
    m_found->hide();
    m_search->clear();
    emit changed();
}

} // namespace plotleaf
