#pragma once

#include "ui/runs/run_place.h"

#include <QAbstractListModel>

#include <optional>

namespace plotleaf {

/// The runs or models of a catalog that a query finds, page after page as one scrolls. Lives on the
/// GUI thread.
class RunListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Asks anew from the first page on. A null catalog: an empty list.
    void ask(const std::shared_ptr<RunCatalog> &catalog, const RunListQuery &query);
    void askAgain() { ask(m_catalog, m_query); }

    const RunCard &card(int row) const { return m_cards.at(row); }
    bool isAsking() const { return m_isAsking; }
    /// Why the last page did not come.
    const std::optional<Error> &problem() const { return m_problem; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// Rows, isAsking() or problem() are others.
    void stateChanged();

private:
    void askPage();
    void take(const Result<RunPage> &page);

    std::shared_ptr<RunCatalog> m_catalog;
    RunListQuery m_query;
    QVector<RunCard> m_cards;
    bool m_hasMore = false;
    bool m_isAsking = false;
    std::optional<Error> m_problem;
    quint64 m_asked = 0; ///< answers to older questions are dropped
};

/// "Running", "Finished", …
QString runStateText(RunState state);

} // namespace plotleaf
