#include "core/store/sent_assets.h"

#include "core/report/text_addresses.h"
#include "core/store/asset_store.h"
#include "core/store/report_rows.h"
#include "core/store/text_codec.h"
#include "core/store/transaction.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

namespace plotleaf {

namespace {

/// Empty: the address names no asset.
QString assetNameOf(const TextAddress &address)
{
    constexpr QLatin1String scheme("asset:");
    return address.address.startsWith(scheme) ? address.address.mid(scheme.size()) : QString();
}

} // namespace

SentAssets::SentAssets(Transaction &transaction, qint64 report) : m_transaction(transaction)
{
    transaction.each(QStringLiteral("SELECT name, sha256, address FROM assets WHERE report = ?"),
                     {report}, [this](const Row &row) {
                         m_assets.insert(row.string(0), {row.string(1), row.string(2)});
                     });
    if (m_assets.isEmpty())
        return;
    const QString text = textFromUtf8(reportText(transaction, report));
    for (const TextAddress &address : textAddresses(text)) {
        const QString name = assetNameOf(address);
        if (m_assets.contains(name) && !m_shown.contains(name))
            m_shown.append(name);
    }
}

std::optional<UnsentAsset> SentAssets::firstUnsent(const QString &libraryFolder) const
{
    for (const QString &name : m_shown) {
        const Stored &stored = *m_assets.constFind(name);
        if (!stored.address.isEmpty())
            continue;
        QFile file(AssetStore::path(libraryFolder, stored.sha256));
        if (file.open(QIODevice::ReadOnly))
            return UnsentAsset{name, file.readAll()};
        m_transaction.fail(
            {ErrorCode::Io,
             QCoreApplication::translate("plotleaf::SentAssets",
                                         "The image “%1” cannot be read from this computer.")
                 .arg(name),
             file.errorString()});
        return {};
    }
    return {};
}

QString SentAssets::shownIn(const QString &text) const
{
    return withReplacedAddresses(text, [this](const TextAddress &address) {
        return m_assets.value(assetNameOf(address)).address;
    });
}

QString SentAssets::ownedIn(const QString &text) const
{
    QHash<QString, QString> names; // by address, as texts are read
    for (auto asset = m_assets.cbegin(); asset != m_assets.cend(); ++asset) {
        const QString own = u"asset:" + QString::fromLatin1(QUrl::toPercentEncoding(asset.key()));
        if (!asset->address.isEmpty())
            names.insert(QUrl::fromPercentEncoding(asset->address.toUtf8()), own);
    }
    return withReplacedAddresses(
        text, [&names](const TextAddress &address) { return names.value(address.address); });
}

} // namespace plotleaf
