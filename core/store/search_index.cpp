#include "core/store/search_index.h"

#include "core/store/search_parts.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plotleaf {

namespace {

constexpr std::array searchTableNames{"search", "phrases"};

QString searchTerm(const QStringList &words, bool isOpen)
{
    return u'"' + words.join(u' ') + (isOpen ? u"\" *" : u"\"");
}

/// A word of several in a phrase stands as a whole; only one by itself can be part of a run.
QVector<ScriptPiece> piecesOf(const SearchPhrase &phrase)
{
    return phrase.words.size() == 1 ? scriptPieces(phrase.words.first()) : QVector<ScriptPiece>();
}

bool isSeveralPairs(const ScriptPiece &piece)
{
    return piece.isUnspaced && piece.letters > 2;
}

QStringList termsOf(const SearchPhrase &phrase)
{
    const QVector<ScriptPiece> pieces = piecesOf(phrase);
    if (!std::ranges::any_of(pieces, &ScriptPiece::isUnspaced))
        return {searchTerm(phrase.words, phrase.isOpen)};
    QStringList terms;
    for (const ScriptPiece &piece : pieces) {
        // Elsewhere pairs that stand behind one another are words between signs.
        const QString place = isSeveralPairs(piece) ? QStringLiteral("parts : ") : QString();
        if (piece.isUnspaced)
            terms << place + searchTerm(letterPairs(piece.text), piece.letters == 1);
        else
            terms << searchTerm({piece.text}, true);
    }
    return terms;
}

bool hasOrder(const SearchPhrase &phrase)
{
    return phrase.words.size() > 1 || std::ranges::any_of(piecesOf(phrase), isSeveralPairs);
}

/// Before the report's words are indexed.
void keepParts(Transaction &transaction, qint64 report)
{
    QString text;
    transaction.each(QStringLiteral("SELECT r.name, r.description, r.tags, CAST(t.text AS BLOB) "
                                    "FROM reports r JOIN report_texts t ON t.report = r.num "
                                    "WHERE r.num = ?"),
                     {report}, [&text](const Row &row) {
                         const QStringList places{row.string(0), row.string(1), row.string(2),
                                                  textFromUtf8(row.bytes(3))};
                         text = places.join(u'\n');
                     });
    const QString parts = searchParts(text);
    transaction.run(QStringLiteral("DELETE FROM report_parts WHERE report = ?"), {report});
    if (!parts.isEmpty())
        transaction.run(QStringLiteral("INSERT INTO report_parts(report, parts) VALUES (?, ?)"),
                        {report, parts});
}

} // namespace

void SearchIndex::remove(Transaction &transaction, qint64 report)
{
    for (const char *table : searchTableNames)
        transaction.run(
            QStringLiteral("INSERT INTO %1(%1, rowid, name, description, text, tags, filing, "
                           "parts) "
                           "SELECT 'delete', position, name, description, text, tags, filing, "
                           "parts FROM search_content WHERE position = "
                           "(SELECT position FROM reports WHERE num = ?)")
                .arg(QLatin1String(table)),
            {report});
}

void SearchIndex::add(Transaction &transaction, qint64 report)
{
    keepParts(transaction, report);
    for (const char *table : searchTableNames)
        transaction.run(
            QStringLiteral("INSERT INTO %1(rowid, name, description, text, tags, filing, parts) "
                           "SELECT position, name, description, text, tags, filing, parts "
                           "FROM search_content WHERE position = "
                           "(SELECT position FROM reports WHERE num = ?)")
                .arg(QLatin1String(table)),
            {report});
}

void SearchIndex::keepPartsOfAll(Transaction &transaction)
{
    QVector<qint64> reports;
    transaction.each(QStringLiteral("SELECT num FROM reports"), {},
                     [&reports](const Row &row) { reports << row.integer(0); });
    for (const qint64 report : std::as_const(reports))
        keepParts(transaction, report);
}

QString SearchIndex::table(const QVector<SearchPhrase> &phrases)
{
    const bool needsPositions = std::ranges::any_of(phrases, hasOrder);
    return needsPositions ? QStringLiteral("phrases") : QStringLiteral("search");
}

QString SearchIndex::query(const QVector<SearchPhrase> &phrases, bool archived)
{
    QStringList terms;
    for (const SearchPhrase &phrase : phrases)
        terms += termsOf(phrase);
    return u'(' + terms.join(QStringLiteral(" AND ")) + (archived ? u") AND " : u") NOT ") +
           u"\"\ue000plotleafarchived\"";
}

} // namespace plotleaf
