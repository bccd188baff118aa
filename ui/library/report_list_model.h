#pragma once

#include "core/base/result.h"
#include "core/report/report_query.h"

#include <QAbstractListModel>
#include <QFuture>
#include <QHash>
#include <QSet>

#include <functional>

namespace plotleaf {

/// The reports that match a query, as rows. It knows how many there are and holds only the slices
/// around what is looked at: the view says which rows it shows, and those are fetched from the
/// library, the newest wish first.
///
/// A change in the library makes it ask again without emptying what is shown. While it is told not
/// to follow (the page is hidden) it only remembers that it has to. GUI thread.
class ReportListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };
    Q_ENUM(State)
    enum Role {
        HitRole = Qt::UserRole, ///< ReportHit; invalid while the row has not arrived
        IdRole,                 ///< ReportId
        MarkedNameRole          ///< the name; words searched for stand in marks as in a snippet
    };
    static constexpr int sliceRows = 60;

    /// Answers a query, as Library::find does.
    using Finder = std::function<QFuture<Result<ReportHits>>(const ReportQuery &query)>;
    explicit ReportListModel(Finder finder, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const ReportQuery &query() const { return m_query; }
    /// `offset` and `limit` are the model's own business.
    void setQuery(const ReportQuery &query);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    /// -1 when the report is not among the rows that are loaded.
    int rowOf(const ReportId &id) const;
    void setFollowing(bool following);

public slots:
    /// Reports have changed, or there are others now.
    void libraryChanged();
    void setVisibleRows(int first, int last);
    /// Asks again for everything that is shown.
    void refresh();

signals:
    void stateChanged();
    /// A slice arrived.
    void loaded();

private:
    void fetchWanted();
    void fetch(int slice);
    void forgetFetches();
    void arrived(int slice, quint64 generation, const Result<ReportHits> &result);
    void setTotal(int total);
    void dropFarSlices();
    void setState(State state, const QString &problem = {});
    const ReportHit *hit(int row) const;
    QString markedName(const QString &name) const;

    Finder m_find;
    ReportQuery m_query;
    State m_state = State::Loading;
    QString m_problem;
    int m_total = 0;
    QHash<int, QVector<ReportHit>> m_slices;
    QSet<int> m_stale; ///< shown, but older than the library
    QHash<int, QFuture<Result<ReportHits>>> m_fetching;
    quint64 m_generation = 0; ///< grows with each query and refresh; older answers are dropped
    bool m_replacing = true;  ///< the next answer is the first of another query
    int m_firstVisible = 0;
    int m_lastVisible = 0;
    bool m_following = true;
    bool m_behind = false;
};

} // namespace plotleaf

Q_DECLARE_METATYPE(plotleaf::ReportHit)
