#pragma once

#include <QString>

namespace plotleaf {

class Database;
class Transaction;

/// Full-text search over name, description, text and tags (SQLite's FTS5, external content).
///
/// FTS5 takes a document's old words out by being told them once more, so a change to a searched
/// field goes: remove(), change the rows, add(). Words are letters, digits and symbols; case and
/// diacritics do not count. Scripts without spaces are found from the start of a run of letters.
class SearchIndex
{
public:
    /// Before the rows of the report change or go.
    static void remove(Transaction &transaction, qint64 report);
    /// After they have changed.
    static void add(Transaction &transaction, qint64 report);

    /// What was typed as an FTS5 query: every word must occur, as the beginning of a word. Nothing
    /// of what was typed is read as an operator. Empty when there is no word in it.
    static QString queryFor(const QString &typed);
};

} // namespace plotleaf
