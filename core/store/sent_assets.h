#pragma once

#include "core/store/sync_types.h"

#include <QHash>

#include <optional>

namespace plotleaf {

class Transaction;

/// The assets of a report of a server, as a push sees them. Only files of this library are meant by
/// `asset:NAME`, so before the text is sent, each of them goes to the server and the text names it
/// by its address there (Asset::address). The file stays in this library, which knows it by both
/// names: the picture is there offline. Failures stay in the transaction.
class SentAssets
{
public:
    SentAssets(Transaction &transaction, qint64 report);

    /// Whether the text of the report shows such assets, sent or not.
    bool isNeeded() const { return !m_shown.isEmpty(); }
    /// With its bytes; fails with Io when they cannot be read.
    std::optional<UnsentAsset> firstUnsent(const QString &libraryFolder) const;
    /// The text with addresses in place of the assets that have one.
    QString shownIn(const QString &text) const;
    /// The other way round, for a copy of the report, which has files of its own.
    QString ownedIn(const QString &text) const;

private:
    struct Stored
    {
        QString sha256;
        QString address;
    };

    Transaction &m_transaction;
    QHash<QString, Stored> m_assets; ///< by name
    QStringList m_shown;             ///< names, as the text shows them
};

} // namespace plotleaf
