#pragma once

#include <QString>
#include <QStringList>

namespace plotleaf {

class Transaction;

/// Full-text search over name, description, text and tags (SQLite's FTS5, external content).
///
/// FTS5 takes a document's old words out by being told them once more, so a change to a searched
/// field goes: remove(), change the rows, add(). Archived reports carry a word that nobody types,
/// so that lists with and without them need no look at the reports' rows. Scripts without spaces
/// are found from the start of a run of letters.
class SearchIndex
{
public:
    /// Before the rows of the report change or go.
    static void remove(Transaction &transaction, qint64 report);
    /// After they have changed.
    static void add(Transaction &transaction, qint64 report);

    /// The FTS5 query for reports in which each of `words` (searchWords(); at least one) begins a
    /// word.
    static QString query(const QStringList &words, bool archived);
};

} // namespace plotleaf
