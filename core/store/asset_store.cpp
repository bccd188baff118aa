#include "core/store/asset_store.h"

#include "core/base/durable_file.h"
#include "core/base/fault_injector.h"
#include "core/report/image_size.h"
#include "core/report/report_names.h"
#include "core/store/report_rows.h"
#include "core/store/transaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QRegularExpression>

namespace plotleaf {

namespace {

Asset describedAsset(const QString &name, const QByteArray &bytes)
{
    Asset asset;
    asset.name = name;
    asset.sha256 =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    asset.mimeType = QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name();
    asset.bytes = bytes.size();
    const QSize size = imageSize(bytes);
    asset.width = size.width();
    asset.height = size.height();
    return asset;
}

Asset assetFromRow(const Row &row)
{
    return {row.string(0),
            row.string(1),
            row.string(2),
            row.integer(3),
            static_cast<int>(row.integer(4)),
            static_cast<int>(row.integer(5)),
            row.string(6)};
}

/// The first of "a.png", "a-2.png", … that is free, or that already holds the same bytes.
QString assetNameFor(Transaction &transaction, qint64 report, const Asset &asset)
{
    QString name = asset.name;
    for (int number = 2; !transaction.hasFailed(); ++number) {
        const auto taken = transaction.number(
            QStringLiteral("SELECT sha256 = ? FROM assets WHERE report = ? AND name = ?"),
            {asset.sha256, report, name});
        if (taken.value_or(1) != 0)
            break;
        name = numberedAssetName(asset.name, number);
    }
    return name;
}

Error assetsLocked()
{
    return {ErrorCode::NotAllowed,
            QCoreApplication::translate("plotleaf::AssetStore",
                                        "This report is published; its files stay as they are."),
            {}};
}

bool isLockedReport(Transaction &transaction, qint64 report)
{
    return transaction.number(QStringLiteral("SELECT published FROM reports WHERE num = ?"),
                              {report}) == 1;
}

bool fileHolds(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.size() == bytes.size() && file.open(QIODevice::ReadOnly) && file.readAll() == bytes;
}

} // namespace

AssetStore::AssetStore(Database &database, const StoreContext &context)
    : m_database(database), m_context(context)
{
}

QString AssetStore::path(const QString &folder, const QString &sha256)
{
    static const QRegularExpression sum(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    if (!sum.match(sha256).hasMatch())
        return {};
    return folder + u"/assets/" + sha256;
}

Result<Asset>
AssetStore::add(const ReportId &report, const QString &suggestedName, const QByteArray &bytes)
{
    Asset asset = describedAsset(normalisedAssetName(suggestedName), bytes);
    Transaction transaction(m_database);
    const qint64 number = reportNumber(transaction, report);
    if (isLockedReport(transaction, number))
        transaction.fail(assetsLocked());
    asset.name = assetNameFor(transaction, number, asset);
    if (!transaction.hasFailed()) {
        if (const auto written = writeFile(asset, bytes); !written)
            transaction.fail(written.error());
    }
    transaction.run(
        QStringLiteral("INSERT OR IGNORE INTO assets(report, name, sha256, mime_type, "
                       "bytes, width, height) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {number, asset.name, asset.sha256, asset.mimeType, asset.bytes, asset.width, asset.height});
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return asset;
}

Result<void> AssetStore::writeFile(const Asset &asset, const QByteArray &bytes)
{
    const QString file = path(m_context.folder, asset.sha256);
    // Another report may have brought the same bytes; a file damaged since is mended.
    if (fileHolds(file, bytes))
        return {};
    return writeDurably(file, bytes, m_context.faults);
}

Result<QVector<Asset>> AssetStore::list(const ReportId &report)
{
    QVector<Asset> assets;
    const auto read = m_database.each(
        QStringLiteral("SELECT a.name, a.sha256, a.mime_type, a.bytes, a.width, a.height, "
                       "a.address "
                       "FROM assets a JOIN reports r ON r.num = a.report WHERE r.id = ? "
                       "ORDER BY a.name"),
        {report.toString()}, [&](const Row &row) { assets.append(assetFromRow(row)); });
    if (!read)
        return read.error();
    return assets;
}

Result<void> AssetStore::remove(const ReportId &report, const QString &name)
{
    QString sum;
    Transaction transaction(m_database);
    const qint64 number = reportNumber(transaction, report);
    if (isLockedReport(transaction, number))
        transaction.fail(assetsLocked());
    transaction.each(QStringLiteral("SELECT sha256 FROM assets WHERE report = ? AND name = ?"),
                     {number, name}, [&](const Row &row) { sum = row.string(0); });
    transaction.run(QStringLiteral("DELETE FROM assets WHERE report = ? AND name = ?"),
                    {number, name});
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    // A file that stays only takes space.
    (void)removeUnused({sum});
    return {};
}

Result<QStringList> AssetStore::filesOf(const ReportId &report)
{
    const auto assets = list(report);
    if (!assets)
        return assets.error();
    QStringList files;
    for (const Asset &asset : *assets)
        files.append(asset.sha256);
    return files;
}

Result<void> AssetStore::removeUnused(const QStringList &sha256)
{
    Transaction transaction(m_database);
    for (const QString &sum : sha256) {
        const auto used = transaction.number(
            QStringLiteral("SELECT count(*) FROM assets WHERE sha256 = ?"), {sum});
        const bool mayGo = used == 0 && (m_context.faults == nullptr || m_context.faults->passes());
        // A file that stays behind costs space and nothing else.
        if (mayGo)
            QFile::remove(path(m_context.folder, sum));
    }
    return transaction.commit();
}

Result<void> AssetStore::removeLeftovers()
{
    Transaction transaction(m_database);
    QDir folder(m_context.folder + u"/assets");
    const QStringList leftovers = folder.entryList({u'*' + durableTemporarySuffix()}, QDir::Files);
    for (const QString &leftover : leftovers) {
        if (!transaction.hasFailed())
            folder.remove(leftover);
    }
    return transaction.commit();
}

} // namespace plotleaf
