#include "ui/runs/run_list_model.h"

#include "core/base/when_done.h"
#include "ui/widgets/plain_text.h"

#include <QSet>

namespace plotleaf {

using namespace Qt::StringLiterals;

void RunListModel::ask(const std::shared_ptr<RunCatalog> &catalog, const RunListQuery &query)
{
    ++m_asked;
    beginResetModel();
    m_catalog = catalog;
    m_query = query;
    m_query.page = 0;
    m_cards.clear();
    m_hasMore = false;
    m_problem.reset();
    endResetModel();
    if (m_catalog)
        askPage();
    else
        m_isAsking = false;
    emit stateChanged();
}

void RunListModel::askPage()
{
    m_isAsking = true;
    m_problem.reset();
    const QFuture<Result<RunPage>> page = m_catalog->runs(m_query);
    whenDone(page, this, [this, asked = m_asked, held = m_catalog](const Result<RunPage> &answer) {
        if (asked == m_asked)
            take(answer);
    });
}

void RunListModel::take(const Result<RunPage> &page)
{
    m_isAsking = false;
    if (!page) {
        m_problem = page.error();
        m_hasMore = false;
        emit stateChanged();
        return;
    }
    QSet<RunId> known;
    for (const RunCard &card : std::as_const(m_cards))
        known.insert(card.id);
    QVector<RunCard> fresh;
    for (const RunCard &card : page->runs) {
        if (!known.contains(card.id)) // what changed meanwhile may come twice
            fresh.append(card);
    }
    m_hasMore = page->hasMore;
    ++m_query.page;
    if (!fresh.isEmpty()) {
        beginInsertRows({}, int(m_cards.size()), int(m_cards.size() + fresh.size()) - 1);
        m_cards += fresh;
        endInsertRows();
    }
    emit stateChanged();
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

bool RunListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isAsking;
}

void RunListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    askPage();
    emit stateChanged();
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_cards.size())
        return {};
    const RunCard &card = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return card.name;
    case Qt::ToolTipRole: {
        QStringList lines = {card.name, card.project, card.description, card.id.toString()};
        lines.removeAll(QString());
        return plainToolTip(lines.join(u'\n'));
    }
    case Qt::AccessibleTextRole:
        return tr("%1, %2, in %3").arg(card.name, runStateText(card.state), card.project);
    default:
        return {};
    }
}

QString runStateText(RunState state)
{
    switch (state) {
    case RunState::Running:
        return RunListModel::tr("running");
    case RunState::Finished:
        return RunListModel::tr("finished");
    case RunState::Failed:
        return RunListModel::tr("failed");
    case RunState::Unknown:
        break;
    }
    return RunListModel::tr("not started");
}

} // namespace plotleaf
