#pragma once

#include "core/store/search_words.h"

#include <QString>
#include <QVector>

namespace plotleaf {

class Transaction;

/// Full-text search over name, description, text and tags (SQLite's FTS5, external content).
///
/// FTS5 takes a document's old words out by being told them once more, so a change to a searched
/// field goes: remove(), change the rows, add(). Archived reports carry a word that nobody types,
/// so that lists with and without them need no look at the reports' rows. Of scripts without spaces
/// any stretch of letters is found (search_parts.h); what is indexed for that is kept in
/// `report_parts`, because it has to be told once more as it was.
class SearchIndex
{
public:
    /// Before the rows of the report change or go.
    static void remove(Transaction &transaction, qint64 report);
    /// After they have changed.
    static void add(Transaction &transaction, qint64 report);
    /// Fills `report_parts` for an index that is made anew.
    static void keepPartsOfAll(Transaction &transaction);

    /// The table that answers query(): only one of the two knows where in a text a word stands.
    static QString table(const QVector<SearchPhrase> &phrases);
    /// The FTS5 query for reports in which each of `phrases` (searchPhrases(); at least one)
    /// occurs.
    static QString query(const QVector<SearchPhrase> &phrases, bool archived);
};

} // namespace plotleaf
