#include "ui/library/report_list_model.h"

#include "core/base/when_done.h"
#include "core/store/search_snippet.h"
#include "core/store/search_words.h"
#include "ui/widgets/sync_look.h"

#include <QTimer>

#include <algorithm>

namespace plotleaf {

namespace {

// Enough to scroll back and forth without asking; about 3 MB at most.
constexpr int keptSlices = 24;
// One for what is looked at and one beside it: scrolling fast over thousands of rows must not queue
// up questions about rows that are long gone from the screen.
constexpr int fetchesAtOnce = 2;

/// What the card shows beside the name.
QString describedToListeners(const ReportSummary &summary)
{
    const QString description =
        ReportListModel::tr("%1, %2").arg(summary.project, summary.description);
    const auto look = syncLook(summary.sync);
    return look ? description + QStringLiteral(", ") + look->text : description;
}

} // namespace

ReportListModel::ReportListModel(Finder finder, QObject *parent)
    : QAbstractListModel(parent), m_find(std::move(finder))
{
}

int ReportListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_total;
}

const ReportHit *ReportListModel::hit(int row) const
{
    const auto slice = m_slices.constFind(row / sliceRows);
    const int place = row % sliceRows;
    return slice != m_slices.constEnd() && place < slice->size() ? &slice->at(place) : nullptr;
}

QVariant ReportListModel::data(const QModelIndex &index, int role) const
{
    const ReportHit *found = index.isValid() ? hit(index.row()) : nullptr;
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return found->summary.name;
    case Qt::AccessibleDescriptionRole:
        return describedToListeners(found->summary);
    case HitRole:
        return QVariant::fromValue(*found);
    case IdRole:
        return QVariant::fromValue(found->summary.id);
    case MarkedNameRole:
        return markedName(found->summary.name);
    default:
        return {};
    }
}

QString ReportListModel::markedName(const QString &name) const
{
    const QString marked = searchSnippet(name, searchWords(m_query.search));
    return marked.isEmpty() ? name : marked;
}

Qt::ItemFlags ReportListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractListModel::flags(index);
    return index.isValid() ? base | Qt::ItemIsEditable : base;
}

int ReportListModel::rowOf(const ReportId &id) const
{
    for (auto slice = m_slices.cbegin(); slice != m_slices.cend(); ++slice) {
        for (int i = 0; i < slice->size(); ++i) {
            if (slice->at(i).summary.id == id)
                return slice.key() * sliceRows + i;
        }
    }
    return -1;
}

void ReportListModel::setQuery(const ReportQuery &query)
{
    m_query = query;
    m_replacing = true;
    m_firstVisible = 0;
    m_lastVisible = 0;
    forgetFetches();
    setState(State::Loading);
    fetch(0);
}

void ReportListModel::setFollowing(bool following)
{
    m_following = following;
    if (following && m_behind)
        refresh();
}

void ReportListModel::libraryChanged()
{
    if (m_behind)
        return;
    m_behind = true;
    // Several changes in one go are one question.
    if (m_following)
        QTimer::singleShot(0, this, [this] {
            if (m_following)
                refresh();
        });
}

void ReportListModel::refresh()
{
    m_behind = false;
    forgetFetches();
    const QList<int> known = m_slices.keys();
    m_stale = QSet<int>(known.cbegin(), known.cend());
    if (m_replacing)
        fetch(0);
    else
        fetchWanted();
}

void ReportListModel::setVisibleRows(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
    fetchWanted();
}

void ReportListModel::fetchWanted()
{
    if (m_replacing)
        return;
    const int first = m_firstVisible / sliceRows;
    const int last = m_lastVisible / sliceRows;
    QList<int> wanted;
    for (int slice = first; slice <= last; ++slice)
        wanted.append(slice);
    wanted.append(last + 1);
    wanted.append(first - 1);
    for (const int slice : wanted) {
        const bool exists = slice == 0 || (slice > 0 && slice * sliceRows < m_total);
        const bool current = m_slices.contains(slice) && !m_stale.contains(slice);
        if (exists && !current && !m_fetching.contains(slice) && m_fetching.size() < fetchesAtOnce)
            fetch(slice);
    }
}

void ReportListModel::fetch(int slice)
{
    ReportQuery query = m_query;
    query.offset = slice * sliceRows;
    query.limit = sliceRows;
    const QFuture<Result<ReportHits>> future = m_find(query);
    m_fetching.insert(slice, future);
    whenDone(future, this,
             [this, slice, generation = m_generation](const Result<ReportHits> &result) {
                 arrived(slice, generation, result);
             });
}

// While someone types a word, only the query for its last letter matters.
void ReportListModel::forgetFetches()
{
    ++m_generation;
    for (QFuture<Result<ReportHits>> &future : m_fetching)
        future.cancel();
    m_fetching.clear();
}

void ReportListModel::arrived(int slice, quint64 generation, const Result<ReportHits> &result)
{
    if (generation != m_generation)
        return;
    m_fetching.remove(slice);
    if (!result) {
        setState(State::Failed, result.error().message);
        return;
    }
    if (m_replacing) {
        beginResetModel();
        m_replacing = false;
        m_slices = {{slice, result->hits}};
        m_stale.clear();
        m_total = result->total;
        endResetModel();
    } else {
        setTotal(result->total);
        m_slices.insert(slice, result->hits);
        m_stale.remove(slice);
        const int first = slice * sliceRows;
        const int last = std::min(first + sliceRows, m_total) - 1;
        if (first <= last)
            emit dataChanged(index(first), index(last));
    }
    dropFarSlices();
    setState(State::Ready);
    emit loaded();
    fetchWanted();
}

void ReportListModel::setTotal(int total)
{
    if (total > m_total) {
        beginInsertRows({}, m_total, total - 1);
        m_total = total;
        endInsertRows();
    } else if (total < m_total) {
        beginRemoveRows({}, total, m_total - 1);
        m_total = total;
        endRemoveRows();
    }
}

void ReportListModel::dropFarSlices()
{
    const int looked = (m_firstVisible + m_lastVisible) / 2 / sliceRows;
    m_slices.removeIf(
        [&](const auto &slice) { return std::abs(slice.key() - looked) > keptSlices / 2; });
}

void ReportListModel::setState(State state, const QString &problem)
{
    const bool same = state == m_state && problem == m_problem;
    m_state = state;
    m_problem = problem;
    if (!same)
        emit stateChanged();
}

} // namespace plotleaf
