#pragma once

#include "core/runs/run_catalog.h"

#include <QString>
#include <QVector>

#include <memory>

namespace plotleaf {

/// A server (or whatever else has a catalog) whose runs can be looked through.
struct RunPlace
{
    QString id;    ///< of the workspace
    QString title; ///< for people
    /// Null: it is not open (yet).
    std::shared_ptr<RunCatalog> catalog;
    QString problem; ///< why it is not open, for people; empty: it is on its way
};

/// Runs chosen to be looked at: one, or several that are compared. All of one kind.
struct RunChoice
{
    std::shared_ptr<RunCatalog> catalog;
    QVector<RunCard> cards;

    bool isEmpty() const { return !catalog || cards.isEmpty(); }
    bool isCompared() const { return cards.size() > 1; }
    RunPick pick() const;
    /// Short names that tell them apart, in their order.
    QStringList labels() const;
    QString label(const RunId &run) const;
    const RunCard *card(const RunId &run) const;
};

} // namespace plotleaf
